package io.bellwether.app.server;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tomcat tells of every start and stop through the JDK's logging; people asked for a server, not for its diary. */
final class Logs {
    /** Held here: the JDK forgets the level of a logger that nobody holds. */
    private static final List<Logger> LOUD =
            List.of(Logger.getLogger("org.apache"), Logger.getLogger("org.springframework"));

    private Logs() {}

    /** Tomcat fears that threads which outlive it leak its class loader; the engine's threads just live on. */
    private static final Logger LEAKS = Logger.getLogger("org.apache.catalina.loader");

    static void quiet() {
        LOUD.forEach(logger -> logger.setLevel(Level.WARNING));
        LEAKS.setLevel(Level.SEVERE);
    }
}
