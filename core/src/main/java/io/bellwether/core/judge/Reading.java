package io.bellwether.core.judge;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.unit.Equality;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What an engine answered for one metric in one window of time. */
public sealed interface Reading {
    /** @param equality how it may be compared: exactly, or as doubles are */
    record Value(BigDecimal value, Equality equality) implements Reading {}

    /** No rows, or a quotient over nothing. */
    record Missing() implements Reading {}

    /** The engine could not answer. */
    record Failed(Diagnostic problem) implements Reading {}

    static Reading of(@Nullable BigDecimal value) {
        return of(value, Equality.EXACT);
    }

    static Reading of(@Nullable BigDecimal value, Equality equality) {
        return value == null ? new Missing() : new Value(value, equality);
    }

    default @Nullable BigDecimal orNull() {
        return this instanceof Value(BigDecimal value, var _) ? value : null;
    }
}
