package io.bellwether.core.lint;

import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a workspace's past, for the rules that no definition can answer.
 *
 * @param kpis by name; one that could not be measured is missing
 * @param troubles of datasets under active KPIs, by dataset
 * @param reviewed whether anybody ever checked in on anything
 * @param calendar what cadences are counted by
 * @param today the day that all of it is seen from
 */
public record Past(
        Map<String, OfKpi> kpis, Map<String, Trouble> troubles, boolean reviewed, Calendar calendar, LocalDate today) {
    /**
     * One KPI's.
     *
     * @param goal what counts as reached, or null where the target changes from period to period
     * @param comparable values of periods in which the target could have been met, oldest first
     * @param endings where each earlier stretch as long as the one that is left would lead from here; empty where the timeframe
     *     is not open
     * @param weeks values of the weeks that are over, newest last; empty for cadences longer than a week
     * @param months values of the months that are over, newest last
     * @param verdicts of timeframes that are over, oldest first
     * @param began the first day of the timeframe
     * @param start where the way to the target begins, or null for no way
     * @param planned the length of the periods on whose first days alone the rows of the plan lie that it is held against day by
     *     day; null for none
     * @param lastReview when somebody last checked in on it, or null for never
     * @param unreasoned what was changed inside the open timeframe without a reason, oldest first
     */
    public record OfKpi(
            @Nullable Goal goal,
            List<BigDecimal> comparable,
            List<BigDecimal> endings,
            List<@Nullable BigDecimal> weeks,
            List<@Nullable BigDecimal> months,
            List<Verdict> verdicts,
            @Nullable LocalDate began,
            @Nullable BigDecimal start,
            @Nullable Grain planned,
            @Nullable LocalDate lastReview,
            List<Change> unreasoned) {}

    /** A band of which either end may be open. */
    public record Goal(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        public boolean reached(BigDecimal value) {
            return (low == null || value.compareTo(low) >= 0) && (high == null || value.compareTo(high) <= 0);
        }
    }

    /** How a timeframe ended. */
    public enum Verdict {
        ACHIEVED,
        MISSED,
        /** Without data, or not known. */
        NEITHER
    }

    /** @param what was changed, in words: {@code target 70 → 60} */
    public record Change(LocalDate day, String what, String author) {}

    /**
     * @param late how late the data is, in words, or null where it is not
     * @param failures the tests that rows break, in words
     */
    public record Trouble(@Nullable String late, List<String> failures) {}
}
