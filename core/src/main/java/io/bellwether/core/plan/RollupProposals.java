package io.bellwether.core.plan;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Plans in, the rollups out that would answer their scans:
 *
 * <pre>
 *   orders from March on, where channel = 'web':        orders by day:
 *   count(*), sum(amount) filter (where voucher)   ⇒    count(*) filter (where channel = 'web'),
 *                                                       sum(amount) filter (where channel = 'web' and voucher)
 * </pre>
 *
 * Conditions go down to the measures, so that scans of the same rows by the same keys share a rollup. Keys that are
 * counted once are kept each day, under their conditions; where nothing else divides them, how many are new, too.
 */
public final class RollupProposals {
    private static final List<Grain> PERIODS = List.of(Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR);

    /** Scans that one rollup can answer: of the same rows by the same keys. What they join changes no row. */
    private static final class Shape {
        private final Dataset home;
        private final Expr.FieldRef time;
        private final List<Expr> keys;
        private final Map<String, Node.Join> joins = new LinkedHashMap<>();
        private final Set<What> what = new LinkedHashSet<>();

        Shape(Dataset home, Expr.FieldRef time, List<Expr> keys) {
            this.home = home;
            this.time = time;
            this.keys = keys;
        }

        boolean takes(Node.Scan scan, Expr.FieldRef itsTime, List<Expr> itsKeys) {
            return home.equals(scan.home())
                    && time.equals(itsTime)
                    && keys.equals(itsKeys)
                    && scan.joins().stream()
                            .allMatch(join ->
                                    joins.getOrDefault(join.alias(), join).equals(join));
        }
    }

    private record What(
            AggregateFunction function, @Nullable Expr argument, Set<Expr> filter) {}

    private final List<Shape> sums = new ArrayList<>();
    private final Set<Rollup> keys = new LinkedHashSet<>();

    private RollupProposals() {}

    /** In no plan's order; two that hold the same stand once. */
    public static List<Rollup> of(Collection<Plan> plans) {
        var proposals = new RollupProposals();
        plans.forEach(plan -> plan.scans().forEach(proposals::add));
        List<Rollup> all = new ArrayList<>();
        proposals.sums.forEach(shape -> all.add(cells(shape)));
        all.addAll(proposals.keys);
        return all;
    }

    private void add(Node.Scan scan) {
        Optional<Expr.FieldRef> time = time(scan);
        if (isOfNow(scan)) {
            return; // what holds of today does not of tomorrow
        }
        if (!scan.grouped() || time.isEmpty() || !scan.joins().stream().allMatch(RollupProposals::isPlain)) {
            return;
        }
        List<Expr> by = scan.keys().stream()
                .map(key -> Objects.requireNonNull(Exprs.withoutPlaces(key.value())))
                .filter(value -> !isCut(value, time.get()))
                .toList();
        if (scan.measures().isEmpty() && !by.isEmpty()) {
            keys(scan, time.get(), by, scan.condition());
            return;
        }
        Set<What> what = new LinkedHashSet<>();
        for (Node.Measure measure : scan.measures()) {
            Set<Expr> filter = conditions(scan.condition(), measure.filter());
            Expr argument = Exprs.withoutPlaces(measure.argument());
            if (measure.function() == AggregateFunction.COUNT_DISTINCT && argument != null) {
                List<Expr> all = new ArrayList<>(by);
                all.add(argument);
                Expr known = Exprs.and(Exprs.all(List.copyOf(filter)), Exprs.notNull(argument));
                keys(scan, time.get(), all, known);
            } else if (measure.function() == AggregateFunction.AVERAGE) {
                what.add(new What(AggregateFunction.SUM, argument, filter));
                what.add(new What(AggregateFunction.COUNT, argument, filter));
            } else if (measure.function().isMergeable()) {
                what.add(new What(measure.function(), argument, filter));
            }
        }
        if (!what.isEmpty()) {
            alternatives(scan.condition()).forEach(any -> what.add(new What(AggregateFunction.COUNT_ROWS, null, any)));
            Shape shape = shape(scan, time.get(), by);
            scan.joins().forEach(join -> shape.joins.put(join.alias(), join));
            shape.what.addAll(what);
        }
    }

    /** Whether the moment of the question has a say in any field that the scan could read, or in the scan itself. */
    private static boolean isOfNow(Node.Scan scan) {
        Stream<Expr> own = Stream.concat(
                scan.keys().stream().map(Node.Key::value),
                scan.measures().stream()
                        .flatMap(measure -> Stream.of(
                                Optional.ofNullable(measure.argument()), Optional.ofNullable(measure.filter())))
                        .flatMap(Optional::stream));
        Stream<Dataset> joined = scan.joins().stream()
                .flatMap(join ->
                        join.target() instanceof Node.Target.Table(Dataset to) ? Stream.of(to) : Stream.empty());
        Stream<Expr> fields = Stream.concat(Stream.of(scan.home()), joined)
                .flatMap(dataset -> dataset.fields().values().stream())
                .map(Field::expression);
        return Exprs.holds(scan.condition(), Expr.Now.class::isInstance)
                || Stream.concat(own, fields).anyMatch(expr -> Exprs.holds(expr, Expr.Now.class::isInstance));
    }

    private Shape shape(Node.Scan scan, Expr.FieldRef time, List<Expr> by) {
        return sums.stream()
                .filter(shape -> shape.takes(scan, time, by))
                .findFirst()
                .orElseGet(() -> {
                    Shape fresh = new Shape(scan.home(), time, by);
                    sums.add(fresh);
                    return fresh;
                });
    }

    /** What makes a row pass: of each alternative of the condition, all that must hold. */
    static List<Set<Expr>> alternatives(@Nullable Expr condition) {
        List<Set<Expr>> all = new ArrayList<>();
        if (condition instanceof Expr.Call or && or.function() == Function.OR) {
            or.arguments().forEach(one -> all.add(conditions(one, null)));
        } else {
            all.add(conditions(condition, null));
        }
        return all;
    }

    static Set<Expr> conditions(@Nullable Expr one, @Nullable Expr other) {
        Set<Expr> all = new LinkedHashSet<>();
        for (Expr condition : new Expr[] {one, other}) {
            Exprs.conjuncts(condition).forEach(c -> all.add(Objects.requireNonNull(Exprs.withoutPlaces(c))));
        }
        return all;
    }

    /** The time that the scan is cut by. */
    static Optional<Expr.FieldRef> time(Node.Scan scan) {
        Set<Expr> times = new LinkedHashSet<>();
        scan.bounds().forEach(bound -> times.add(Exprs.withoutPlaces(bound.time())));
        return times.size() == 1 ? Optional.of((Expr.FieldRef) times.iterator().next()) : Optional.empty();
    }

    /** Brings at most one row, always the same. */
    static boolean isPlain(Node.Join join) {
        return join.kind() == Node.Kind.LEFT && join.target() instanceof Node.Target.Table && join.bound() == null;
    }

    /** Whether a key follows from the day of the time. */
    static boolean isCut(Expr key, Expr.FieldRef time) {
        return key instanceof Expr.CalendarRef ref && ref.time().equals(time) && followsFromDay(ref.cut());
    }

    static boolean followsFromDay(TimeCut cut) {
        return switch (cut) {
            case TimeCut.At(Grain grain) -> grain.compareTo(Grain.DAY) >= 0;
            case TimeCut.Part ignored -> true;
            case TimeCut.Moment() -> false;
            case TimeCut.Named ignored -> false;
        };
    }

    private void keys(Node.Scan scan, Expr.FieldRef time, List<Expr> by, @Nullable Expr condition) {
        Expr known = Exprs.all(List.copyOf(conditions(condition, null)));
        var cells = new Rollup.Cells(
                new Node.Scan(
                        "kept",
                        scan.home().name() + ", each key once a day",
                        scan.home(),
                        scan.joins(),
                        List.of(),
                        known,
                        days(time, by),
                        List.of(),
                        true),
                time);
        keys.add(cells);
        if (by.size() == 1) {
            PERIODS.forEach(period -> keys.add(new Rollup.Firsts(cells, period)));
        }
    }

    private static List<Node.Key> days(Expr.FieldRef time, List<Expr> by) {
        List<Node.Key> all = new ArrayList<>();
        all.add(new Node.Key(Rollup.DAY, Exprs.bucket(time, Grain.DAY)));
        by.stream().distinct().forEach(value -> all.add(new Node.Key("k" + all.size(), value)));
        return all;
    }

    private static Rollup cells(Shape shape) {
        List<Node.Measure> measures = new ArrayList<>();
        shape.what.forEach(one -> measures.add(new Node.Measure(
                "m" + measures.size(),
                one.function(),
                one.argument(),
                Exprs.all(List.copyOf(one.filter())),
                null,
                0,
                false)));
        return new Rollup.Cells(
                new Node.Scan(
                        "kept",
                        shape.home.name() + " by day",
                        shape.home,
                        List.copyOf(shape.joins.values()),
                        List.of(),
                        null,
                        days(shape.time, shape.keys),
                        measures,
                        true),
                shape.time);
    }
}
