package io.bellwether.core.lint;

import java.util.List;

/** A KPI that is off track must lead to something. */
final class KpiWithoutResponse implements Rule {
    @Override
    public List<Finding> check(Ground ground) {
        return ground.each(kpi -> {
            if (kpi.response() != null) {
                return null;
            }
            String yaml = "response: what we do within a week when it is off track";
            String message = Ground.called(kpi) + " has no response plan";
            return Ground.of(kpi, RuleCode.K109, kpi.span(), message, "add " + yaml, yaml);
        });
    }
}
