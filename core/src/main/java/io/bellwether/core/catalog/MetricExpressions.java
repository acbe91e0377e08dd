package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Problems;
import io.bellwether.core.unit.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Metrics that come with a question and hold for it alone. */
public final class MetricExpressions {
    private MetricExpressions() {}

    /** The metric, or why there is none. */
    public record Resolved(Optional<Metric> metric, List<Diagnostic> diagnostics) {}

    /** A metric of this formula beside those of the catalog; of any type, for nothing is judged by it. */
    public static Resolved resolve(String name, Expr formula, Catalog catalog) {
        Problems problems = new Problems();
        Known known = Known.of(catalog, catalog.datasets().keySet(), problems);
        known.metricTypes().putAll(MetricTypes.of(catalog));
        Typed typed = new Binder(new MetricScope(known, known.metricTypes()), problems).bind(known.respelled(formula));
        if (typed == null) {
            return new Resolved(Optional.empty(), problems.all());
        }
        if (Datasets.aggregates(typed.expr()).isEmpty()
                && Datasets.metrics(typed.expr()).isEmpty()) {
            String message = "\"" + name + "\" is the same value always";
            problems.add(Code.RESULT, formula.span(), message, "write an aggregate such as sum(dataset.column)");
            return new Resolved(Optional.empty(), problems.all());
        }
        return new Resolved(Optional.of(metric(name, typed.expr(), formula)), problems.all());
    }

    private static Metric metric(String name, Expr resolved, Expr formula) {
        var about = new Metric.About(
                name,
                name,
                null,
                new Unit.None(),
                Direction.NONE,
                null,
                null,
                List.of(),
                null,
                Metric.Watch.NONE,
                formula.span());
        @Nullable Expr everything = null;
        return new Metric.Expression(about, resolved, null, everything);
    }

    /** The same catalog with more metrics. */
    public static Catalog with(Catalog catalog, List<Metric> more) {
        Map<String, Metric> metrics = new LinkedHashMap<>(catalog.metrics());
        more.forEach(metric -> metrics.put(metric.name(), metric));
        return catalog.withMetrics(metrics);
    }
}
