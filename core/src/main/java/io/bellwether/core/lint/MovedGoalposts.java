package io.bellwether.core.lint;

import io.bellwether.core.catalog.Kpi;
import java.util.Optional;

/** Nobody moves the goalposts quietly. */
final class MovedGoalposts implements Hindsight.KpiRule {
    @Override
    public Optional<Finding> check(Kpi kpi, Past.OfKpi past, Past all) {
        if (past.unreasoned().isEmpty() || kpi.reason() != null) {
            return Optional.empty();
        }
        Past.Change last = past.unreasoned().getLast();
        String message = Ground.called(kpi) + " was changed inside its open timeframe without a reason: " + last.what()
                + " on " + last.day() + ", by " + last.author();
        String yaml = "reason: why it is promised differently now";
        Finding finding = Targets.finding(kpi, RuleCode.K118, message, "add " + yaml);
        return Optional.of(new Finding(finding.problem(), finding.subject(), finding.owner(), yaml));
    }
}
