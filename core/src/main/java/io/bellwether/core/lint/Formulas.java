package io.bellwether.core.lint;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What metrics are made of. Remembers what it found, since formulas share their parts. */
final class Formulas {
    private final Catalog catalog;
    private final Map<String, Integer> depths = new HashMap<>();
    private final Map<String, Set<String>> datasets = new HashMap<>();

    Formulas(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The expressions of a metric, written out. */
    static Stream<Expr> expressions(Metric metric) {
        return switch (metric) {
            case Metric.Expression m ->
                Stream.concat(
                        Stream.of(m.expression()),
                        Stream.concat(
                                        Stream.ofNullable(m.where()),
                                        m.inputs().values().stream().map(Metric.Input::where))
                                .filter(e -> e != null));
            case Metric.Conversion m -> Stream.of(m.base(), m.follower()).flatMap(Formulas::expressions);
        };
    }

    private static Stream<Expr> expressions(Metric.Event event) {
        return Stream.concat(Stream.of(event.value()), Stream.ofNullable(event.where()));
    }

    /** The metrics that it reads, in its formula and per something in its conditions. */
    static Set<String> inputs(Metric metric) {
        Set<String> found = new LinkedHashSet<>(metric.inputNames());
        expressions(metric).flatMap(Formulas::pers).forEach(found::add);
        return found;
    }

    /** The metrics that an expression takes per something. */
    static Stream<String> pers(@Nullable Expr expr) {
        return Exprs.all(expr, Expr.Per.class).stream().map(Expr.Per::metric);
    }

    /** 1 for a formula over rows alone, and one more than its deepest input else. */
    int depth(String metric) {
        Integer known = depths.get(metric);
        if (known != null) {
            return known;
        }
        depths.put(metric, 0); // the catalog has no cycles; this only guards the walk
        int deepest = catalog.metric(metric).map(Metric::inputNames).orElse(Set.of()).stream()
                .mapToInt(this::depth)
                .max()
                .orElse(0);
        depths.put(metric, deepest + 1);
        return deepest + 1;
    }

    /** How many different metrics and aggregates the formula itself reads. */
    static int width(Metric metric) {
        return switch (metric) {
            case Metric.Expression m -> {
                Set<@Nullable Expr> read = new HashSet<>();
                Stream.concat(
                                Exprs.all(m.expression(), Expr.Aggregate.class).stream(),
                                Exprs.all(m.expression(), Expr.MetricRef.class).stream())
                        .forEach(e -> read.add(Exprs.withoutPlaces(e)));
                yield read.size();
            }
            case Metric.Conversion ignored -> 2;
        };
    }

    /** The datasets whose fields its aggregates are made of, its inputs' too. */
    Set<String> datasets(String metric) {
        Set<String> known = datasets.get(metric);
        if (known != null) {
            return known;
        }
        datasets.put(metric, Set.of());
        Set<String> found = new LinkedHashSet<>();
        catalog.metric(metric).ifPresent(m -> {
            aggregates(m).forEach(a -> Exprs.fields(a).forEach(field -> found.add(field.dataset())));
            m.inputNames().forEach(input -> found.addAll(datasets(input)));
            if (m instanceof Metric.Conversion c) {
                found.addAll(List.of(c.base().dataset(), c.follower().dataset()));
            }
        });
        found.retainAll(catalog.datasets().keySet());
        datasets.put(metric, found);
        return found;
    }

    private static Stream<Expr.Aggregate> aggregates(Metric metric) {
        return metric instanceof Metric.Expression m
                ? Exprs.all(m.expression(), Expr.Aggregate.class).stream()
                : Stream.of();
    }
}
