package io.bellwether.core.catalog;

import io.bellwether.core.source.Span;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a KPI is promised to do; kpi-semantics §4. Percentages stand as shares: 25 % is 0.25. */
public sealed interface Target {
    /** When, from where, along which path. */
    Terms terms();

    /** The key that says what is promised, as a file has it: {@code at_least}. */
    default String form() {
        return switch (this) {
            case Reach t -> "reach";
            case Change t -> t.increase() ? "increase_by" : "decrease_by";
            case Total t -> "total";
            case AtLeast t -> "at_least";
            case AtMost t -> "at_most";
            case Between t -> "between";
            case FromMetric t -> "metric";
        };
    }

    /** The same promise on other terms. */
    default Target with(Terms others) {
        return switch (this) {
            case Reach t -> new Reach(t.level(), others);
            case Change t -> new Change(t.increase(), t.amount(), t.relative(), others);
            case Total t -> new Total(t.amount(), others);
            case AtLeast t -> new AtLeast(t.bound(), others);
            case AtMost t -> new AtMost(t.bound(), others);
            case Between t -> new Between(t.low(), t.high(), others);
            case FromMetric t -> new FromMetric(t.metric(), others);
        };
    }

    /** The level at the end of the timeframe. */
    record Reach(BigDecimal level, Terms terms) implements Target {}

    /**
     * A change over the baseline.
     *
     * @param amount positive; a share of the baseline where {@code relative}, else in the metric's unit
     */
    record Change(boolean increase, BigDecimal amount, boolean relative, Terms terms) implements Target {}

    /** The sum over the timeframe. */
    record Total(BigDecimal amount, Terms terms) implements Target {}

    /** Holds in every check period of the timeframe. */
    record AtLeast(BigDecimal bound, Terms terms) implements Target {}

    /** Holds in every check period of the timeframe. */
    record AtMost(BigDecimal bound, Terms terms) implements Target {}

    /** Stays in the band in every check period. */
    record Between(BigDecimal low, BigDecimal high, Terms terms) implements Target {}

    /** The target comes from data, period by period. */
    record FromMetric(String metric, Terms terms) implements Target {}

    /**
     * @param schedule the timeframe, fixed or renewed
     * @param baseline where the way starts; null for the period before the timeframe, of the same length
     * @param tolerance a share of the bound (or, not relative, in the metric's unit); null for 5 %
     * @param required the share of check periods that must be met; null for all
     */
    record Terms(
            Schedule schedule,
            @Nullable Baseline baseline,
            TargetPath path,
            @Nullable Tolerance tolerance,
            @Nullable BigDecimal required,
            Span span) {}

    record Tolerance(BigDecimal amount, boolean relative) {}
}
