package io.bellwether.app.message;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an attempt to deliver ended. */
public sealed interface Outcome {
    /** The receiver's server took it. */
    record Delivered() implements Outcome {}

    /**
     * Another attempt may help.
     *
     * @param problem one line, without addresses and secrets
     * @param after what the receiver asked us to wait, or null
     */
    record Later(String problem, @Nullable Duration after) implements Outcome {}

    /** No attempt will help: the address is wrong, or refused. */
    record Never(String problem) implements Outcome {}
}
