package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.catalog.Timing;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Gaps;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Metrics written out down to the parts that they are made of:
 *
 * <pre>
 *   average_order_value = revenue / orders
 *     becomes  a0 / a1  with  a0 = sum(sales.amount),  a1 = count(distinct sales.InvoiceNo) filter (…)
 * </pre>
 *
 * A condition on a metric goes down to every part below it, and so does what it says of time: a ratio over 28 days is the
 * ratio of its inputs over 28 days.
 */
final class Lowering {
    private final Catalog catalog;
    private final Routes routes;
    private final Homes homes;
    private final Question question;
    /** Times that metrics name, with whose rows cannot be placed by them; empty where some can. */
    private final Map<Expr.FieldRef, Optional<Dataset>> unplaced = new HashMap<>();

    private final Map<Part, String> parts = new LinkedHashMap<>();
    private final Map<Part, Set<Integer>> windows = new LinkedHashMap<>();

    Lowering(Catalog catalog, Routes routes, Question question) {
        this.catalog = catalog;
        this.routes = routes;
        this.question = question;
        this.homes = new Homes(catalog, routes, question);
    }

    /** The use's formula over {@link Expr.ColumnRef}s that are names of {@link #parts()}. */
    Expr lower(MetricUse use) {
        Metric metric = catalog.metric(use.metric()).orElseThrow();
        Span place = metric.about().span();
        Gaps gaps = gaps(use.fill());
        Lens lens = Lens.PLAIN.over(use.frame(), Timing.Pick.END, use.offset(), null, gaps, place);
        return filled(formula(metric, new Context(use.where(), null, use.windows(), lens)), use.fill());
    }

    /** Every part so far, with the name of its column. */
    Map<Part, String> parts() {
        return parts;
    }

    /** The windows that need the part; empty for all. */
    Set<Integer> windows(Part part) {
        return windows.getOrDefault(part, Set.of());
    }

    /** What the metrics on the way down have said. */
    private record Context(@Nullable Expr where, Expr.@Nullable FieldRef time, Set<Integer> windows, Lens lens) {}

    private Expr formula(Metric metric, Context context) {
        return switch (metric) {
            case Metric.Expression m -> {
                Timing timing = m.timing();
                Expr.FieldRef time = timing.time() != null ? timing.time() : context.time();
                Gaps gaps = gaps(timing.fill());
                Lens lens = context.lens()
                        .over(
                                timing.frame(),
                                timing.pick(),
                                timing.offset(),
                                timing.overTime(),
                                gaps,
                                m.about().span());
                if (m.expression() instanceof Expr.Aggregate) {
                    lens = lens.filledWith(timing.fill());
                }
                Expr where = Exprs.and(context.where(), m.where());
                Expr formula = formula(m, m.expression(), new Context(where, time, context.windows(), lens));
                checkPlaces(timing.time());
                yield filled(formula, timing.fill());
            }
            case Metric.Conversion m -> conversion(m, context);
        };
    }

    /** Of a formula over several datasets some may go by their own time, but not all. */
    private void checkPlaces(Expr.@Nullable FieldRef time) {
        if (time != null) {
            unplaced.getOrDefault(time, Optional.empty()).ifPresent(home -> routes.to(home, time, time.span()));
        }
    }

    private static Gaps gaps(Timing.@Nullable Fill fill) {
        return fill == null ? Gaps.LEFT_OUT : fill.gaps();
    }

    private static Expr filled(Expr formula, Timing.@Nullable Fill fill) {
        return fill == null || fill.value() == null
                ? formula
                : Exprs.call(Function.COALESCE, formula, new Expr.NumberLiteral(fill.value(), Exprs.NOWHERE));
    }

    private Expr formula(Metric.Expression metric, Expr expr, Context context) {
        return switch (expr) {
            case Expr.MetricRef ref -> input(metric, ref, context);
            case Expr.Aggregate aggregate -> new Expr.ColumnRef(rows(aggregate, context), Type.OTHER, aggregate.span());
            default -> Exprs.rebuild(expr, child -> formula(metric, child, context));
        };
    }

    private Expr input(Metric.Expression metric, Expr.MetricRef ref, Context context) {
        Metric other = catalog.metric(metric.metric(ref)).orElseThrow();
        Metric.Input input = metric.inputs().get(ref.metric());
        if (input == null) {
            return formula(other, context);
        }
        Lens lens = context.lens().over(null, Timing.Pick.END, input.offset(), null, Gaps.LEFT_OUT, ref.span());
        Expr where = Exprs.and(context.where(), input.where());
        return formula(other, new Context(where, context.time(), context.windows(), lens));
    }

    private String rows(Expr.Aggregate aggregate, Context context) {
        Dataset home = homes.of(aggregate, context.where(), context.time());
        Leaf leaf = CoveredDays.of(
                new Leaf(
                        aggregate.function(),
                        Exprs.withoutPlaces(aggregate.argument()),
                        Exprs.withoutPlaces(Exprs.and(context.where(), aggregate.filter())),
                        aggregate.fraction(),
                        home.name(),
                        time(home, context)),
                home,
                context.lens(),
                question,
                catalog.workspace().calendar());
        homes.checkReach(home, aggregate, context.where());
        return name(new Part.Rows(leaf, context.lens()), context);
    }

    private String name(Part part, Context context) {
        Set<Integer> before = windows.get(part);
        windows.put(part, before == null ? context.windows() : union(before, context.windows()));
        return parts.computeIfAbsent(part, p -> "a" + parts.size());
    }

    static Set<Integer> union(Set<Integer> left, Set<Integer> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return Set.of();
        }
        Set<Integer> all = new LinkedHashSet<>(left);
        all.addAll(right);
        return all;
    }

    /** What the metric says, where a row has one of it: items go by the time of their order. Else the rows' own. */
    private Expr.@Nullable FieldRef time(Dataset home, Context context) {
        Expr.FieldRef time = context.time();
        if (time != null && routes.find(home, time).isPresent()) {
            unplaced.put(time, Optional.empty());
            return (Expr.FieldRef) Exprs.withoutPlaces(time);
        }
        if (time != null) {
            unplaced.putIfAbsent(time, Optional.of(home));
        }
        return DatasetTime.of(home);
    }

    /** Followers over base events; the base is a part too, so that periods with base events alone come back. */
    private Expr conversion(Metric.Conversion m, Context context) {
        Expr where = Exprs.withoutPlaces(context.where());
        Metric.Event base = m.base();
        Leaf leaf = new Leaf(
                base.value().function(),
                Exprs.withoutPlaces(base.value().argument()),
                Exprs.withoutPlaces(
                        Exprs.and(Exprs.and(where, base.where()), base.value().filter())),
                base.value().fraction(),
                base.dataset(),
                (Expr.FieldRef) Exprs.withoutPlaces(base.time()));
        Expr bases = Exprs.column(name(new Part.Rows(leaf, context.lens()), context));
        Expr followers = filled(Exprs.column(name(new Part.Followers(m, where, context.lens()), context)), m.fill());
        return m.rate() ? Exprs.call(Function.DIVIDE, followers, bases) : followers;
    }

    /** The datasets that a part reads rows of, the one whose rows are aggregated first. */
    static List<String> homes(Part part) {
        return switch (part) {
            case Part.Rows rows -> List.of(rows.leaf().home());
            case Part.Followers followers ->
                List.of(
                        followers.conversion().base().dataset(),
                        followers.conversion().follower().dataset());
        };
    }
}
