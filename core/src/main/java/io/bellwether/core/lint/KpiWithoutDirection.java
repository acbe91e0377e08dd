package io.bellwether.core.lint;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.definition.KpiDefinition;
import io.bellwether.core.definition.TargetDefinition;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Located;
import java.util.Optional;

/** Somebody must say which way is good: the KPI or its metric. Into a band there is no way up or down. */
final class KpiWithoutDirection implements KpiRule {
    @Override
    public Optional<Diagnostic> check(KpiDefinition kpi, Catalog sound) {
        TargetDefinition target = kpi.promise().target();
        if (target != null && target.form().value().equals("between")) {
            return Optional.empty();
        }
        Located<String> own = kpi.promise().direction();
        Metric metric = sound.metrics().get(kpi.metric().value());
        boolean unreadable = own == null && kpi.promise().written().contains("direction");
        boolean has = own == null
                ? metric == null || metric.about().direction() != Direction.NONE
                : !own.value().equals("none");
        return has || unreadable
                ? Optional.empty()
                : Optional.of(KpiRule.problem(kpi, Code.K106, "has no direction", "add direction: up or down"));
    }
}
