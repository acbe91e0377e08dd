package io.bellwether.core.lint;

import io.bellwether.core.catalog.Alert;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.expression.Expr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What nobody reads is only in the way. */
final class UnusedMetric implements Rule {
    @Override
    public List<Finding> check(Ground ground) {
        if (ground.active().isEmpty()) {
            return List.of(); // metrics for questions, not for KPIs
        }
        Set<String> used = used(ground.catalog());
        return ground.catalog().metrics().values().stream()
                .filter(metric -> ground.written(metric) != null)
                .filter(metric -> !used.contains(metric.name()))
                .map(UnusedMetric::finding)
                .toList();
    }

    private static Finding finding(Metric metric) {
        String message = "nothing uses the metric \"" + metric.name()
                + "\": no KPI, supporting list, other metric, target, alert or question";
        String yaml = "supporting: [" + metric.name() + "]";
        String fix = "remove it, or put it beside the KPI that it explains: " + yaml;
        return Ground.of(metric, RuleCode.M204, metric.about().span(), message, fix, yaml);
    }

    private static Set<String> used(Catalog catalog) {
        Set<String> used = new HashSet<>();
        for (Kpi kpi : catalog.kpis().values()) {
            used.add(kpi.metric());
            used.addAll(kpi.supporting());
            perSomething(kpi.where(), used);
            if (kpi.target() instanceof Target.FromMetric target) {
                used.add(target.metric());
            }
        }
        catalog.metrics().values().forEach(metric -> used.addAll(Formulas.inputs(metric)));
        catalog.questions().values().forEach(question -> used.addAll(question.metrics()));
        catalog.datasets().values().stream()
                .flatMap(dataset -> dataset.fields().values().stream())
                .forEach(field -> perSomething(field.expression(), used));
        for (Alert alert : catalog.operations().alerts()) {
            alert.on().forEach(subject -> used.add(subject.name()));
        }
        return used;
    }

    private static void perSomething(@Nullable Expr expr, Set<String> used) {
        Formulas.pers(expr).forEach(used::add);
    }
}
