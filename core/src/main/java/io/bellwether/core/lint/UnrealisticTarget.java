package io.bellwether.core.lint;

import io.bellwether.core.catalog.Kpi;
import java.util.Optional;

/**
 * A target that nothing in the past leads to. The chance is counted, not modelled: of all earlier stretches as long as the
 * one that is left, the share that would reach the target from here.
 *
 * <pre>
 *   sums     so far + the sum of the stretch               reaches the target?
 *   levels   the last value + the change over the stretch  reaches the target?
 *   holding  the check period                              meets the bound?
 * </pre>
 */
final class UnrealisticTarget implements Hindsight.KpiRule {
    /** Fewer stretches than this are not enough history. */
    private static final int ENOUGH = 20;

    private static final double LIKELY = 0.05;

    @Override
    public Optional<Finding> check(Kpi kpi, Past.OfKpi past, Past all) {
        Past.Goal goal = past.goal();
        if (goal == null || past.comparable().isEmpty() || past.endings().size() < ENOUGH) {
            return Optional.empty();
        }
        long reaching = past.endings().stream().filter(goal::reached).count();
        boolean never = past.comparable().stream().noneMatch(goal::reached);
        if (!never || reaching >= LIKELY * past.endings().size()) {
            return Optional.empty();
        }
        String message = Ground.called(kpi) + " asks for what never was: reached in none of "
                + past.comparable().size()
                + " comparable " + (past.comparable().size() == 1 ? "period" : "periods") + ", and " + reaching + " of "
                + past.endings().size() + " earlier stretches as long as the one that is left would lead there";
        String fix = "retarget with what is known, or say in response: what will be different";
        return Optional.of(Targets.finding(kpi, RuleCode.K116, message, fix));
    }
}
