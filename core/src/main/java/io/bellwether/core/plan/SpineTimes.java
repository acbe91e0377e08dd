package io.bellwether.core.plan;

import io.bellwether.core.catalog.CalendarTable;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import io.bellwether.core.time.TimeCut;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The times of a spine: those of a calendar table, those that rows have although the table lacks them, and where no period may
 * lack all between. A row of a day that the table lacks keeps its day, and has NULL for what the table would say of it:
 *
 * <pre>
 *   table   10 winter       rows on 10, 11          spine   10 winter
 *           12 spring                          ⇒            11 NULL
 *                                                           12 spring
 * </pre>
 *
 * @param named the grains of calendar tables whose values stand beside the time
 * @param whole whether no period between the first and the last may lack, although nothing happened in it
 * @param until the grains of the periods of which the last is told to its end; empty to end with the last row or listed time
 * @param instants whether times are instants: then what the clock skips in spring is no period
 */
record SpineTimes(
        Planning planning,
        Grain grain,
        Set<String> named,
        TimeScope.Range range,
        boolean whole,
        Set<Grain> until,
        boolean instants) {
    /** Days of a thousand years, hours of fifty, minutes of most of a year. */
    private static final long MOST = 500_000;

    /** Before it, a stretch without a start is told as if no clock had been put forward. */
    private static final LocalDateTime FIRST = LocalDateTime.of(1970, 1, 1, 0, 0);

    private static final String LISTED = "listed";
    private static final String LAST = "last";
    private static final Expr TIME = Exprs.column(Node.TIME, Type.TIMESTAMP);
    private static final Expr BUCKET = Exprs.column(Node.BUCKET, Type.TIMESTAMP);

    /** @param within rows each of whose times is on the spine */
    Node of(Node within) {
        return told(planning.calendarTable(grain)
                .map(table -> listed(table, within))
                .orElseGet(() -> told(series(within), skipped())));
    }

    /** The same stretch in shorter steps, to the end of the last of these. */
    SpineTimes inSteps(Grain shorter) {
        return new SpineTimes(
                planning, shorter, named, range, whole, until.isEmpty() ? Set.of(grain) : until, instants);
    }

    /** How many times there are of which a table says nothing; each of the rows must have a period that it defines. */
    Plan.Listing listing(String name, Node within) {
        Node spine = new SpineTimes(planning, grain, Set.of(name), range, whole, Set.of(), instants).of(within);
        Node missing = new Node.Combine(
                planning.name("t", "missing"),
                "what has no " + name,
                spine,
                null,
                Exprs.call(Function.IS_NULL, Exprs.column(Spines.named(name))),
                List.of(),
                List.of(
                        new Node.Measure(Plan.Listing.COUNT, AggregateFunction.COUNT_ROWS, null, null, null, 0, false),
                        new Node.Measure(Plan.Listing.FIRST, AggregateFunction.MIN, TIME, null, null, 0, false)),
                true);
        return new Plan.Listing(name, planning.calendarTable(name), missing);
    }

    private @Nullable LocalDateTime start() {
        return range.start() == null
                ? null
                : planning.catalog()
                        .workspace()
                        .calendar()
                        .period(range.start(), grain)
                        .start();
    }

    private LocalDateTime end() {
        LocalDateTime seen = planning.question().seenBefore();
        return range.end() == null || seen.isBefore(range.end()) ? seen : range.end();
    }

    private Node series(Node within) {
        if (range.end() != null) {
            return series(start(), end(), within);
        }
        return until.isEmpty() ? series(start(), null, within) : toLast(series(start(), end(), within), within);
    }

    private Node.Series series(@Nullable LocalDateTime from, @Nullable LocalDateTime before, Node within) {
        if (from != null && before != null) {
            checkLength(Duration.between(from, before));
        } else if (grain == Grain.MILLISECOND) {
            throw tooMany(
                    "a stretch without bounds is not filled by milliseconds", "name its bounds, or ask by time.second");
        }
        return new Node.Series(
                planning.name("t", grain.word()), "a row for every " + grain.word(), grain, from, before, within);
    }

    /** The stretches of local time that the clock skips, where whole periods may lie in them. */
    private List<Period> skipped() {
        if (!instants || grain.compareTo(Grain.DAY) > 0) {
            return List.of();
        }
        LocalDateTime from = start();
        Calendar calendar = planning.catalog().workspace().calendar();
        return calendar.skipped(from == null ? FIRST : from, end()).stream()
                .filter(gap -> !gap.start().plus(grain.least()).isAfter(gap.end()))
                .toList();
    }

    /** Without the periods that never were. */
    private Node told(Node times, List<Period> skipped) {
        Expr were = Exprs.all(skipped.stream().map(this::isOutside).toList());
        return were == null
                ? times
                : new Node.Combine(
                        planning.name("t", grain.word()),
                        "without what the clock skips",
                        times,
                        null,
                        were,
                        List.of(new Node.Key(Node.TIME, TIME)),
                        List.of(),
                        false);
    }

    private Expr isOutside(Period gap) {
        LocalDateTime last = gap.end().minus(grain.least());
        return Exprs.call(
                Function.OR,
                Exprs.call(Function.LESS, TIME, new Expr.TimestampLiteral(gap.start(), Exprs.NOWHERE)),
                Exprs.call(Function.GREATER, TIME, new Expr.TimestampLiteral(last, Exprs.NOWHERE)));
    }

    private void checkLength(Duration length) {
        long periods = periods(length, grain);
        if (periods > MOST) {
            throw tooMany(
                    "the stretch would be filled to " + periods + " periods of a " + grain.word() + ", and " + MOST
                            + " are the most",
                    "ask by " + coarser(length) + ", or for a shorter stretch");
        }
    }

    private static DiagnosticException tooMany(String message, String fix) {
        return new DiagnosticException(Diagnostic.error(PlanCodes.TOO_MANY_PERIODS, null, message, fix));
    }

    private static long periods(Duration length, Grain grain) {
        return Math.ceilDiv(length.toMillis(), grain.least().toMillis());
    }

    /** The shortest period that is long enough. */
    private static String coarser(Duration length) {
        return Arrays.stream(Grain.values())
                .filter(other -> periods(length, other) <= MOST)
                .findFirst()
                .map(other -> "time." + other.word())
                .orElse("a longer period");
    }

    private Node listed(CalendarTable table, Node within) {
        Node known = new Node.Stack(
                planning.name("t", "known"),
                "every " + grain.word() + " that " + table.dataset() + " lists or that has rows",
                List.of(times(table), times(within)),
                List.of(Node.BUCKET));
        if (!whole) {
            return combine("a row for every " + grain.word(), known, null, List.of(new Node.Key(Node.TIME, BUCKET)));
        }
        return series(known);
    }

    /** The times that the table lists. */
    private Node times(CalendarTable table) {
        Expr time = time(table);
        return new ScanBuilder(planning, new Facts.Group(table.dataset(), (Expr.FieldRef) time))
                .build(
                        "t",
                        "every " + grain.word() + " of " + table.dataset(),
                        List.of(new Node.Key(Node.BUCKET, Exprs.bucket(time, grain))),
                        List.of(),
                        null,
                        planning.dated(new TimeScope.Range(start(), range.end())),
                        true);
    }

    /** The times of the rows; some may lie before the range, because a window or an offset needs them. */
    private Node times(Node within) {
        LocalDateTime start = start();
        Expr inRange = start == null
                ? Exprs.notNull(BUCKET)
                : Exprs.call(Function.GREATER_OR_EQUAL, BUCKET, new Expr.TimestampLiteral(start, Exprs.NOWHERE));
        return new Node.Combine(
                planning.name("t", "rows"),
                "every " + grain.word() + " with rows",
                within,
                null,
                inRange,
                List.of(new Node.Key(Node.BUCKET, BUCKET)),
                List.of(),
                true);
    }

    /** Without the periods after that of the last time; a week that ends in another month is two, of either its own. */
    private Node toLast(Node times, Node within) {
        Node last = new Node.Combine(
                planning.name("t", LAST),
                "the last " + grain.word(),
                within,
                null,
                null,
                List.of(),
                List.of(new Node.Measure(LAST, AggregateFunction.MAX, BUCKET, null, null, 0, false)),
                true);
        Expr end = Exprs.column(LAST, Type.TIMESTAMP);
        Expr notAfter = until.stream()
                .map(grain -> Exprs.call(Function.LESS_OR_EQUAL, Exprs.bucket(TIME, grain), Exprs.bucket(end, grain)))
                .reduce((a, b) -> Exprs.call(Function.AND, a, b))
                .orElseThrow();
        return combine(
                "to the end of the last period",
                times,
                new Node.Match(last, notAfter, false),
                List.of(new Node.Key(Node.TIME, TIME)));
    }

    /** With what calendar tables say of each time. */
    Node told(Node times) {
        Map<CalendarTable, Set<String>> tables = new LinkedHashMap<>();
        named.forEach(name -> tables.computeIfAbsent(planning.calendarTable(name), t -> new LinkedHashSet<>())
                .add(name));
        Node spine = times;
        List<Node.Key> keys = new ArrayList<>(List.of(new Node.Key(Node.TIME, TIME)));
        for (Map.Entry<CalendarTable, Set<String>> entry : tables.entrySet()) {
            CalendarTable table = entry.getKey();
            entry.getValue()
                    .forEach(name -> keys.add(new Node.Key(Spines.named(name), Exprs.column(Spines.named(name)))));
            Expr same =
                    Exprs.call(Function.EQUAL, Exprs.bucket(TIME, table.grain()), Exprs.column(LISTED, Type.TIMESTAMP));
            var match = new Node.Match(values(table, entry.getValue()), same, true);
            spine = combine("the spine with what " + table.dataset() + " says", spine, match, List.copyOf(keys));
        }
        return spine;
    }

    /** What a table says of each of its times, once. */
    private Node values(CalendarTable table, Set<String> names) {
        Expr time = time(table);
        List<Node.Key> keys = new ArrayList<>(List.of(new Node.Key(LISTED, Exprs.bucket(time, table.grain()))));
        names.forEach(name -> keys.add(new Node.Key(Spines.named(name), Exprs.cut(time, new TimeCut.Named(name)))));
        return new ScanBuilder(planning, new Facts.Group(table.dataset(), (Expr.FieldRef) time))
                .build(
                        "t",
                        table.dataset() + ", row by row",
                        keys,
                        List.of(),
                        null,
                        planning.dated(new TimeScope.Range(null, range.end())),
                        true);
    }

    private Expr time(CalendarTable table) {
        var field = planning.dataset(table.dataset()).field(table.field()).orElseThrow();
        return new Expr.FieldRef(table.dataset(), field.name(), field.type(), Exprs.NOWHERE);
    }

    private Node combine(String note, Node left, Node.@Nullable Match right, List<Node.Key> keys) {
        return new Node.Combine(planning.name("t", grain.word()), note, left, right, null, keys, List.of(), false);
    }
}
