package io.bellwether.core.judge;

import io.bellwether.core.source.Diagnostic;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an engine answered for one metric in one window of time. */
public sealed interface Reading {
    record Value(BigDecimal value) implements Reading {}

    /** No rows, or a quotient over nothing. */
    record Missing() implements Reading {}

    /** The engine could not answer. */
    record Failed(Diagnostic problem) implements Reading {}

    static Reading of(@Nullable BigDecimal value) {
        return value == null ? new Missing() : new Value(value);
    }

    default @Nullable BigDecimal orNull() {
        return this instanceof Value(BigDecimal value) ? value : null;
    }
}
