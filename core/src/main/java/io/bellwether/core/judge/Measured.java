package io.bellwether.core.judge;

import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.Equality;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A KPI with its numbers: what its row and its page show.
 *
 * @param judgement null without a target
 * @param timeframe null without a target
 * @param value what the row shows now: the last good value where nothing newer is complete; or null
 * @param window the stretch that the value is measured over, or null
 * @param windowText that stretch in words: {@code Nov 2026}, {@code 1 Jan – 13 Nov 2026}; empty without a window
 * @param lastGood the newest value of the last thirteen periods, also where {@code value} is missing; null where the data is
 *     in doubt: then it says nothing of when it was good
 * @param previous the change against the period before, like for like; null where either is missing
 * @param yearAgo the change against a year ago, like for like; null where either is missing
 * @param spark thirteen periods of the cadence, the last one that of now, or the last that is over
 * @param chart one point per period of the cadence; empty unless asked for
 * @param equality how the value may be compared: exactly, or as doubles are
 * @param running the period that runs, which is not judged, where the value is of one that is over; else null
 */
public record Measured(
        @Nullable Judgement judgement,
        @Nullable Period timeframe,
        @Nullable BigDecimal value,
        @Nullable TimeWindow window,
        String windowText,
        @Nullable LastGood lastGood,
        @Nullable Delta previous,
        @Nullable Delta yearAgo,
        List<SparkPoint> spark,
        List<ChartPoint> chart,
        Equality equality,
        @Nullable Running running) {
    /** The same with another last good value. */
    public Measured with(@Nullable LastGood other) {
        return new Measured(
                judgement,
                timeframe,
                value,
                window,
                windowText,
                other,
                previous,
                yearAgo,
                spark,
                chart,
                equality,
                running);
    }

    /**
     * A value so far.
     *
     * @param text its stretch in words
     */
    public record Running(TimeWindow window, BigDecimal value, String text) {}

    /**
     * Two values, like for like.
     *
     * @param note what the newer is held against: {@code Oct 2026}, {@code 1 Oct – 13 Oct 2026}
     */
    public record Delta(TimeWindow now, BigDecimal to, TimeWindow then, BigDecimal from, String note) {}

    /**
     * What the row showed at a moment.
     *
     * @param at the exclusive end of the data that was complete then
     * @param value null for a gap
     * @param path the value on the way to the target, the bound or the lower edge of a band; null outside the timeframe
     * @param label the period that it is the value of, in words; null for a moment
     */
    public record SparkPoint(
            LocalDateTime at,
            @Nullable BigDecimal value,
            @Nullable BigDecimal path,
            @Nullable String label) {}

    /**
     * @param value null for what is to come, and for a gap
     * @param path the value that is due at the end of the period; null outside the timeframe
     * @param open whether the period is not complete yet
     */
    public record ChartPoint(
            Period period,
            @Nullable BigDecimal value,
            @Nullable BigDecimal path,
            boolean open) {}

    /** @param period the name of the period that it was measured in, or null for a given number */
    record Baseline(@Nullable BigDecimal value, @Nullable String period) {}
}
