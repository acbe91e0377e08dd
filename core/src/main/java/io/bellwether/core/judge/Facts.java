package io.bellwether.core.judge;

import io.bellwether.core.catalog.Baseline;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.catalog.TargetPath;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import java.time.LocalDateTime;
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
                lens.setting().complete().stale(),
                silence());
        return new Case(promise, moment, lens.subject().isHolding() ? checks() : way(), doubt);
    }

    private Case.@Nullable Silence silence() {
        Completeness complete = lens.setting().complete();
        return complete.silence() == null || complete.lastRow() == null
                ? null
                : new Case.Silence(complete.silence(), complete.lastRow());
    }

    private Case.Way way() {
        boolean sum = lens.subject().isSum();
        TimeWindow window = lens.window(lens.now());
        boolean plan = target instanceof Target.FromMetric;
        Reading goal = plan ? lens.plan(timeframe) : new Reading.Missing();
        Reading due = plan ? lens.goal(window) : new Reading.Missing();
        Measured.Baseline baseline = sum ? new Measured.Baseline(null, null) : baseline();
        boolean seasonal = target.terms().path() instanceof TargetPath.Seasonal;
        return new Case.Way(
                baseline.value(),
                baseline.period(),
                lens.value(window),
                goal.orNull(),
                due.orNull(),
                plan && sum ? plannedTo() : null,
                seasonal ? new Seasons(lens, timeframe).at(lens.now()) : null,
                sum,
                lens.subject().nonNegative());
    }

    /**
     * Up to where there is a plan, told by its months: a plan by quarters has a row in each third one. A single month with rows is
     * a plan of the whole timeframe. Null where no later period lacks one.
     */
    private @Nullable LocalDateTime plannedTo() {
        List<Period> months = lens.calendar().periods(timeframe.start(), timeframe.end(), Grain.MONTH);
        List<Integer> planned = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            if (lens.plan(inside(months.get(i))).orNull() != null) {
                planned.add(i);
            }
        }
        int step = months.size();
        for (int i = 1; i < planned.size(); i++) {
            step = Math.min(step, planned.get(i) - planned.get(i - 1));
        }
        int end = planned.isEmpty() ? months.size() : planned.getLast() + step;
        return end < months.size() ? months.get(end).start() : null;
    }

    /** The part of a month that lies in the timeframe. */
    private Period inside(Period month) {
        boolean later = month.start().isBefore(timeframe.start());
        boolean earlier = month.end().isAfter(timeframe.end());
        return later || earlier
                ? new Period(
                        month.label(),
                        later ? timeframe.start() : month.start(),
                        earlier ? timeframe.end() : month.end())
                : month;
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
        List<Period> periods = counted(lens.subject().checkPeriods(lens.calendar(), timeframe));
        List<Case.Check> closed = new ArrayList<>();
        int empty = 0;
        for (Period period : periods) {
            if (!period.end().isAfter(lens.mark())) {
                Case.Check check = check(period);
                if (check.value() == null && isComplete(period)) {
                    empty++;
                } else {
                    closed.add(check);
                }
            }
        }
        return new Case.Checks(closed, periods.size() - empty, empty);
    }

    private Case.Check check(Period period) {
        TimeWindow window = new TimeWindow(period.start(), period.end());
        boolean plan = target instanceof Target.FromMetric;
        return new Case.Check(
                period, lens.value(window), plan ? lens.goal(window).orNull() : null);
    }

    /**
     * Those that begin with the data or after: what lies before is no promise that was broken, and a part of a period is no
     * period. Where the data begins in the timeframe's last period, that one counts, since there is no other.
     */
    private List<Period> counted(List<Period> periods) {
        LocalDateTime first = lens.setting().complete().firstRow();
        if (first == null) {
            return periods;
        }
        LocalDateTime begin = first.toLocalDate().atStartOfDay();
        List<Period> whole =
                periods.stream().filter(p -> !p.start().isBefore(begin)).toList();
        return whole.isEmpty() ? periods.stream().filter(p -> p.contains(first)).toList() : whole;
    }

    /** Whether a later row shows that the period really has nothing to measure. */
    private boolean isComplete(Period period) {
        LocalDateTime last = lens.setting().complete().lastRow();
        return last != null && !last.isBefore(period.end());
    }
}
