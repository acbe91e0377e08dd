package io.bellwether.app.server;

import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.util.unit.DataSize;

/** Tomcat with virtual threads and with limits on what a client may send and how long it may take. */
final class TomcatFrame {
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int BODY_BYTES = 64 * 1024;
    private static final int CONNECTIONS = 1_000;
    /** A connection that is closed after a hundred, as is usual, costs as much as several kept answers. */
    private static final int REQUESTS = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration IDLE = Duration.ofSeconds(60);

    private TomcatFrame() {}

    static TomcatServletWebServerFactory factory(InetAddress address, int port) {
        var factory = new TomcatServletWebServerFactory(port);
        factory.setProtocol(HangUpProtocol.class.getName());
        factory.setAddress(address);
        factory.setRegisterDefaultServlet(false);
        factory.setCompression(compression());
        factory.addConnectorCustomizers(TomcatFrame::limit);
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
        return factory;
    }

    private static void limit(Connector connector) {
        connector.setXpoweredBy(false);
        connector.setMaxPostSize(BODY_BYTES);
        connector.setMaxParameterCount(100);
        if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
            http.setExecutor(Executors.newThreadPerTaskExecutor(
                    Thread.ofVirtual().name("http-", 0).factory()));
            http.setMaxHttpRequestHeaderSize(HEADER_BYTES);
            http.setMaxSwallowSize(BODY_BYTES);
            http.setMaxConnections(CONNECTIONS);
            http.setMaxKeepAliveRequests(REQUESTS);
            http.setConnectionTimeout((int) PATIENCE.toMillis());
            http.setKeepAliveTimeout((int) IDLE.toMillis());
        }
    }

    private static Compression compression() {
        var compression = new Compression();
        compression.setEnabled(true);
        compression.setMinResponseSize(DataSize.ofKilobytes(1));
        compression.setMimeTypes(new String[] {
            "application/json",
            "application/problem+json",
            "text/csv",
            "text/html",
            "text/css",
            "text/javascript",
            "image/svg+xml",
            "application/manifest+json"
        });
        return compression;
    }
}
