package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.time.Gaps;
import io.bellwether.core.time.TimeStep;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a metric's value for a period follows from rows at their times. What is not said is plain: the rows of the period.
 *
 * @param time {@code dataset.field} that places rows in periods instead of the dataset's own time; or null
 * @param frame which rows count for a period, or null for those in it
 * @param pick which value stands for a period that is longer than the steps in which a frame moves
 * @param offset from which earlier moment the value comes, or null
 * @param overTime for values that do not add up over time, such as stock; or null
 * @param fill what stands where there are no rows, or null for nothing
 */
public record Timing(
        Expr.@Nullable FieldRef time,
        @Nullable Frame frame,
        Pick pick,
        @Nullable Offset offset,
        @Nullable OverTime overTime,
        @Nullable Fill fill) {
    public static final Timing PLAIN = new Timing(null, null, Pick.END, null, null, null);

    /** Rows placed by a field, else plain. */
    public static Timing by(Expr.@Nullable FieldRef time) {
        return time == null ? PLAIN : new Timing(time, null, Pick.END, null, null, null);
    }

    /** Whether the value is made of the rows of its period alone, all of them. */
    public boolean isPlain() {
        return frame == null && offset == null && overTime == null;
    }

    /** What is done with time, to follow a formula: {@code , over 28 days}; empty where nothing is. */
    public String words() {
        String framed = switch (frame) {
            case Frame.Rolling(TimeStep length) -> ", over " + length.text();
            case Frame.ToDate(String grain) -> ", from the start of the " + spoken(grain);
            case Frame.AllTime() -> ", all so far";
            case null -> "";
        };
        String moved = switch (offset) {
            case Offset.Back(TimeStep by) -> ", " + by.text() + " before";
            case Offset.ToStart(String grain) -> ", at the start of the " + spoken(grain);
            case null -> "";
        };
        String level = overTime == null
                ? ""
                : switch (overTime.choice()) {
                    case FIRST -> ", the first of the period";
                    case LAST -> ", the last of the period";
                    case AVERAGE -> ", the mean of the period";
                };
        return level + framed + moved;
    }

    private static String spoken(String grain) {
        return grain.replace('_', ' ');
    }

    /** Which rows count for a moment. */
    public sealed interface Frame {
        /** The last so many days, weeks…, the moment's own period included. */
        record Rolling(TimeStep length) implements Frame {}

        /** From the start of the period of that grain (a word, or a calendar table's grain). */
        record ToDate(String grain) implements Frame {}

        /** Everything so far. */
        record AllTime() implements Frame {}
    }

    /** Which of a frame's values stands for a longer period. */
    public enum Pick {
        /** At its end, whether or not rows came there. */
        END,
        /** The first that has rows. */
        FIRST,
        /** The last that has rows. */
        LAST,
        /** The mean of those that have rows. */
        AVERAGE
    }

    /** From where a value is taken. */
    public sealed interface Offset {
        /** So much earlier: a row counts that much later than it happened. */
        record Back(TimeStep by) implements Offset {}

        /** The value of the first day (or hour…) of the period of that grain. */
        record ToStart(String grain) implements Offset {}
    }

    /**
     * Values that are levels, not flows: of a period only one moment's rows count, or the mean over its moments.
     *
     * @param by per what the moment is looked for: each account's last balance; empty for one moment for all
     */
    public record OverTime(Choice choice, List<Expr.FieldRef> by) {
        public OverTime {
            by = List.copyOf(by);
        }
    }

    /** Which moments of a period count. */
    public enum Choice {
        FIRST,
        LAST,
        AVERAGE
    }

    /**
     * @param value instead of nothing, or null
     * @param gaps what becomes of periods without rows
     */
    public record Fill(@Nullable BigDecimal value, Gaps gaps) {}
}
