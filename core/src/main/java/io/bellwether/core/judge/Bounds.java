package io.bellwether.core.judge;

import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.unit.Equality;
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
record Bounds(
        @Nullable BigDecimal low, @Nullable BigDecimal high, Target.@Nullable Tolerance tolerance, Equality equality) {
    private static final Target.Tolerance STANDARD = new Target.Tolerance(new BigDecimal("0.05"), true);

    /** @param goal the plan of the check period; null where the target is not a plan, or there is none: no bound then */
    static Bounds of(Case given, @Nullable BigDecimal goal) {
        Target target = given.promise().target();
        boolean down = given.promise().direction() == Direction.DOWN;
        return switch (target) {
            case Target.AtLeast(var bound, var _) -> of(given, bound, null);
            case Target.AtMost(var bound, var _) -> of(given, null, bound);
            case Target.Between(var low, var high, var _) -> of(given, low, high);
            case Target.FromMetric _ -> of(given, down ? null : goal, down ? goal : null);
            case Target.Reach _, Target.Change _, Target.Total _ ->
                throw new IllegalArgumentException("a way is judged by its pace");
        };
    }

    private static Bounds of(Case given, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        return new Bounds(low, high, given.promise().target().terms().tolerance(), given.equality());
    }

    boolean isMet(@Nullable BigDecimal value) {
        return value != null && !isOpen() && edge(value) == null;
    }

    /** Whether the value misses by no more than the tolerance. */
    boolean isNear(BigDecimal value) {
        BigDecimal edge = edge(value);
        if (edge == null) {
            return true;
        }
        Target.Tolerance allowed = tolerance == null ? STANDARD : tolerance;
        BigDecimal room = allowed.relative() ? edge.abs().multiply(allowed.amount()) : allowed.amount();
        return equality.compare(value.subtract(edge).abs(), room) <= 0;
    }

    /** The bound that the value breaks, the nearer edge of a band; null where it keeps to both. */
    @Nullable
    BigDecimal edge(BigDecimal value) {
        if (low != null && equality.compare(value, low) < 0) {
            return low;
        }
        return high != null && equality.compare(value, high) > 0 ? high : null;
    }

    /** Whether there is nothing to keep to: a plan lacks the period. */
    boolean isOpen() {
        return low == null && high == null;
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
