package io.bellwether.core.catalog;

import io.bellwether.core.source.Severity;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A promise about a metric's value in the last whole period whose data is complete. Without bounds it asks that there is one; with
 * bounds a missing value says nothing.
 *
 * @param atLeast or null
 * @param atMost or null
 */
public record MetricTest(
        @Nullable BigDecimal atLeast, @Nullable BigDecimal atMost, Grain per, Severity severity, Span span) {
    /** Whether it asks that there is a value. */
    public boolean asksForOne() {
        return atLeast == null && atMost == null;
    }

    /** Whether it holds for the value of a period, or for its lack. */
    public boolean holds(@Nullable BigDecimal value) {
        if (value == null) {
            return !asksForOne();
        }
        return (atLeast == null || value.compareTo(atLeast) >= 0) && (atMost == null || value.compareTo(atMost) <= 0);
    }
}
