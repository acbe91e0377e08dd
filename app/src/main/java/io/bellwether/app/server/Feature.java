package io.bellwether.app.server;

import java.util.List;

/** A part of the API: what can be asked of it, and what it can be told to do. */
public interface Feature {
    /** Opaque to others: only this package looks into it. */
    record Routes(List<Endpoint> endpoints, List<Command<?>> commands) {}

    /** Its addresses. */
    Routes routes();
}
