package io.bellwether.core.lint;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.source.Span;
import java.util.List;

/** A movement that nobody can explain cannot be steered. */
final class DeepFormula implements Rule {
    private static final int LEVELS = 3;
    private static final int INPUTS = 8;

    @Override
    public List<Finding> check(Ground ground) {
        return ground.each(kpi -> {
            Metric metric = ground.metric(kpi);
            int depth = ground.formulas().depth(metric.name());
            int width = Formulas.width(metric);
            if (depth <= LEVELS && width <= INPUTS) {
                return null;
            }
            String what =
                    depth > LEVELS ? "is " + depth + " levels deep" : "reads " + width + " metrics and aggregates";
            return finding(kpi, metric, what);
        });
    }

    private static Finding finding(Kpi kpi, Metric metric, String what) {
        Span place = metric instanceof Metric.Expression m
                ? m.expression().span()
                : metric.about().span();
        String message =
                "the formula of \"" + metric.name() + "\", which the KPI \"" + kpi.name() + "\" promises, " + what;
        String fix = "promise one of its parts, or write it in fewer steps";
        return Ground.of(kpi, RuleCode.K122, place, message, fix, null);
    }
}
