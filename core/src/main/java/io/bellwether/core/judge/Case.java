package io.bellwether.core.judge;

import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.Equality;
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
 * @param equality how the measured numbers are compared with bounds
 */
public record Case(
        Promise promise,
        Moment moment,
        Facts facts,
        @Nullable String doubt,
        Equality equality) {
    /** Of whole numbers and decimals. */
    public Case(Promise promise, Moment moment, Facts facts, @Nullable String doubt) {
        this(promise, moment, facts, doubt, Equality.EXACT);
    }

    Case doubting(String sentence) {
        return new Case(promise, moment, facts, sentence, equality);
    }

    Case comparing(Equality how) {
        return new Case(promise, moment, facts, doubt, how);
    }

    public record Promise(Target target, Direction direction, Kpi.Thresholds thresholds, Unit unit) {}

    /**
     * @param seenBefore the exclusive bound of the as-of
     * @param mark data is complete before this
     * @param stale whether data that should have come by now has not
     * @param silence where nothing is said of how often rows come: what is usual, and when the last one came; else null
     */
    public record Moment(
            Calendar calendar,
            Period timeframe,
            LocalDateTime seenBefore,
            LocalDateTime mark,
            boolean stale,
            @Nullable Silence silence) {
        public Moment(
                Calendar calendar, Period timeframe, LocalDateTime seenBefore, LocalDateTime mark, boolean stale) {
            this(calendar, timeframe, seenBefore, mark, stale, null);
        }

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

    /** @param days that usually pass without a row at most; 0 where it cannot be told */
    public record Silence(int days, LocalDateTime lastRow) {}

    public sealed interface Facts {}

    /**
     * A way from a start to a target.
     *
     * @param baseline where the way starts, or null where nothing was measured; not read for totals
     * @param baselinePeriod the name of the period that the baseline was measured in, or null for a given number
     * @param actual null where nothing was measured
     * @param goal the plan of the whole timeframe, where the target comes from data
     * @param due the plan so far, where the target comes from data
     * @param plannedTo the end of what is planned, where the plan lacks a later period of the timeframe; else null
     * @param seasonal the share that earlier years had reached at this point, or null where there is no such year
     * @param sum whether the actual is a sum from the start of the timeframe, so that the way starts at nothing
     * @param nonNegative whether a sum of the metric can never become smaller
     */
    public record Way(
            @Nullable BigDecimal baseline,
            @Nullable String baselinePeriod,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal goal,
            @Nullable BigDecimal due,
            @Nullable LocalDateTime plannedTo,
            @Nullable Share seasonal,
            boolean sum,
            boolean nonNegative)
            implements Facts {
        /** Where the target does not come from data. */
        public Way(
                @Nullable BigDecimal baseline,
                @Nullable String baselinePeriod,
                @Nullable BigDecimal actual,
                @Nullable Share seasonal,
                boolean sum,
                boolean nonNegative) {
            this(baseline, baselinePeriod, actual, null, null, null, seasonal, sum, nonNegative);
        }
    }

    /**
     * Check periods that count: of the timeframe, from the first row of the data on, with something to measure.
     *
     * @param closed those that are over and complete, in order
     * @param periods how many the timeframe has, with those to come
     * @param empty how many were left out, since their data is complete and has nothing to measure
     */
    public record Checks(List<Check> closed, int periods, int empty) implements Facts {
        public Checks(List<Check> closed, int periods) {
            this(closed, periods, 0);
        }
    }

    /**
     * @param value null where nothing was measured: not met
     * @param goal the plan of that period, where the target comes from data; or null
     */
    public record Check(
            Period period,
            @Nullable BigDecimal value,
            @Nullable BigDecimal goal) {
        public Check(Period period, @Nullable BigDecimal value) {
            this(period, value, null);
        }
    }
}
