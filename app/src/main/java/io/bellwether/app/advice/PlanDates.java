package io.bellwether.app.advice;

import io.bellwether.app.scorecard.Sheet;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.judge.Retrospect;
import io.bellwether.core.plan.MetricShape;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * On which days the rows of a plan lie, told by its values of months and of their first days alone.
 *
 * @param line the plan, or null where the target is none
 * @param paced whether it is held against day by day, and not by check periods alone
 */
record PlanDates(Sheet.@Nullable Line line, boolean paced, Grain cadence, List<Period> months) {
    private static final int QUARTER = 3;

    static PlanDates of(Catalog catalog, Kpi kpi, MetricShape shape, Retrospect retrospect) {
        Period timeframe = retrospect.timeframe();
        Grain cadence = kpi.cadence() == null ? Grain.MONTH : kpi.cadence();
        if (timeframe == null || !(kpi.target() instanceof Target.FromMetric(var plan, var _))) {
            return new PlanDates(null, false, cadence, List.of());
        }
        MetricShape its = MetricShape.of(catalog, MetricUse.of(plan));
        List<Period> months = catalog.workspace().calendar().periods(timeframe.start(), timeframe.end(), Grain.MONTH);
        return new PlanDates(new Sheet.Line(plan, null, true), shape.extensive() && its.extensive(), cadence, months);
    }

    void want(Sheet sheet) {
        if (line != null) {
            List<TimeWindow> windows = new ArrayList<>();
            months.forEach(month -> windows.addAll(List.of(whole(month), first(month))));
            sheet.want(line, windows);
        }
    }

    /** The length of the periods on whose first days alone rows lie, where the plan is held against inside of them; or null. */
    @Nullable
    Grain read(Sheet sheet) {
        List<Period> planned = new ArrayList<>();
        boolean any = false;
        for (Period month : months) {
            BigDecimal all = value(sheet, whole(month));
            if (all != null) {
                BigDecimal first = value(sheet, first(month));
                if (first == null || all.compareTo(first) != 0) {
                    return null;
                }
                any |= all.signum() != 0;
                planned.add(month);
            }
        }
        Grain length = any ? length(planned) : null;
        return length != null && (paced || cadence.compareTo(length) < 0) ? length : null;
    }

    private static Grain length(List<Period> planned) {
        if (planned.stream().allMatch(month -> month.start().getMonthValue() == 1)) {
            return Grain.YEAR;
        }
        return planned.stream().allMatch(month -> month.start().getMonthValue() % QUARTER == 1)
                ? Grain.QUARTER
                : Grain.MONTH;
    }

    private @Nullable BigDecimal value(Sheet sheet, TimeWindow window) {
        return line == null ? null : sheet.read(line, window).orNull();
    }

    private static TimeWindow whole(Period month) {
        return new TimeWindow(month.start(), month.end());
    }

    private static TimeWindow first(Period month) {
        return new TimeWindow(month.start(), month.start().plusDays(1));
    }
}
