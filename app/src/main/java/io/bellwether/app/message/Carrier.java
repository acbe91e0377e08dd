package io.bellwether.app.message;

import java.time.Instant;

/** Takes messages to where they go, once each time it is asked. */
@FunctionalInterface
public interface Carrier {
    /** @param at the moment of the attempt, which signatures name */
    Outcome carry(Message message, Instant at);
}
