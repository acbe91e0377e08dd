package io.bellwether.core.lint;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Schedule;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import java.util.List;
import java.util.Optional;

/** A promise that a single period breaks, although there are many. */
final class HoldForever implements Hindsight.KpiRule {
    private static final int FEW = 4;
    private static final int PERCENT = 100;

    @Override
    public Optional<Finding> check(Kpi kpi, Past.OfKpi past, Past all) {
        boolean holds = switch (kpi.target()) {
            case Target.AtLeast _, Target.AtMost _, Target.Between _ -> true;
            case Target.FromMetric _, Target.Reach _, Target.Change _, Target.Total _ -> false;
            case null -> false;
        };
        Target target = kpi.target();
        if (!holds || target == null || target.terms().required() != null) {
            return Optional.empty();
        }
        long periods = periods(kpi, target, all);
        if (periods <= FEW) {
            return Optional.empty();
        }
        String message = "one of " + periods + " check periods that is missed ends the promise of " + Ground.called(kpi)
                + kept(past);
        return Optional.of(Targets.finding(kpi, RuleCode.K126, message, "write required: " + share(past)));
    }

    private static long periods(Kpi kpi, Target target, Past all) {
        Grain cadence = kpi.cadence() == null ? Grain.MONTH : kpi.cadence();
        Calendar calendar = all.calendar();
        Period timeframe = switch (target.terms().schedule()) {
            case Schedule.By(Period by) -> by;
            case Schedule.Every(Grain every) -> calendar.period(all.today().atStartOfDay(), every);
        };
        return calendar.periods(timeframe.start(), timeframe.end(), cadence).stream()
                .filter(period -> !period.end().isAfter(timeframe.end()))
                .count();
    }

    private static String kept(Past.OfKpi past) {
        return past.comparable().isEmpty() || past.goal() == null
                ? ""
                : "; it was kept in " + met(past) + " of the last "
                        + past.comparable().size();
    }

    /** What history kept, in whole per cent, so that it would have been kept by it. */
    private static String share(Past.OfKpi past) {
        List<?> values = past.comparable();
        return met(past) == 0 ? "with the share that must be kept" : PERCENT * met(past) / values.size() + "%";
    }

    private static long met(Past.OfKpi past) {
        Past.Goal goal = past.goal();
        return goal == null
                ? 0
                : past.comparable().stream().filter(goal::reached).count();
    }
}
