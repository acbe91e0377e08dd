package io.bellwether.core.time;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How far data can be trusted to be all there.
 *
 * <pre>
 *  expected every day, seen before 15 Nov 00:00
 *   13 Nov     14 Nov     15 Nov
 *  ──┼──•──•────┼──────────┼──        last row on 13 Nov: complete to 14 Nov 00:00, fresh: 14 Nov may still come in
 *  ─•┼──────────┼──────────┼──        last row on 12 Nov: complete to 13 Nov 00:00, stale: all of 13 Nov is missing
 * </pre>
 *
 * @param mark complete before this moment (the watermark), never later than the as-of
 * @param stale whether a whole expected interval after the mark has passed, and more, without a row
 * @param lastRow the time of the latest row seen, or null where none was
 * @param firstRow the time of the earliest row, or null where unknown; years before it are no history to learn from
 */
public record Completeness(
        LocalDateTime mark,
        boolean stale,
        @Nullable LocalDateTime lastRow,
        @Nullable LocalDateTime firstRow) {
    /** Of data without an expectation, or of metrics without time: complete up to the as-of. */
    public static Completeness upTo(LocalDateTime seenBefore) {
        return new Completeness(seenBefore, false, null, null);
    }

    /**
     * Of one dataset.
     *
     * @param expectedEvery after which new rows must have come, or null: then data counts as complete up to the as-of
     * @param firstRow the earliest row's local time, or null
     * @param lastRow the latest row's local time before the as-of, or null for none
     */
    public static Completeness of(
            AsOf asOf,
            @Nullable TemporalAmount expectedEvery,
            @Nullable LocalDateTime firstRow,
            @Nullable LocalDateTime lastRow,
            Calendar calendar) {
        LocalDateTime seenBefore = asOf.seenBefore();
        if (expectedEvery == null) {
            return new Completeness(seenBefore, false, lastRow, firstRow);
        }
        if (lastRow == null) {
            return new Completeness(seenBefore, true, null, firstRow);
        }
        Interval interval = Interval.of(expectedEvery, calendar);
        LocalDateTime end = interval.endOf(lastRow);
        boolean stale = seenBefore.isAfter(interval.next(end));
        return new Completeness(end.isBefore(seenBefore) ? end : seenBefore, stale, lastRow, firstRow);
    }

    /**
     * Of values that are given for whole periods: complete to the end of the last one that has values, stale once a whole
     * period after it has passed, and more.
     *
     * @param every of what length the periods are
     * @param first the start of the first period with values, or null
     * @param last the start of the last one, or null for none
     */
    public static Completeness ofPeriods(
            AsOf asOf, Grain every, @Nullable LocalDateTime first, @Nullable LocalDateTime last, Calendar calendar) {
        LocalDateTime seenBefore = asOf.seenBefore();
        if (last == null) {
            return new Completeness(seenBefore, true, null, first);
        }
        LocalDateTime end = calendar.period(last, every).end();
        boolean stale = seenBefore.isAfter(calendar.period(end, every).end());
        return new Completeness(end.isBefore(seenBefore) ? end : seenBefore, stale, last, first);
    }

    /** Of a metric over several datasets: as complete as the least complete, stale where any is. */
    public static Completeness of(Collection<Completeness> parts, AsOf asOf) {
        return parts.stream().reduce(Completeness::and).orElseGet(() -> upTo(asOf.seenBefore()));
    }

    /** How far the mark lags behind the as-of. */
    public Duration lag(AsOf asOf) {
        return Duration.between(mark, asOf.seenBefore());
    }

    private Completeness and(Completeness other) {
        return new Completeness(
                mark.isBefore(other.mark) ? mark : other.mark,
                stale || other.stale,
                earlier(lastRow, other.lastRow, true),
                earlier(firstRow, other.firstRow, false));
    }

    private static @Nullable LocalDateTime earlier(
            @Nullable LocalDateTime a, @Nullable LocalDateTime b, boolean earlier) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) == earlier ? a : b;
    }
}
