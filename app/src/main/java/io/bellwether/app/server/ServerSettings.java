package io.bellwether.app.server;

import java.util.List;

/**
 * Where the server listens, and by which names it may be called.
 *
 * @param host an address of this machine; loopback unless the operator says otherwise
 * @param port 0 for any free one
 * @param names further names that a {@code Host} header may hold (a proxy's, for example)
 * @param statements how many one client may have with the engines at the same time
 */
public record ServerSettings(String host, int port, List<String> names, int statements) {
    /** More than a browser's page needs by far, and an eighth of those that wait at most. */
    public static final int STATEMENTS = 32;

    public static final String LOOPBACK = "127.0.0.1";

    public ServerSettings {
        names = List.copyOf(names);
    }

    /** On this machine, for this machine alone. */
    public static ServerSettings loopback(int port) {
        return new ServerSettings(LOOPBACK, port, List.of(), STATEMENTS);
    }
}
