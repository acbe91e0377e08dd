package io.bellwether.core.judge;

import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a judgement stands on: what was promised, when we are, and what was measured.
 *
 * @param doubt why the data cannot be trusted although it is there (a failed test, a failed reading), as a sentence; or
 *     null
 */
public record Case(
        Promise promise,
        Moment moment,
        Facts facts,
        @Nullable String doubt) {
    Case doubting(String sentence) {
        return new Case(promise, moment, facts, sentence);
    }

    public record Promise(Target target, Direction direction, Kpi.Thresholds thresholds, Unit unit) {}

    /**
     * @param seenBefore the exclusive bound of the as-of
     * @param mark data is complete before this
     * @param stale whether data that should have come by now has not
     */
    public record Moment(
            Calendar calendar, Period timeframe, LocalDateTime seenBefore, LocalDateTime mark, boolean stale) {
        /** Over, and its data complete. */
        public boolean isClosed() {
            return !mark.isBefore(timeframe.end());
        }

        public boolean isBeforeStart() {
            return !seenBefore.isAfter(timeframe.start());
        }

        /** Where the way has come to: the mark, within the timeframe. */
        public LocalDateTime at() {
            if (isClosed()) {
                return timeframe.end();
            }
            return mark.isBefore(timeframe.start()) ? timeframe.start() : mark;
        }
    }

    public sealed interface Facts {}

    /**
     * A way from a start to a target.
     *
     * @param baseline where the way starts, or null where nothing was measured; not read for totals
     * @param baselinePeriod the name of the period that the baseline was measured in, or null for a given number
     * @param actual null where nothing was measured
     * @param goal the value of the target's own metric, where the target comes from data
     * @param seasonal the share that earlier years had reached at this point, or null where there is no such year
     * @param sum whether the actual is a sum from the start of the timeframe, so that the way starts at nothing
     * @param nonNegative whether a sum of the metric can never become smaller
     */
    public record Way(
            @Nullable BigDecimal baseline,
            @Nullable String baselinePeriod,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal goal,
            @Nullable Share seasonal,
            boolean sum,
            boolean nonNegative)
            implements Facts {}

    /**
     * Check periods.
     *
     * @param closed those that are over and complete, in order
     * @param periods how many the timeframe has
     */
    public record Checks(List<Check> closed, int periods) implements Facts {}

    /** @param value null where nothing was measured: not met */
    public record Check(Period period, @Nullable BigDecimal value) {}
}
