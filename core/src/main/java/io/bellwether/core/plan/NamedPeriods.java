package io.bellwether.core.plan;

import io.bellwether.core.catalog.Timing;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar table says of its own periods, as columns of the spine: when each began, and which moment lies as far into
 * an earlier one.
 *
 * <pre>
 *   day    decade    start of it    the same day of the decade before (the 3rd day there)
 *   2021-01-03  2nd  2021-01-01     2011-01-03
 * </pre>
 *
 * A day that the earlier period is too short for has no counterpart.
 */
final class NamedPeriods {
    private static final String GROUP = "of";
    private static final String START = "began";
    private static final String LAST = "ended";
    private static final String EARLIER_START = "earlier_began";
    private static final String EARLIER_LAST = "earlier_ended";
    private static final String LATER = "later";

    private final Planning planning;

    NamedPeriods(Planning planning) {
        this.planning = planning;
    }

    /** The start of the period that a calendar table defines, on the spine. */
    static Expr start(String grain) {
        return Exprs.column("start_of_" + grain, Type.TIMESTAMP);
    }

    /** The moment so many periods earlier, on the spine. */
    static Expr back(TimeStep by) {
        return Exprs.column("back_" + by.count() + "_" + by.unit(), Type.TIMESTAMP);
    }

    /** The spine with every such column that the lens needs. */
    Node on(Node spine, Grain grain, Lens lens, Set<String> named) {
        Set<String> starts = new LinkedHashSet<>();
        Set<TimeStep> backs = new LinkedHashSet<>();
        if (lens.frame() instanceof Timing.Frame.ToDate(String unit) && isNamed(unit)) {
            starts.add(unit);
        }
        for (Timing.Offset offset : lens.offsets()) {
            switch (offset) {
                case Timing.Offset.Back(TimeStep by) when isNamed(by.unit()) -> backs.add(by);
                case Timing.Offset.ToStart(String unit) when isNamed(unit) -> starts.add(unit);
                default -> {}
            }
        }
        List<Node.Key> keys = new ArrayList<>(List.of(key(Node.TIME, Type.TIMESTAMP)));
        named.forEach(name -> keys.add(key(Spines.named(name), Type.OTHER)));
        Node result = spine;
        for (String unit : starts) {
            result = started(result, periods(whole(grain, unit), unit), unit, keys);
        }
        for (TimeStep by : backs) {
            result = shifted(result, periods(whole(grain, by.unit()), by.unit()), by, keys);
        }
        return result;
    }

    private static boolean isNamed(String unit) {
        return Grain.of(unit).isEmpty();
    }

    private static Node.Key key(String name, Type type) {
        return new Node.Key(name, Exprs.column(name, type));
    }

    /** The calendar from end to end: a period that the question cuts off began when it began. */
    private Node whole(Grain grain, String unit) {
        return new Spines(planning)
                .table(planning.calendarTable(unit), grain, Set.of(unit), new TimeScope.Range(null, null));
    }

    /** Each period with its first and last moment, and a number that counts on. */
    private Node periods(Node spine, String unit) {
        Expr time = Exprs.column(Node.TIME, Type.TIMESTAMP);
        Node ends = new Node.Combine(
                planning.name("p", unit),
                "when each " + unit + " began and ended",
                spine,
                null,
                null,
                List.of(new Node.Key(GROUP, Exprs.column(Spines.named(unit)))),
                List.of(
                        new Node.Measure(START, AggregateFunction.MIN, time, null, null, 0, false),
                        new Node.Measure(LAST, AggregateFunction.MAX, time, null, null, 0, false)),
                true);
        return new Node.Numbered(
                planning.name("n", unit), "each " + unit + " with a number", ends, Exprs.column(GROUP));
    }

    private Node started(Node spine, Node periods, String unit, List<Node.Key> keys) {
        keys.add(new Node.Key(((Expr.ColumnRef) start(unit)).column(), Exprs.column(START, Type.TIMESTAMP)));
        Node result = met(spine, periods, unit, null, keys);
        keys.set(keys.size() - 1, key(((Expr.ColumnRef) start(unit)).column(), Type.TIMESTAMP));
        return result;
    }

    private Node shifted(Node spine, Node periods, TimeStep by, List<Node.Key> keys) {
        Expr number = new Expr.NumberLiteral(BigDecimal.valueOf(by.count()), Exprs.NOWHERE);
        Node earlier = new Node.Combine(
                planning.name("p", "earlier"),
                "each " + by.unit() + " for the one that comes " + by.count() + " later",
                periods,
                null,
                null,
                List.of(
                        new Node.Key(EARLIER_START, Exprs.column(START, Type.TIMESTAMP)),
                        new Node.Key(EARLIER_LAST, Exprs.column(LAST, Type.TIMESTAMP)),
                        new Node.Key(LATER, Exprs.call(Function.ADD, Exprs.column(Node.ROW), number))),
                List.of(),
                false);
        Node pairs = new Node.Combine(
                planning.name("p", "pairs"),
                "each " + by.unit() + " beside the earlier one",
                periods,
                new Node.Match(earlier, Dims.equal(Node.ROW, LATER), false),
                null,
                List.of(
                        key(GROUP, Type.OTHER),
                        key(START, Type.TIMESTAMP),
                        key(EARLIER_START, Type.TIMESTAMP),
                        key(EARLIER_LAST, Type.TIMESTAMP)),
                List.of(),
                false);
        Expr into = Exprs.call(
                Function.SUBTRACT, Exprs.column(Node.TIME, Type.TIMESTAMP), Exprs.column(START, Type.TIMESTAMP));
        Expr same = Exprs.call(Function.ADD, Exprs.column(EARLIER_START, Type.TIMESTAMP), into);
        Expr exists = Exprs.call(Function.LESS_OR_EQUAL, same, Exprs.column(EARLIER_LAST, Type.TIMESTAMP));
        String column = ((Expr.ColumnRef) back(by)).column();
        keys.add(new Node.Key(column, same));
        Node result = met(spine, pairs, by.unit(), exists, keys);
        keys.set(keys.size() - 1, key(column, Type.TIMESTAMP));
        return result;
    }

    private Node met(Node spine, Node periods, String unit, @Nullable Expr condition, List<Node.Key> keys) {
        return new Node.Combine(
                planning.name("t", unit),
                "the spine with what its " + unit + " says",
                spine,
                new Node.Match(periods, Dims.equal(Spines.named(unit), GROUP), false),
                condition,
                List.copyOf(keys),
                List.of(),
                false);
    }
}
