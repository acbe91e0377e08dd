package io.bellwether.app.server;

import io.bellwether.core.source.DiagnosticException;
import io.bellwether.engine.Asker;
import io.bellwether.engine.Share;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Answers questions for somebody who may hang up, and who has so many statements at the same time and no more. A client is
 * an address: who a request says that it is counts for nothing here, for anybody can say anything.
 */
final class Askers implements AutoCloseable {
    /** Shares of clients that ask nothing now are forgotten when there are so many. */
    private static final int KNOWN = 1_000;

    private final HangUps hangUps = new HangUps();
    private final Map<String, Share> shares = new ConcurrentHashMap<>();
    private final int places;

    Askers(int places) {
        this.places = places;
    }

    /** The whole answer to a question, whose body has been read. */
    <T> T answer(ServerRequest request, Supplier<T> work) {
        Asker asker = asker(request);
        T answer = during(asker, work);
        asker.refusal().ifPresent(notWhole -> {
            throw new DiagnosticException(notWhole.diagnostic());
        });
        return answer;
    }

    /** What a command came to, whose body has been read: what is done is done. */
    <T> T told(ServerRequest request, Supplier<T> work) {
        return during(asker(request), work);
    }

    private <T> T during(Asker asker, Supplier<T> work) {
        Optional<SocketWrapperBase<?>> connection = HangUpProtocol.connection();
        if (connection.isEmpty()) {
            return asker.during(work);
        }
        try (HangUps.Line line = hangUps.watch(connection.get(), asker)) {
            return asker.during(work);
        }
    }

    private Asker asker(ServerRequest request) {
        if (shares.size() > KNOWN) {
            shares.values().removeIf(Share::isIdle);
        }
        String address = request.servletRequest().getRemoteAddr();
        return new Asker(shares.computeIfAbsent(address, client -> new Share(places)));
    }

    @Override
    public void close() {
        hangUps.close();
    }
}
