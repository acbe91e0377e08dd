package io.bellwether.core.catalog;

import io.bellwether.core.definition.MetricDefinition;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.ExpressionParser;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All metrics, those that others stand on first. */
final class MetricResolver {
    /** What a metric may come to when the metrics that it stands on are written out. */
    private static final int MAX_SIZE = 20_000;

    private final Known known;
    private final Relations relations;
    private final AboutMetric about;
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Map<String, Metric> resolved = new HashMap<>();

    MetricResolver(Known known, Relations relations, @Nullable String currency) {
        this.known = known;
        this.relations = relations;
        this.about = new AboutMetric(known, currency);
    }

    /** A metric whose texts are read and whose names are not looked up yet. */
    private record Parsed(
            MetricDefinition definition,
            Expr expression,
            @Nullable Expr where) {
        /** Every metric that it needs the value or the type of. */
        List<Expr.Name> names() {
            List<Expr.Name> names = new ArrayList<>(Datasets.bareNames(expression));
            names.addAll(Datasets.pers(expression));
            if (where != null) {
                names.addAll(Datasets.pers(where));
            }
            return names;
        }
    }

    /** The sound ones in the order of the files. */
    Map<String, Metric> resolve(List<MetricDefinition> definitions) {
        Map<String, Parsed> parsed = new LinkedHashMap<>();
        for (MetricDefinition definition : definitions) {
            Parsed one = parse(definition);
            if (one != null) {
                parsed.put(definition.name().value(), one);
            }
        }
        Map<String, List<Expr.Name>> names = new LinkedHashMap<>();
        parsed.forEach((name, one) -> names.put(name, one.names()));
        MetricOrder order = MetricOrder.of(names);
        order.circles().forEach(this::circle);
        for (String name : order.sorted()) {
            Parsed one = parsed.get(name);
            if (one != null) {
                resolve(one);
            }
        }
        Map<String, Metric> inOrder = new LinkedHashMap<>();
        for (MetricDefinition definition : definitions) {
            String name = definition.name().value();
            Metric metric = resolved.get(name);
            if (metric != null) {
                inOrder.put(name, metric);
            }
        }
        return inOrder;
    }

    private @Nullable Parsed parse(MetricDefinition definition) {
        Excerpt where = definition.where();
        Expr expression = ExpressionParser.parse(definition.expression(), known.problems())
                .orElse(null);
        Expr condition = where == null
                ? null
                : ExpressionParser.parse(where, known.problems()).orElse(null);
        return expression == null || where != null && condition == null
                ? null
                : new Parsed(definition, expression, condition);
    }

    private void circle(List<Expr.Name> circle) {
        List<String> names =
                new ArrayList<>(circle.stream().map(Expr.Name::name).toList());
        names.addFirst(names.getLast());
        String message = "the metric stands on itself: " + String.join(" → ", names);
        known.problems().add(Code.CYCLE, circle.getFirst().span(), message, "break the circle");
    }

    private void resolve(Parsed parsed) {
        MetricDefinition definition = parsed.definition();
        String name = definition.name().value();
        Typed typed =
                new Binder(new MetricScope(known, known.metricTypes()), known.problems()).bind(parsed.expression());
        Expr where = parsed.where();
        Expr condition =
                where == null ? null : new Binder(new RowScope(known, false), known.problems()).condition(where);
        Expr.FieldRef time = definition.time() == null ? null : time(definition.time());
        Metric.About words = about.of(definition);
        if (typed == null || !isSound(definition, typed) || !fits(typed.expr(), condition)) {
            return;
        }
        known.metricTypes().put(name, typed.type());
        boolean whole = (where == null || condition != null) && (definition.time() == null || time != null);
        if (words != null && whole) {
            resolved.put(name, new Metric.Expression(words, typed.expr(), time, condition));
        }
    }

    private boolean isSound(MetricDefinition definition, Typed typed) {
        Excerpt text = definition.expression();
        if (!typed.type().isNumeric() && typed.type() != Type.OTHER) {
            String message = "a metric is a number, this is " + Types.word(typed.type());
            known.problems().add(Code.RESULT, text.span(), message, null);
            return false;
        }
        List<Expr.MetricRef> inputs = Datasets.metrics(typed.expr());
        if (inputs.isEmpty() && Datasets.aggregates(typed.expr()).isEmpty()) {
            String message = "the metric is the same number always";
            known.problems().add(Code.RESULT, text.span(), message, "write an aggregate such as sum(dataset.column)");
            return false;
        }
        int size = Datasets.size(typed.expr());
        for (Expr.MetricRef input : inputs) {
            size = Math.min(MAX_SIZE + 1, size + sizes.getOrDefault(input.metric(), 1));
        }
        if (size > MAX_SIZE) {
            String message = "written out, the metric is too long";
            known.problems().add(Code.TOO_DEEP, text.span(), message, "build on fewer other metrics");
            return false;
        }
        sizes.put(definition.name().value(), size);
        return true;
    }

    /** Each aggregate stands on datasets that hang together, and with what its condition is about. */
    private boolean fits(Expr expression, @Nullable Expr condition) {
        boolean fits = true;
        for (Expr.Aggregate aggregate : Datasets.aggregates(expression)) {
            Set<String> datasets = new LinkedHashSet<>(Datasets.in(aggregate));
            fits &= areRelated(datasets, aggregate);
            if (condition != null && fits) {
                datasets.addAll(Datasets.in(condition));
                fits &= areRelated(datasets, condition);
            }
        }
        return fits;
    }

    private boolean areRelated(Set<String> datasets, Expr place) {
        boolean related = relations.connect(datasets);
        if (!related) {
            String message = "no relationship connects " + String.join(" and ", relations.datasets(datasets));
            String fix = "add one under relationships: { from: …, to: …, columns: { … } }";
            known.problems().add(Code.UNRELATED, place.span(), message, fix);
        }
        return related;
    }

    /** {@code dataset.field}: which rows are placed must be the same whatever the fact, so no role stands here. */
    private Expr.@Nullable FieldRef time(Located<String> time) {
        int dot = time.value().indexOf('.');
        if (dot < 0) {
            new RowScope(known, false).name(new Expr.Name(null, time.value(), time.span()));
            return null;
        }
        String qualifier = time.value().substring(0, dot);
        Dataset dataset = known.dataset(new Located<>(qualifier, Parts.of(time.span(), qualifier)));
        Field field = dataset == null ? null : known.field(dataset, time.value().substring(dot + 1), time.span());
        if (dataset == null || field == null) {
            return null;
        }
        if (!field.type().isTemporal() && field.type() != Type.OTHER) {
            String message = "\"" + time.value() + "\" is " + Types.word(field.type()) + ", not a date or timestamp";
            known.problems().add(Code.TIME_TYPE, time.span(), message, null);
            return null;
        }
        return new Expr.FieldRef(dataset.name(), field.name(), field.type(), time.span());
    }
}
