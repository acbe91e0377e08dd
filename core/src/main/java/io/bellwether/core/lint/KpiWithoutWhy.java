package io.bellwether.core.lint;

import java.util.List;

/** People move a number that they understand the reason of. */
final class KpiWithoutWhy implements Rule {
    @Override
    public List<Finding> check(Ground ground) {
        return ground.each(kpi -> {
            if (kpi.why() != null) {
                return null;
            }
            String yaml = "why: one sentence for the people who have to move it";
            String message = Ground.called(kpi) + " has no why";
            return Ground.of(kpi, RuleCode.K110, kpi.span(), message, "add " + yaml, yaml);
        });
    }
}
