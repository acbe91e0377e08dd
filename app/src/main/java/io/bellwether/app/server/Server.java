package io.bellwether.app.server;

import io.bellwether.app.page.Pages;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.Objects;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** A running web server. Closing it ends the requests under way and frees the port. */
public final class Server implements AutoCloseable {
    private final ServerSettings settings;
    private final ServletWebServerApplicationContext context;

    private Server(ServerSettings settings, ServletWebServerApplicationContext context) {
        this.settings = settings;
        this.context = context;
    }

    /**
     * Starts and returns once requests are answered.
     *
     * @throws UncheckedIOException with a {@link BindException} where the port is taken
     */
    public static Server start(ServerSettings settings, Pages pages) {
        Logs.quiet();
        var context = new ServletWebServerApplicationContext();
        new Frame(settings, Api.over(pages)).fill(context);
        try {
            context.refresh();
        } catch (RuntimeException failure) {
            context.close();
            throw understood(failure, settings);
        }
        return new Server(settings, context);
    }

    public int port() {
        return Objects.requireNonNull(context.getWebServer()).getPort();
    }

    /** Where a browser on this machine finds it. */
    public URI address() {
        String host = settings.host();
        boolean any = host.equals("0.0.0.0") || host.equals("::");
        String name = any || host.equals(ServerSettings.LOOPBACK) ? "localhost" : host;
        return URI.create("http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port() + "/");
    }

    @Override
    public void close() {
        context.close();
    }

    private static RuntimeException understood(RuntimeException failure, ServerSettings settings) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof PortInUseException || at instanceof BindException) {
                var reason = new BindException("port " + settings.port() + " of " + settings.host()
                        + " cannot be opened: another program holds it, or the address is not of this machine");
                return new UncheckedIOException(reason);
            }
        }
        return failure;
    }
}
