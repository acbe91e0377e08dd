package io.bellwether.core.judge;

import io.bellwether.core.catalog.Baseline;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A KPI and what is known of its metric before any number is read.
 *
 * @param unit of its metric
 * @param extensive whether the metric grows with the length of the period, as a sum does and a rate does not
 * @param nonNegative whether no row can make the metric smaller
 * @param goalExtensive the same as {@code extensive}, of the metric that the target comes from; false without one
 * @param beside the KPI that the metric is shown beside, over the same stretch; or null
 */
public record Subject(
        Kpi kpi,
        Unit unit,
        boolean extensive,
        boolean nonNegative,
        boolean goalExtensive,
        @Nullable Subject beside) {
    /** A KPI, or a metric by itself. */
    public Subject(Kpi kpi, Unit unit, boolean extensive, boolean nonNegative, boolean goalExtensive) {
        this(kpi, unit, extensive, nonNegative, goalExtensive, null);
    }

    /** The same metric without a promise, over the stretch of the KPI that it stands beside. */
    public Subject beside(Subject other) {
        return new Subject(kpi, unit, extensive, nonNegative, goalExtensive, other);
    }

    /**
     * When we are.
     *
     * @param complete how far the data of all that the KPI stands on reaches
     */
    public record Setting(Calendar calendar, AsOf asOf, Completeness complete) {}

    Grain cadence() {
        return kpi.cadence() == null ? Grain.MONTH : kpi.cadence();
    }

    /** Whether the actual is a sum from the start of the timeframe. */
    boolean isSum() {
        return switch (kpi.target()) {
            case Target.Total _ -> true;
            case Target.FromMetric _ -> extensive && goalExtensive;
            case null -> false;
            case Target.Reach _, Target.Change _, Target.AtLeast _, Target.AtMost _, Target.Between _ -> false;
        };
    }

    boolean isHolding() {
        return switch (kpi.target()) {
            case Target.AtLeast _, Target.AtMost _, Target.Between _ -> true;
            // A rate is held against the plan of the same period.
            case Target.FromMetric _ -> !isSum();
            case null -> false;
            case Target.Reach _, Target.Change _, Target.Total _ -> false;
        };
    }

    /** The target that says over which stretch the number is measured; null without one. */
    @Nullable
    Target stretch() {
        return beside == null ? kpi.target() : beside.kpi().target();
    }

    Gauge gauge(Calendar calendar, @Nullable Period timeframe) {
        if (beside != null) {
            return beside.gauge(calendar, timeframe);
        }
        Target target = kpi.target();
        if (target == null || timeframe == null) {
            return new Gauge.Running(calendar, cadence());
        }
        // A quarter's orders are held against a quarter's orders, on every day of the way.
        if (extensive && !isSum() && !isHolding()) {
            return new Gauge.Trailing(span(target, timeframe).length());
        }
        boolean whole = checkPeriods(calendar, timeframe).contains(timeframe)
                && (isHolding() || !calendar.isPeriod(timeframe.start(), timeframe.end(), cadence()));
        return isSum() || whole
                ? new Gauge.Sum(calendar, target.terms().schedule())
                : new Gauge.Check(calendar, cadence());
    }

    /**
     * The check periods of a timeframe: those that end in it, so that a week over New Year belongs to one year and not
     * to two or none. Where the cadence is longer than the timeframe, the timeframe itself.
     */
    List<Period> checkPeriods(Calendar calendar, Period timeframe) {
        List<Period> periods = calendar.periods(timeframe.start(), timeframe.end(), cadence()).stream()
                .filter(period -> !period.end().isAfter(timeframe.end()))
                .toList();
        return periods.isEmpty() ? List.of(timeframe) : periods;
    }

    private static Period span(Target target, Period timeframe) {
        return target.terms().baseline() instanceof Baseline.Over(var period) ? period : timeframe;
    }
}
