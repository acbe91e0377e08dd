package io.bellwether.core.lint;

import io.bellwether.core.catalog.Metric;
import java.util.List;

/** Two people who read the name alone mean two things. */
final class MetricWithoutDescription implements Rule {
    @Override
    public List<Finding> check(Ground ground) {
        return ground.catalog().metrics().values().stream()
                .filter(metric -> ground.written(metric) != null)
                .filter(metric -> metric.about().description() == null)
                .map(MetricWithoutDescription::finding)
                .toList();
    }

    private static Finding finding(Metric metric) {
        String yaml = "description: what is counted, and what is not";
        String message = "the metric \"" + metric.name() + "\" has no description";
        return Ground.of(metric, RuleCode.M201, metric.about().span(), message, "add " + yaml, yaml);
    }
}
