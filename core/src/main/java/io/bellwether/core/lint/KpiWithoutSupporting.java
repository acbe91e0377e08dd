package io.bellwether.core.lint;

import io.bellwether.core.catalog.Kpi;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A KPI alone says that something moved, not why. */
final class KpiWithoutSupporting implements Rule {
    private static final int ENOUGH = 3;
    private static final String UNKNOWN = "a_metric";

    @Override
    public List<Finding> check(Ground ground) {
        return ground.each(kpi -> {
            if (!kpi.supporting().isEmpty()) {
                return null;
            }
            String yaml = "supporting: [" + candidates(ground, kpi) + "]";
            String message = Ground.called(kpi) + " has no supporting metric";
            Edit edit = yaml.contains(UNKNOWN) ? null : Edit.key(kpi.span(), yaml);
            return Ground.of(kpi, RuleCode.K108, kpi.span(), message, "add " + yaml, yaml)
                    .with(edit);
        });
    }

    /** What it is made of, then others on the same rows; else a word to be replaced. */
    private static String candidates(Ground ground, Kpi kpi) {
        Set<String> near = new LinkedHashSet<>(ground.metric(kpi).inputNames());
        Set<String> rows = ground.formulas().datasets(kpi.metric());
        for (String other : ground.catalog().metrics().keySet()) {
            if (near.size() >= ENOUGH) {
                break;
            }
            if (!other.equals(kpi.metric()) && rows.equals(ground.formulas().datasets(other))) {
                near.add(other);
            }
        }
        return near.isEmpty() ? UNKNOWN : near.stream().limit(ENOUGH).collect(Collectors.joining(", "));
    }
}
