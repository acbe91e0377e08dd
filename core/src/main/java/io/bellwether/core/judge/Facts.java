package io.bellwether.core.judge;

import io.bellwether.core.catalog.Baseline;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.catalog.TargetPath;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From readings to the case that is judged. */
record Facts(Lens lens, Target target, Period timeframe) {
    Facts with(Readings readings) {
        return new Facts(
                new Lens(lens.subject(), lens.setting(), lens.timeframe(), lens.gauge(), readings), target, timeframe);
    }

    Case given(@Nullable String doubt) {
        Kpi kpi = lens.subject().kpi();
        Case.Promise promise = new Case.Promise(
                target, kpi.direction(), kpi.thresholds(), lens.subject().unit());
        Case.Moment moment = new Case.Moment(
                lens.calendar(),
                timeframe,
                lens.setting().asOf().seenBefore(),
                lens.mark(),
                lens.setting().complete().stale());
        return new Case(promise, moment, lens.subject().isHolding() ? checks() : way(), doubt);
    }

    private Case.Way way() {
        boolean sum = lens.subject().isSum();
        TimeWindow window = lens.window(lens.now());
        Reading goal = target instanceof Target.FromMetric ? lens.goal(window) : new Reading.Missing();
        Measured.Baseline baseline = sum ? new Measured.Baseline(null, null) : baseline();
        boolean seasonal = target.terms().path() instanceof TargetPath.Seasonal;
        return new Case.Way(
                baseline.value(),
                baseline.period(),
                lens.value(window),
                goal.orNull(),
                seasonal ? new Seasons(lens, timeframe).at(lens.now()) : null,
                sum,
                lens.subject().nonNegative());
    }

    private Measured.Baseline baseline() {
        if (target.terms().baseline() instanceof Baseline.Level(var value)) {
            return new Measured.Baseline(value, null);
        }
        Period period = target.terms().baseline() instanceof Baseline.Over(var given)
                ? given
                : lens.calendar().before(timeframe);
        return new Measured.Baseline(
                lens.value(new TimeWindow(period.start(), period.end())),
                lens.calendar().text(period));
    }

    private Case.Checks checks() {
        List<Period> periods = lens.subject().checkPeriods(lens.calendar(), timeframe);
        List<Case.Check> closed = new ArrayList<>();
        for (Period period : periods) {
            if (!period.end().isAfter(lens.mark())) {
                closed.add(new Case.Check(period, lens.value(new TimeWindow(period.start(), period.end()))));
            }
        }
        return new Case.Checks(closed, periods.size());
    }
}
