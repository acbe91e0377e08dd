package io.bellwether.core.lint;

import io.bellwether.core.catalog.Metric;
import io.bellwether.core.definition.MetricDefinition;
import java.util.List;

/** Somebody must say whether a change is good, be it that neither way is. */
final class MetricWithoutDirection implements Rule {
    @Override
    public List<Finding> check(Ground ground) {
        return ground.catalog().metrics().values().stream()
                .filter(metric -> {
                    MetricDefinition written = ground.written(metric);
                    return written != null && written.direction() == null;
                })
                .map(MetricWithoutDirection::finding)
                .toList();
    }

    private static Finding finding(Metric metric) {
        String yaml = "direction: " + (NameAgainstDirection.soundsBad(metric.name()) ? "down" : "up");
        String message = "the metric \"" + metric.name() + "\" has no direction";
        return Ground.of(metric, RuleCode.M203, metric.about().span(), message, "add " + yaml + ", or none", yaml)
                .with(Edit.key(metric.about().span(), yaml));
    }
}
