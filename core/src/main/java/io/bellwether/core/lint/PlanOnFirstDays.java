package io.bellwether.core.lint;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import java.util.Optional;

/** A plan that speaks for periods, written as if it spoke for their first days. */
final class PlanOnFirstDays implements Hindsight.KpiRule {
    @Override
    public Optional<Finding> check(Kpi kpi, Past.OfKpi past, Past all) {
        if (past.planned() == null || !(kpi.target() instanceof Target.FromMetric(var plan, var _))) {
            return Optional.empty();
        }
        String word = past.planned().word();
        String message = "every row of the plan \"" + plan + "\" of " + Ground.called(kpi)
                + " lies on the first day of a " + word + ", so all of it is due on that day";
        return Optional.of(Targets.finding(kpi, RuleCode.K125, message, "say covers: " + word + " on its dataset"));
    }
}
