package io.bellwether.app.server;

import java.io.IOException;
import java.util.Optional;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** HTTP/1.1 whose requests know the connection that they came by. Tomcat makes it by name. */
public final class HangUpProtocol extends Http11NioProtocol {
    private static final ScopedValue<SocketWrapperBase<?>> CONNECTION = ScopedValue.newInstance();

    /** The connection of the request that this thread answers. */
    static Optional<SocketWrapperBase<?>> connection() {
        return CONNECTION.isBound() ? Optional.of(CONNECTION.get()) : Optional.empty();
    }

    @Override
    protected Processor createProcessor() {
        return new Knowing(this, getAdapter());
    }

    private static final class Knowing extends Http11Processor {
        Knowing(HangUpProtocol protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            return ScopedValue.where(CONNECTION, socket).call(() -> super.service(socket));
        }
    }
}
