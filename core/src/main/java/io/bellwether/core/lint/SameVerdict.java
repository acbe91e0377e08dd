package io.bellwether.core.lint;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.lint.Past.Verdict;
import java.util.Optional;

/** A target that always ends the same way no longer steers. */
final class SameVerdict implements Hindsight.KpiRule {
    private static final int MISSED = 3;
    private static final int ACHIEVED = 6;

    @Override
    public Optional<Finding> check(Kpi kpi, Past.OfKpi past, Past all) {
        int missed = run(past, Verdict.MISSED);
        int achieved = run(past, Verdict.ACHIEVED);
        if (missed < MISSED && achieved < ACHIEVED) {
            return Optional.empty();
        }
        String what = missed > 0 ? "missed " + missed : "achieved " + achieved;
        String message = Ground.called(kpi) + " has " + what + " timeframes in a row";
        return Optional.of(Targets.finding(kpi, RuleCode.K120, message, "retarget, demote or retire it"));
    }

    /** How many of the latest timeframes ended that way. */
    private static int run(Past.OfKpi past, Verdict verdict) {
        int run = 0;
        for (Verdict one : past.verdicts().reversed()) {
            if (one != verdict) {
                break;
            }
            run++;
        }
        return run;
    }
}
