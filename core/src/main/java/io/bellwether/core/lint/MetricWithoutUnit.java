package io.bellwether.core.lint;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.definition.MetricDefinition;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Function;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number without a unit is read as whatever the reader expects. */
final class MetricWithoutUnit implements Rule {
    @Override
    public List<Finding> check(Ground ground) {
        return ground.catalog().metrics().values().stream()
                .filter(metric -> lacksUnit(ground.written(metric)))
                .map(metric -> finding(metric, ground.catalog()))
                .toList();
    }

    private static boolean lacksUnit(@Nullable MetricDefinition metric) {
        return metric != null && metric.unit() == null;
    }

    private static Finding finding(Metric metric, Catalog catalog) {
        String yaml = "unit: " + likely(metric, catalog);
        String message = "the metric \"" + metric.name() + "\" has no unit";
        return Ground.of(metric, RuleCode.M202, metric.about().span(), message, "add " + yaml, yaml)
                .with(Edit.key(metric.about().span(), yaml));
    }

    /** What the formula looks like. */
    private static String likely(Metric metric, Catalog catalog) {
        return switch (metric) {
            case Metric.Conversion conversion -> conversion.rate() ? "percent" : "count";
            case Metric.Expression m ->
                switch (m.expression()) {
                    case Expr.Aggregate a
                    when a.function() == AggregateFunction.COUNT
                            || a.function() == AggregateFunction.COUNT_ROWS
                            || a.function() == AggregateFunction.COUNT_DISTINCT -> "count";
                    case Expr.Call call when call.function() == Function.DIVIDE -> "ratio";
                    default -> catalog.workspace().currency() == null ? "count" : "currency";
                };
        };
    }
}
