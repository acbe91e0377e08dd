package io.bellwether.core.plan;

import io.bellwether.core.catalog.Timing;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeStep;
import java.util.Locale;

/**
 * Which buckets count for a moment of the spine.
 *
 * <p>Months differ in length, so a month before the last three days of March is three times the end of February, and nothing
 * is a month after the end of January. Where steps are gathered into a longer period, each step therefore takes the stretch up
 * to where the next one's begins, so that every row counts once:
 *
 * <pre>
 *   27 Feb ─▶ 27 Jan             27 Mar ─▶ 27 Feb
 *   28 Feb ─▶ 28 to 31 Jan       28, 29, 30 Mar ─▶ nothing
 *                                31 Mar ─▶ 28 Feb
 * </pre>
 *
 * @param grain of the spine's steps
 * @param gathered whether several steps make a period of the answer
 */
record Counted(Grain grain, boolean gathered) {
    private static final Expr TIME = Exprs.column(Node.TIME, Type.TIMESTAMP);
    private static final Expr BUCKET = Exprs.column(Node.BUCKET, Type.TIMESTAMP);

    /** The stretch that a step takes: from its first moment to before its next; {@code last} is its last step. */
    private record Reached(Expr first, Expr last, Expr next, boolean stretched) {}

    /** A condition over {@link Node#TIME} and {@link Node#BUCKET}. */
    Expr on(Lens lens) {
        Reached reached = new Reached(TIME, TIME, plus(TIME), false);
        for (Timing.Offset offset : lens.offsets()) {
            reached = switch (offset) {
                case Timing.Offset.Back(TimeStep by) -> back(reached, by);
                case Timing.Offset.ToStart(String unit) -> at(start(reached.last(), unit));
            };
        }
        Expr until = Exprs.call(Function.LESS_OR_EQUAL, BUCKET, reached.last());
        return switch (lens.frame()) {
            case Timing.Frame.Rolling(TimeStep length) -> Exprs.call(Function.AND, until, since(reached, length));
            case Timing.Frame.ToDate(String unit) ->
                Exprs.call(
                        Function.AND,
                        until,
                        Exprs.call(Function.GREATER_OR_EQUAL, BUCKET, start(reached.last(), unit)));
            case Timing.Frame.AllTime() -> until;
            case null ->
                reached.stretched()
                        ? Exprs.call(
                                Function.AND,
                                Exprs.call(Function.GREATER_OR_EQUAL, BUCKET, reached.first()),
                                Exprs.call(Function.LESS, BUCKET, reached.next()))
                        : Exprs.call(Function.EQUAL, BUCKET, reached.last());
        };
    }

    private Reached at(Expr moment) {
        return new Reached(moment, moment, plus(moment), false);
    }

    private Reached back(Reached from, TimeStep by) {
        if (by.grain().isEmpty() && from.last().equals(TIME)) {
            return at(NamedPeriods.back(by));
        }
        if (gathered && isOfMonths(by) || from.stretched()) {
            Expr next = minus(from.next(), by);
            return new Reached(minus(from.first(), by), minus(next, new TimeStep(1, grain.word())), next, true);
        }
        return at(minus(from.last(), by));
    }

    /** From where a window reaches: so long before its end, which is that of its last step. */
    private Expr since(Reached reached, TimeStep length) {
        return isOfMonths(length)
                ? Exprs.call(Function.GREATER_OR_EQUAL, BUCKET, minus(reached.next(), length))
                : Exprs.call(Function.GREATER, BUCKET, minus(reached.last(), length));
    }

    private static boolean isOfMonths(TimeStep step) {
        return !step.dayByDay()
                && step.grain()
                        .filter(grain -> grain.compareTo(Grain.MONTH) >= 0)
                        .isPresent();
    }

    private Expr plus(Expr at) {
        return Exprs.call(Function.ADD, at, interval(new TimeStep(1, grain.word())));
    }

    private static Expr minus(Expr at, TimeStep by) {
        return Exprs.call(Function.SUBTRACT, at, interval(by));
    }

    private static Expr interval(TimeStep step) {
        Grain grain = step.grain().orElseThrow(() -> Unplannable.step(step.unit()));
        String unit = switch (grain) {
            case FISCAL_MONTH -> "MONTH";
            case FISCAL_QUARTER -> "QUARTER";
            case FISCAL_YEAR -> "YEAR";
            case MILLISECOND, SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR ->
                grain.word().toUpperCase(Locale.ROOT);
        };
        return new Expr.IntervalLiteral(step.count(), unit, Exprs.NOWHERE);
    }

    private static Expr start(Expr at, String unit) {
        return Grain.of(unit).isEmpty() && at.equals(TIME)
                ? NamedPeriods.start(unit)
                : Exprs.bucket(at, Grain.of(unit).orElseThrow(() -> Unplannable.step(unit)));
    }
}
