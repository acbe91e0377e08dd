package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Metrics written out down to their leaf aggregates:
 *
 * <pre>
 *   average_order_value = revenue / orders
 *     becomes  a0 / a1  with  a0 = sum(sales.amount),  a1 = count(distinct sales.InvoiceNo) filter (…)
 * </pre>
 *
 * A condition on a metric goes down to every leaf below it, so a filtered formula equals the formula of filtered inputs.
 */
final class Lowering {
    private final Catalog catalog;
    private final JoinPaths paths;
    private final Map<Leaf, String> leaves = new LinkedHashMap<>();
    private final Map<Leaf, Set<Integer>> windows = new LinkedHashMap<>();

    Lowering(Catalog catalog, JoinPaths paths) {
        this.catalog = catalog;
        this.paths = paths;
    }

    /** The use's formula over {@link Expr.ColumnRef}s that are names of {@link #leaves()}. */
    Expr lower(MetricUse use) {
        Metric metric = catalog.metric(use.metric()).orElseThrow();
        return formula(metric, new Context(use.where(), null, use.windows()));
    }

    /** Every leaf so far, with the name of its column. */
    Map<Leaf, String> leaves() {
        return leaves;
    }

    /** The windows that need the leaf; empty for all. */
    Set<Integer> windows(Leaf leaf) {
        return windows.getOrDefault(leaf, Set.of());
    }

    private record Context(@Nullable Expr where, Expr.@Nullable FieldRef time, Set<Integer> windows) {}

    private Expr formula(Metric metric, Context context) {
        return switch (metric) {
            case Metric.Expression m -> {
                Expr.FieldRef time = m.time() != null ? m.time() : context.time();
                yield formula(
                        m.expression(), new Context(Exprs.and(context.where(), m.where()), time, context.windows()));
            }
            case Metric.Conversion m -> throw new IllegalStateException("not planned yet: " + m.name());
        };
    }

    private Expr formula(Expr expr, Context context) {
        return switch (expr) {
            case Expr.MetricRef ref -> formula(catalog.metric(ref.metric()).orElseThrow(), context);
            case Expr.Aggregate aggregate ->
                new Expr.ColumnRef(
                        leaf(aggregate, context), io.bellwether.core.expression.Type.OTHER, aggregate.span());
            default -> Exprs.rebuild(expr, child -> formula(child, context));
        };
    }

    private String leaf(Expr.Aggregate aggregate, Context context) {
        String home = home(aggregate, context);
        Leaf leaf = new Leaf(
                aggregate.function(),
                Exprs.withoutPlaces(aggregate.argument()),
                Exprs.withoutPlaces(Exprs.and(context.where(), aggregate.filter())),
                aggregate.fraction(),
                home,
                time(home, context));
        String name = leaves.computeIfAbsent(leaf, l -> "a" + leaves.size());
        windows.merge(leaf, context.windows(), Lowering::union);
        checkReach(leaf, aggregate);
        return name;
    }

    static Set<Integer> union(Set<Integer> left, Set<Integer> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Set.of();
        }
        Set<Integer> all = new LinkedHashSet<>(left);
        all.addAll(right);
        return all;
    }

    private Expr.@Nullable FieldRef time(String home, Context context) {
        if (context.time() != null && context.time().dataset().equals(home)) {
            return (Expr.FieldRef) Exprs.withoutPlaces(context.time());
        }
        return DatasetTime.of(catalog.dataset(home).orElseThrow());
    }

    /** The dataset whose rows the aggregate is about: the finest that its argument reads. */
    private String home(Expr.Aggregate aggregate, Context context) {
        List<String> read = datasets(aggregate.argument());
        if (read.isEmpty()) {
            read = datasets(Exprs.and(aggregate.filter(), context.where()));
        }
        if (read.isEmpty() && context.time() != null) {
            read = List.of(context.time().dataset());
        }
        if (read.isEmpty() && catalog.datasets().size() == 1) {
            read = List.copyOf(catalog.datasets().keySet());
        }
        List<String> all = read;
        return read.stream()
                .filter(candidate -> all.stream().allMatch(other -> paths.reaches(candidate, other)))
                .findFirst()
                .orElseThrow(() -> new DiagnosticException(noHome(aggregate, all)));
    }

    private Diagnostic noHome(Expr.Aggregate aggregate, List<String> read) {
        if (read.isEmpty()) {
            return Diagnostic.error(
                    PlanCodes.NO_HOME,
                    aggregate.span(),
                    "the aggregate does not say which rows it counts",
                    "name a field, for example count(%s.…)"
                            .formatted(catalog.datasets().keySet().iterator().next()));
        }
        return Diagnostic.error(
                PlanCodes.NO_PATH,
                aggregate.span(),
                "no dataset among %s reaches all the others".formatted(String.join(", ", read)),
                "add the relationship from the dataset with more rows to the other");
    }

    /** A filter may read only what each row of the leaf's home has one of. */
    private void checkReach(Leaf leaf, Expr.Aggregate aggregate) {
        paths.tree(leaf.home(), datasets(leaf.argument()), aggregate.span());
        paths.tree(leaf.home(), datasets(leaf.filter()), aggregate.span());
    }

    static List<String> datasets(@Nullable Expr expr) {
        List<String> names = new ArrayList<>();
        Exprs.fields(expr).forEach(field -> {
            if (!names.contains(field.dataset())) {
                names.add(field.dataset());
            }
        });
        return names;
    }
}
