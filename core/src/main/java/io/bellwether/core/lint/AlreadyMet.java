package io.bellwether.core.lint;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A target that asks for nothing new. */
final class AlreadyMet implements Hindsight.KpiRule {
    private static final int LAST = 12;
    private static final int MET = 11;

    @Override
    public Optional<Finding> check(Kpi kpi, Past.OfKpi past, Past all) {
        Past.Goal goal = past.goal();
        List<BigDecimal> values = past.comparable();
        BigDecimal start = past.start();
        if (goal != null && start != null && kpi.target() instanceof Target.Reach && goal.reached(start)) {
            String message = Ground.called(kpi)
                    + " starts at its target or beyond it: there is no way to go, and the level" + " alone is judged";
            return Optional.of(Targets.finding(kpi, RuleCode.K117, message, "retarget, or keep it as a plain metric"));
        }
        if (goal == null || values.size() < LAST) {
            return Optional.empty();
        }
        long met = values.subList(values.size() - LAST, values.size()).stream()
                .filter(goal::reached)
                .count();
        if (met < MET) {
            return Optional.empty();
        }
        String message = "the target of " + Ground.called(kpi) + " was met in " + met + " of the last " + LAST
                + " comparable periods: it asks for nothing new";
        return Optional.of(Targets.finding(kpi, RuleCode.K117, message, "retarget, or keep it as a plain metric"));
    }
}
