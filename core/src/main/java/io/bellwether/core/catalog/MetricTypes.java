package io.bellwether.core.catalog;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Type;
import io.bellwether.core.expression.Typing;
import io.bellwether.core.source.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The types of a catalog's metrics, which it does not keep: asked for by the few conditions that hold a metric. */
public final class MetricTypes {
    private MetricTypes() {}

    public static Map<String, Type> of(Catalog catalog) {
        Known known = Known.of(catalog, catalog.datasets().keySet(), new Problems());
        Map<String, List<Expr.Name>> inputs = new LinkedHashMap<>();
        catalog.metrics().forEach((name, metric) -> inputs.put(name, inputs(metric)));
        for (String name : MetricOrder.of(inputs).sorted()) {
            catalog.metric(name).ifPresent(metric -> known.metricTypes().put(name, type(metric, known)));
        }
        return known.metricTypes();
    }

    private static List<Expr.Name> inputs(Metric metric) {
        List<Expr.Name> names = new ArrayList<>();
        metric.inputNames()
                .forEach(input ->
                        names.add(new Expr.Name(null, input, metric.about().span())));
        if (metric instanceof Metric.Expression expression) {
            names.addAll(Datasets.pers(expression.expression()));
        }
        return names;
    }

    private static Type type(Metric metric, Known known) {
        return switch (metric) {
            case Metric.Expression expression -> {
                Map<String, Type> types = new HashMap<>(known.metricTypes());
                expression.inputs().forEach((name, input) -> {
                    Type type = known.metricTypes().get(input.metric());
                    if (type != null) {
                        types.put(name, type);
                    }
                });
                Typed typed = new Binder(new MetricScope(known, types), known.problems()).bind(expression.expression());
                yield typed == null ? Type.OTHER : typed.type();
            }
            case Metric.Conversion conversion -> type(conversion);
        };
    }

    /** A share, or what the events that follow come to. */
    static Type type(Metric.Conversion conversion) {
        if (conversion.rate()) {
            return Type.DOUBLE;
        }
        Expr.Aggregate value = conversion.follower().value();
        boolean counts = value.function() == AggregateFunction.COUNT_ROWS || value.argument() == null;
        Type of = value.argument() instanceof Expr.FieldRef field ? field.type() : Type.OTHER;
        Type type = counts ? Type.INTEGER : Typing.of(value.function(), of);
        return type == null ? Type.OTHER : type;
    }
}
