package io.bellwether.core.judge;

import io.bellwether.core.catalog.Target;
import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a check period must keep to.
 *
 * @param low null where only the upper bound counts
 * @param high null where only the lower bound counts
 * @param tolerance how far past a bound is still only at risk; null for 5 % of that bound
 */
record Bounds(@Nullable BigDecimal low, @Nullable BigDecimal high, Target.@Nullable Tolerance tolerance) {
    private static final Target.Tolerance STANDARD = new Target.Tolerance(new BigDecimal("0.05"), true);

    static Bounds of(Target target) {
        Target.Tolerance tolerance = target.terms().tolerance();
        return switch (target) {
            case Target.AtLeast(var bound, var _) -> new Bounds(bound, null, tolerance);
            case Target.AtMost(var bound, var _) -> new Bounds(null, bound, tolerance);
            case Target.Between(var low, var high, var _) -> new Bounds(low, high, tolerance);
            case Target.Reach _, Target.Change _, Target.Total _, Target.FromMetric _ ->
                throw new IllegalArgumentException("a way is judged by its pace");
        };
    }

    boolean isMet(@Nullable BigDecimal value) {
        return value != null && edge(value) == null;
    }

    /** Whether the value misses by no more than the tolerance. */
    boolean isNear(BigDecimal value) {
        BigDecimal edge = edge(value);
        if (edge == null) {
            return true;
        }
        Target.Tolerance allowed = tolerance == null ? STANDARD : tolerance;
        BigDecimal room = allowed.relative() ? edge.abs().multiply(allowed.amount()) : allowed.amount();
        return value.subtract(edge).abs().compareTo(room) <= 0;
    }

    /** The bound that the value breaks, the nearer edge of a band; null where it keeps to both. */
    @Nullable
    BigDecimal edge(BigDecimal value) {
        if (low != null && value.compareTo(low) < 0) {
            return low;
        }
        return high != null && value.compareTo(high) > 0 ? high : null;
    }

    /** The one bound; null for a band. */
    @Nullable
    BigDecimal single() {
        return low == null ? high : high == null ? low : null;
    }

    /** {@code at least 99.9 %}. */
    String text(Unit unit) {
        if (low != null && high != null) {
            return "between " + NumberText.written(low, unit) + " and " + NumberText.written(high, unit);
        }
        if (low != null) {
            return "at least " + NumberText.written(low, unit);
        }
        return high == null ? "" : "at most " + NumberText.written(high, unit);
    }
}
