package io.bellwether.core.time;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Stream;
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
 * @param silence of data without an expectation: how many days without rows are usual, 0 where too few days have rows to
 *     tell; null where how far the data reaches is known otherwise
 * @param settles how long after a period's end its rows may still come, or null for not said
 */
public record Completeness(
        LocalDateTime mark,
        boolean stale,
        @Nullable LocalDateTime lastRow,
        @Nullable LocalDateTime firstRow,
        @Nullable Integer silence,
        @Nullable TemporalAmount settles) {
    public Completeness(
            LocalDateTime mark, boolean stale, @Nullable LocalDateTime lastRow, @Nullable LocalDateTime firstRow) {
        this(mark, stale, lastRow, firstRow, null, null);
    }

    /** Of data without an expectation, or of metrics without time: complete up to the as-of. */
    public static Completeness upTo(LocalDateTime seenBefore) {
        return new Completeness(seenBefore, false, null, null);
    }

    /**
     * Of one dataset.
     *
     * @param expectedEvery after which new rows must have come, or null for not said; {@code Period.ZERO} for never: silence means
     *     that nothing happened. In both cases data counts as complete up to the as-of here
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
        if (expectedEvery == null || expectedEvery.equals(java.time.Period.ZERO)) {
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

    /** The same data, of which nothing is expected, and whose rows usually come after so many days at most. */
    public Completeness withSilence(int days) {
        return new Completeness(mark, stale, lastRow, firstRow, days, settles);
    }

    /** The same data, whose rows may come so long after a period's end; null for not said. */
    public Completeness settlingAfter(@Nullable TemporalAmount amount) {
        return new Completeness(mark, stale, lastRow, firstRow, silence, amount);
    }

    /**
     * How far data without an expectation reaches, for what is judged by periods of a grain: silence never makes a number. A
     * period that is over counts where it has rows of its own, and the last one lies no further from its end than is usual.
     *
     * <pre>
     *   usual silence of 7 days, months
     *        Feb          Mar          Apr
     *   ──•──•──•──┼──•──•──•──•─┼────────      last row on 28 Mar: March counts
     *   ──•──•──•──┼──•──────────┼────────      last row on 3 Mar: complete to 10 Mar, stale from 1 April on
     * </pre>
     */
    public Completeness by(Grain cadence, AsOf asOf, Calendar calendar) {
        if (silence == null) {
            return this;
        }
        LocalDateTime seen = asOf.seenBefore();
        if (lastRow == null) {
            return new Completeness(seen, true, null, firstRow, silence, settles);
        }
        Period own = calendar.period(lastRow, cadence);
        LocalDateTime usual =
                silence > 0 ? lastRow.plusDays(silence) : lastRow.plus(Duration.between(own.start(), own.end()));
        LocalDateTime end =
                Stream.of(usual, own.end(), seen).min(Comparator.naturalOrder()).orElseThrow();
        Period running = calendar.period(seen.minusNanos(1), cadence);
        LocalDateTime over = running.end().equals(seen) ? seen : running.start();
        return new Completeness(end, over.isAfter(end), lastRow, firstRow, silence, settles);
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
                earlier(firstRow, other.firstRow, false),
                lastRow == null || other.lastRow != null && lastRow.isAfter(other.lastRow) ? other.silence : silence,
                longer(settles, other.settles));
    }

    private static @Nullable TemporalAmount longer(@Nullable TemporalAmount a, @Nullable TemporalAmount b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        LocalDateTime day = LocalDateTime.of(2000, 1, 1, 0, 0);
        return day.plus(a).isBefore(day.plus(b)) ? b : a;
    }

    private static @Nullable LocalDateTime earlier(
            @Nullable LocalDateTime a, @Nullable LocalDateTime b, boolean earlier) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) == earlier ? a : b;
    }
}
