package io.bellwether.core.plan;

import io.bellwether.core.catalog.Timing;
import io.bellwether.core.expression.Expr;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A metric as a question asks for it.
 *
 * @param as the name of the column that comes back
 * @param where a row condition for this one only (a KPI's slice), or null
 * @param windows the windows of the question that need this metric, by index; empty for all. What an engine gets for
 *     nothing it may still compute.
 * @param frame the rows that count for a period, instead of those in it; or null
 * @param offset from which earlier moment the value is taken, or null
 * @param fill what stands where there are no rows, or null
 */
public record MetricUse(
        String metric,
        String as,
        @Nullable Expr where,
        Set<Integer> windows,
        Timing.@Nullable Frame frame,
        Timing.@Nullable Offset offset,
        Timing.@Nullable Fill fill) {
    public MetricUse(String metric, String as, @Nullable Expr where, Set<Integer> windows) {
        this(metric, as, where, windows, null, null, null);
    }

    /** The metric under its own name, for all rows and windows. */
    public static MetricUse of(String metric) {
        return new MetricUse(metric, metric, null, Set.of());
    }
}
