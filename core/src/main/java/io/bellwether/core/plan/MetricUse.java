package io.bellwether.core.plan;

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
 */
public record MetricUse(String metric, String as, @Nullable Expr where, Set<Integer> windows) {
    /** The metric under its own name, for all rows and windows. */
    public static MetricUse of(String metric) {
        return new MetricUse(metric, metric, null, Set.of());
    }
}
