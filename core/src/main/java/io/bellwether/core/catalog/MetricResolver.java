package io.bellwether.core.catalog;

import io.bellwether.core.definition.MetricDefinition;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.OssieCodes;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.Collections;
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
    private final TimingResolver timings;
    private final ConversionResolver conversions;
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Map<String, Metric> resolved = new HashMap<>();

    MetricResolver(Known known, Relations relations, @Nullable String currency) {
        this.known = known;
        this.relations = relations;
        this.about = new AboutMetric(known, currency);
        this.timings = new TimingResolver(known);
        this.conversions = new ConversionResolver(known, relations, resolved);
    }

    /** The sound ones in the order of the files. */
    Map<String, Metric> resolve(List<MetricDefinition> definitions) {
        Map<String, ParsedMetric> parsed = new LinkedHashMap<>();
        Map<String, List<Expr.Name>> names = new LinkedHashMap<>();
        for (MetricDefinition definition : definitions) {
            ParsedMetric.parse(definition, known.problems()).ifPresent(read -> {
                ParsedMetric metric = read instanceof ParsedMetric.Written written ? written.respelled(known) : read;
                parsed.put(definition.name().value(), metric);
                names.put(definition.name().value(), names(metric));
            });
        }
        MetricOrder order = MetricOrder.of(names);
        order.circles().forEach(this::circle);
        for (String name : order.sorted()) {
            switch (parsed.get(name)) {
                case ParsedMetric.Written written -> resolve(written);
                case ParsedMetric.Following following -> resolve(following);
                case null -> {}
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

    /** Of what a conversion follows a dataset comes first, so that a metric of the same name is not meant. */
    private List<Expr.Name> names(ParsedMetric metric) {
        return switch (metric) {
            case ParsedMetric.Written written -> written.names();
            case ParsedMetric.Following following ->
                following.names().stream()
                        .filter(name -> !known.datasets().containsKey(name.name()))
                        .toList();
        };
    }

    private void circle(List<Expr.Name> circle) {
        List<String> names =
                new ArrayList<>(circle.stream().map(Expr.Name::name).toList());
        names.addFirst(names.getLast());
        String message = "the metric stands on itself: " + String.join(" → ", names);
        known.problems().add(Code.CYCLE, circle.getFirst().span(), message, "break the circle");
    }

    private void resolve(ParsedMetric.Following parsed) {
        Metric.About words = about.of(parsed.definition());
        Metric.Conversion metric =
                words == null ? null : conversions.resolve(parsed.definition(), parsed.conversion(), words);
        if (metric != null) {
            known.metricTypes().put(metric.name(), MetricTypes.type(metric));
            resolved.put(metric.name(), metric);
        }
    }

    private void resolve(ParsedMetric.Written parsed) {
        MetricDefinition definition = parsed.definition();
        String name = definition.name().value();
        int before = known.problems().errors();
        Map<String, Metric.Input> inputs = inputs(parsed);
        Map<String, Span> names = new LinkedHashMap<>();
        parsed.inputs()
                .forEach(
                        (input, of) -> names.put(input, of.definition().metric().span()));
        Typed typed =
                new Binder(new MetricScope(known, types(parsed), names), known.problems()).bind(parsed.expression());
        Expr condition = parsed.where() == null ? null : condition(parsed.where());
        Timing timing = timings.resolve(definition.timing());
        Metric.About words = about.of(definition);
        if (typed == null || !isSound(parsed, typed) || !fits(typed.expr(), condition)) {
            return;
        }
        if (!known.metricTypes()
                .keySet()
                .containsAll(inputs.values().stream().map(Metric.Input::metric).toList())) {
            return;
        }
        known.metricTypes().put(name, typed.type());
        if (Exprs.isWindowed(typed.expr())) {
            known.windowed().add(name);
        }
        if (words != null && known.problems().errors() == before) {
            resolved.put(name, new Metric.Expression(words, typed.expr(), inputs, condition, timing));
        }
    }

    private @Nullable Expr condition(Expr where) {
        return new Binder(new RowScope(known, false), known.problems()).condition(where);
    }

    private Map<String, Metric.Input> inputs(ParsedMetric.Written parsed) {
        Map<String, Metric.Input> inputs = new LinkedHashMap<>();
        parsed.inputs().forEach((name, input) -> {
            known.isMetric(input.definition().metric());
            var offset = input.definition().offset();
            inputs.put(
                    name,
                    new Metric.Input(
                            input.definition().metric().value(),
                            input.where() == null ? null : condition(input.where()),
                            offset == null ? null : timings.offset(offset)));
        });
        return Collections.unmodifiableMap(inputs);
    }

    /** The types of all metrics, and of the formula's own names. */
    private Map<String, Type> types(ParsedMetric.Written parsed) {
        if (parsed.inputs().isEmpty()) {
            return known.metricTypes();
        }
        Map<String, Type> types = new HashMap<>(known.metricTypes());
        parsed.inputs().forEach((name, input) -> {
            Type type = known.metricTypes().get(input.definition().metric().value());
            types.put(name, type == null ? Type.OTHER : type);
        });
        return types;
    }

    private boolean isSound(ParsedMetric.Written parsed, Typed typed) {
        Excerpt text = parsed.text();
        List<Expr.MetricRef> inputs = Datasets.metrics(typed.expr());
        if (inputs.isEmpty() && Datasets.aggregates(typed.expr()).isEmpty()) {
            String message = Datasets.in(typed.expr()).isEmpty()
                    ? "the metric is the same number always"
                    : "the metric has a value for each row, and no aggregate that would make one of many";
            known.problems().add(Code.RESULT, text.span(), message, "write an aggregate such as sum(dataset.column)");
            return false;
        }
        int size = Datasets.size(typed.expr());
        for (Expr.MetricRef ref : inputs) {
            var input = parsed.inputs().get(ref.metric());
            String metric =
                    input == null ? ref.metric() : input.definition().metric().value();
            size = Math.min(MAX_SIZE + 1, size + sizes.getOrDefault(metric, 1));
        }
        if (size > MAX_SIZE) {
            String message = "written out, the metric is too long";
            known.problems().add(Code.TOO_DEEP, text.span(), message, "build on fewer other metrics");
            return false;
        }
        sizes.put(parsed.definition().name().value(), size);
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
            known.problems()
                    .add(Code.UNRELATED.at(place.span(), message, fix).asOssie(OssieCodes.NO_STITCHING_DIMENSION));
        }
        return related;
    }
}
