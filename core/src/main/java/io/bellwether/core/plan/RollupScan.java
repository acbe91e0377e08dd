package io.bellwether.core.plan;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One scan over one rollup, if all that the scan says can be said of the rollup's rows:
 *
 * <pre>
 *   Scan orders                                       Scan rollup
 *     bounds  ordered_at >= March         ⇒             bounds  bucket >= March
 *     where   voucher and channel = 'web'               where   m3 > 0 and k1 = 'web'
 *     keys    month of ordered_at                       keys    month of bucket
 *     count(*)                                          sum(m3)   -- m3 = count(*) filter (voucher)
 *                                                    Combine: nothing counted is 0
 * </pre>
 *
 * Safe because a rollup's row stands for exactly the rows of one day with the same keys: bounds lie between days; what
 * is asked of a row is either the same for all of them (it speaks of keys), or a measure's own condition already. A group
 * shows where one of its rows passes, which a count of such rows tells.
 */
final class RollupScan {
    private final Node.Scan scan;
    private final Rollup.Cells cells;
    private final Rollup.Kept kept;
    private final Map<Expr, Expr.FieldRef> keys = new LinkedHashMap<>();
    private final List<Node.Measure> measures = new ArrayList<>();
    private final List<Node.Key> answers = new ArrayList<>();
    /** Conditions that every row of the rollup that is read passes. */
    private final Set<Expr> told = new LinkedHashSet<>();

    private RollupScan(Node.Scan scan, Rollup.Cells cells, Rollup.Kept kept) {
        this.scan = scan;
        this.cells = cells;
        this.kept = kept;
        cells.scan().keys().forEach(key -> keys.put(key.value(), kept.field(key.name())));
    }

    /** The same columns from the rollup; empty where the rollup cannot tell. */
    static Optional<Node> of(Node.Scan scan, Rollup.Cells cells, Rollup.Kept kept) {
        return joinsLike(scan, cells.scan()) && (!kept.isShared() || scan.keys().isEmpty())
                ? new RollupScan(scan, cells, kept).rewritten()
                : Optional.empty();
    }

    /**
     * A row a day with the scan's measures, to be gathered into windows: there it does not matter whether a day without rows
     * is missing, or is there with NULL, and a day's rows need no condition where each measure has it.
     *
     * @param conditions of the scan on rows that the windows do not say already
     */
    static Optional<Node.Scan> days(Node.Scan scan, Set<Expr> conditions, Rollup.Cells cells, Rollup.Kept kept) {
        boolean byDay = cells.scan().keys().size() == 1
                && scan.keys().size() == 1
                && cells.scan()
                        .keys()
                        .getFirst()
                        .value()
                        .equals(Exprs.withoutPlaces(scan.keys().getFirst().value()));
        return byDay && joinsLike(scan, cells.scan())
                ? new RollupScan(scan, cells, kept).byDay(conditions)
                : Optional.empty();
    }

    private Optional<Node.Scan> byDay(Set<Expr> conditions) {
        List<Node.Bound> bounds = bounds(scan, cells.time(), kept.field(Rollup.DAY));
        List<Node.Key> columns = new ArrayList<>();
        columns.add(new Node.Key(scan.keys().getFirst().name(), kept.field(Rollup.DAY)));
        for (Node.Measure measure : scan.measures()) {
            Set<Expr> all = new LinkedHashSet<>(conditions);
            all.addAll(RollupProposals.conditions(measure.filter(), null));
            source(measure.function(), Exprs.withoutPlaces(measure.argument()), all)
                    .filter(column -> column.residual() == null)
                    .ifPresent(column -> columns.add(new Node.Key(measure.name(), kept.field(column.column()))));
        }
        return bounds.isEmpty() || columns.size() <= scan.measures().size()
                ? Optional.empty()
                : Optional.of(new Node.Scan(
                        scan.name(),
                        scan.note() + ", from a rollup",
                        kept.table(),
                        List.of(),
                        bounds,
                        null,
                        columns,
                        List.of(),
                        false));
    }

    /** Whether rows of the one are rows of the other: a join that is missing changes none. */
    static boolean joinsLike(Node.Scan scan, Node.Scan other) {
        return scan.grouped()
                && scan.widened().isEmpty()
                && scan.home().equals(other.home())
                && scan.joins().stream().allMatch(RollupProposals::isPlain)
                && other.joins().containsAll(scan.joins());
    }

    private Optional<Node> rewritten() {
        List<Node.Bound> bounds = bounds(scan, cells.time(), kept.field(Rollup.DAY));
        List<Node.Key> newKeys = new ArrayList<>();
        for (Node.Key key : scan.keys()) {
            Optional<Expr> value = over(key.value());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            newKeys.add(new Node.Key(key.name(), value.get()));
            answers.add(new Node.Key(key.name(), column(key.name(), key.value())));
        }
        Optional<List<Expr>> condition = condition();
        condition.ifPresent(told::addAll);
        if (bounds.isEmpty()
                || condition.isEmpty()
                || kept.isShared() && !condition.get().isEmpty()
                || !scan.measures().stream().allMatch(this::measured)) {
            return Optional.empty();
        }
        boolean whole = answers.stream().allMatch(key -> key.value() instanceof Expr.ColumnRef);
        String name = whole ? scan.name() : scan.name() + "_kept";
        Node.Scan read = new Node.Scan(
                name,
                scan.note() + ", from a rollup",
                kept.table(),
                List.of(),
                bounds,
                Exprs.all(condition.get()),
                newKeys,
                measures,
                true);
        return Optional.of(
                whole ? read : new Node.Combine(scan.name(), scan.note(), read, null, null, answers, List.of(), false));
    }

    private static Expr column(String name, Expr value) {
        Type type = value instanceof Expr.FieldRef field
                ? field.type()
                : value instanceof Expr.CalendarRef cut ? cut.type() : Type.OTHER;
        return Exprs.column(name, type);
    }

    /** The same bounds of days; empty where one of them cuts a day, or is of something else. */
    static List<Node.Bound> bounds(Node.Scan scan, Expr.FieldRef time, Expr.FieldRef day) {
        List<Node.Bound> all = new ArrayList<>();
        for (Node.Bound bound : scan.bounds()) {
            if (!time.equals(Exprs.withoutPlaces(bound.time()))
                    || !isMidnight(bound.from())
                    || !isMidnight(bound.before())) {
                return List.of();
            }
            all.add(new Node.Bound(day, bound.from(), bound.before(), bound.orNone()));
        }
        return all;
    }

    private static boolean isMidnight(@Nullable LocalDateTime time) {
        return time == null || time.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** The expression over the rollup's keys; empty where it needs more than they say. */
    private Optional<Expr> over(Expr expr) {
        Set<Expr> unknown = new HashSet<>();
        Expr value = over(Objects.requireNonNull(Exprs.withoutPlaces(expr)), unknown);
        return unknown.isEmpty() ? Optional.of(value) : Optional.empty();
    }

    private Expr over(Expr expr, Set<Expr> unknown) {
        Expr.FieldRef key = keys.get(expr);
        if (key != null) {
            return key;
        }
        if (RollupProposals.isCut(expr, cells.time())) {
            Expr.CalendarRef cut = (Expr.CalendarRef) expr;
            return new Expr.CalendarRef(kept.field(Rollup.DAY), cut.cut(), cut.type(), Exprs.NOWHERE);
        }
        if (isBetweenDays(expr)) {
            Expr.Call call = (Expr.Call) expr;
            return Exprs.call(
                    call.function(), kept.field(Rollup.DAY), call.arguments().getLast());
        }
        boolean leaf = expr instanceof Expr.FieldRef
                || expr instanceof Expr.ColumnRef
                || expr instanceof Expr.CalendarRef
                || expr instanceof Expr.Per
                || expr instanceof Expr.Aggregate;
        if (leaf) {
            unknown.add(expr);
            return expr;
        }
        return Exprs.rebuild(expr, child -> over(child, unknown));
    }

    /** Whether it parts earlier days from later ones, and no day itself. */
    private boolean isBetweenDays(Expr expr) {
        return expr instanceof Expr.Call call
                && (call.function() == Function.LESS || call.function() == Function.GREATER_OR_EQUAL)
                && call.arguments().getFirst().equals(cells.time())
                && cells.time().type() != Type.TIMESTAMP_TZ
                && switch (call.arguments().getLast()) {
                    case Expr.DateLiteral ignored -> true;
                    case Expr.TimestampLiteral literal -> isMidnight(literal.value());
                    default -> false;
                };
    }

    /** What a row of the rollup must pass; empty where its rows may differ in it. */
    private Optional<List<Expr>> condition() {
        Set<Expr> conditions = RollupProposals.conditions(scan.condition(), null);
        Set<Expr> own = RollupProposals.conditions(cells.scan().condition(), null);
        if (!conditions.containsAll(own)) {
            return Optional.empty();
        }
        List<Expr> all = new ArrayList<>();
        List<Expr> untold = new ArrayList<>();
        conditions.removeAll(own);
        conditions.forEach(condition -> over(condition).ifPresentOrElse(all::add, () -> untold.add(condition)));
        if (untold.isEmpty()) {
            return Optional.of(all);
        }
        // Of the rows behind a row of the rollup some pass and some do not: do any?
        List<Expr> any = new ArrayList<>();
        for (Set<Expr> alternative : RollupProposals.alternatives(Exprs.all(untold))) {
            Optional<Expr> exists = exists(alternative);
            if (exists.isEmpty()) {
                return Optional.empty();
            }
            any.add(exists.get());
        }
        all.add(any.size() == 1 ? any.getFirst() : new Expr.Call(Function.OR, any, Exprs.NOWHERE));
        return Optional.of(all);
    }

    private Optional<Expr> exists(Set<Expr> alternative) {
        Expr zero = new Expr.NumberLiteral(BigDecimal.ZERO, Exprs.NOWHERE);
        return source(AggregateFunction.COUNT_ROWS, null, alternative)
                .map(count ->
                        Exprs.and(Exprs.call(Function.GREATER, kept.field(count.column()), zero), count.residual()));
    }

    /** A column of the rollup, for the rows of it that pass the rest of a condition. */
    private record Column(String column, @Nullable Expr residual) {}

    /** The rollup's measure under these conditions: some may be its own, the others must speak of keys. */
    private Optional<Column> source(AggregateFunction function, @Nullable Expr argument, Set<Expr> conditions) {
        for (Node.Measure measure : cells.scan().measures()) {
            Set<Expr> own = RollupProposals.conditions(measure.filter(), null);
            if (measure.function() == function
                    && Objects.equals(measure.argument(), argument)
                    && conditions.containsAll(own)) {
                Set<Expr> rest = new LinkedHashSet<>(conditions);
                rest.removeAll(own);
                List<Expr> residual =
                        rest.stream().flatMap(c -> over(c).stream()).toList();
                if (residual.size() == rest.size()) {
                    List<Expr> untold =
                            residual.stream().filter(c -> !told.contains(c)).toList();
                    return Optional.of(new Column(measure.name(), Exprs.all(untold)));
                }
            }
        }
        return Optional.empty();
    }

    private boolean measured(Node.Measure measure) {
        Set<Expr> conditions = RollupProposals.conditions(scan.condition(), measure.filter());
        Expr argument = Exprs.withoutPlaces(measure.argument());
        return switch (measure.function()) {
            case AVERAGE -> average(measure.name(), argument, conditions);
            case COUNT, COUNT_ROWS, SUM, MIN, MAX -> added(measure.name(), measure.function(), argument, conditions);
            case COUNT_DISTINCT -> distinct(measure, argument, conditions);
            case SUM_DISTINCT,
                    AVERAGE_DISTINCT,
                    MEDIAN,
                    PERCENTILE_CONTINUOUS,
                    PERCENTILE_DISCRETE,
                    STDDEV_SAMPLE,
                    STDDEV_POPULATION,
                    VARIANCE_SAMPLE,
                    VARIANCE_POPULATION,
                    CORRELATION,
                    COVARIANCE_POPULATION,
                    COVARIANCE_SAMPLE,
                    LIST,
                    LIST_DISTINCT -> false;
        };
    }

    private boolean average(String name, @Nullable Expr argument, Set<Expr> conditions) {
        Optional<Column> sum = source(AggregateFunction.SUM, argument, conditions);
        Optional<Column> count = source(AggregateFunction.COUNT, argument, conditions);
        if (sum.isEmpty() || count.isEmpty()) {
            return false;
        }
        measures.add(merge(name + "_sum", AggregateFunction.SUM, sum.get()));
        measures.add(merge(name + "_n", AggregateFunction.SUM, count.get()));
        answers.add(new Node.Key(
                name, Exprs.call(Function.DIVIDE, Exprs.column(name + "_sum"), Exprs.column(name + "_n"))));
        return true;
    }

    private boolean added(String name, AggregateFunction function, @Nullable Expr argument, Set<Expr> conditions) {
        Optional<Column> source = source(function, argument, conditions);
        if (source.isEmpty()) {
            return false;
        }
        boolean counts = function == AggregateFunction.COUNT || function == AggregateFunction.COUNT_ROWS;
        measures.add(merge(name, counts ? AggregateFunction.SUM : function, source.get()));
        Expr zero = new Expr.NumberLiteral(BigDecimal.ZERO, Exprs.NOWHERE);
        Expr column = Exprs.column(name);
        answers.add(new Node.Key(name, counts ? Exprs.call(Function.COALESCE, column, zero) : column));
        return true;
    }

    /** Rows that a key stands in once a day are enough to count it once, if all of a measure's conditions speak of keys. */
    private boolean distinct(Node.Measure measure, @Nullable Expr argument, Set<Expr> conditions) {
        Set<Expr> own = RollupProposals.conditions(cells.scan().condition(), null);
        if (argument == null) {
            return false;
        }
        own.remove(Exprs.notNull(argument));
        Set<Expr> rest = new LinkedHashSet<>(conditions);
        rest.removeAll(own);
        List<Expr> residual = rest.stream().flatMap(c -> over(c).stream()).toList();
        Optional<Expr> key = over(argument);
        if (key.isEmpty() || residual.size() != rest.size() || !conditions.containsAll(own)) {
            return false;
        }
        measures.add(new Node.Measure(
                measure.name(), measure.function(), key.get(), Exprs.all(residual), null, measure.comparison(), false));
        answers.add(new Node.Key(measure.name(), Exprs.column(measure.name())));
        return true;
    }

    private Node.Measure merge(String name, AggregateFunction function, Column source) {
        return new Node.Measure(name, function, kept.field(source.column()), source.residual(), null, 0, false);
    }
}
