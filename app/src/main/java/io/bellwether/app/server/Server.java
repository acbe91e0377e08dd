package io.bellwether.app.server;

import io.bellwether.app.page.Pages;
import io.bellwether.core.catalog.Catalog;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** A running web server. Closing it ends the requests under way and frees the port. */
public final class Server implements AutoCloseable {
    private final ServerSettings settings;
    private final ServletWebServerApplicationContext context;
    private final Askers askers;

    /**
     * What is served.
     *
     * @param catalog the last good one, for what people tell the server to do
     * @param clock read once for each of that
     */
    public record Parts(Pages pages, List<Feature> features, Supplier<Catalog> catalog, Clock clock) {
        /** Pages that nobody can change anything on. */
        public static Parts reading(Pages pages) {
            return new Parts(
                    pages,
                    List.of(),
                    () -> {
                        throw new IllegalStateException("nothing is told");
                    },
                    Clock.systemUTC());
        }
    }

    private Server(ServerSettings settings, ServletWebServerApplicationContext context, Askers askers) {
        this.askers = askers;
        this.settings = settings;
        this.context = context;
    }

    /**
     * Starts and returns once requests are answered.
     *
     * @throws UncheckedIOException with a {@link BindException} where the port is taken
     */
    public static Server start(ServerSettings settings, Parts parts) {
        Logs.quiet();
        var context = new ServletWebServerApplicationContext();
        var askers = new Askers(settings.statements());
        var taking = new Commands(parts.catalog(), parts.clock(), askers);
        Api api = new Api(parts.pages(), parts.features(), taking, askers);
        new Frame(settings, api.routes()).fill(context);
        try {
            context.refresh();
        } catch (RuntimeException failure) {
            context.close();
            askers.close();
            throw understood(failure, settings);
        }
        return new Server(settings, context, askers);
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
        askers.close();
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
