package io.bellwether.core.lint;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Objective;
import io.bellwether.core.definition.KpiDefinition;
import io.bellwether.core.definition.TargetDefinition;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Located;
import java.util.Optional;

/** A promise without an end cannot be broken. The objective's timeframe counts where the target has none;
 * an unknown objective has a problem of its own. */
final class KpiWithoutTimeframe implements KpiRule {
    @Override
    public Optional<Diagnostic> check(KpiDefinition kpi, Catalog sound) {
        TargetDefinition target = kpi.promise().target();
        if (target == null || target.by() != null || target.every() != null || inherits(kpi, sound)) {
            return Optional.empty();
        }
        String message = "the target of the active KPI \"" + kpi.name().value() + "\" has no end";
        return Optional.of(Code.K103.at(target.span(), message, "add by: 2026-Q4 or every: quarter"));
    }

    private static boolean inherits(KpiDefinition kpi, Catalog sound) {
        Located<String> name = kpi.promise().objective();
        Objective objective = name == null ? null : sound.objectives().get(name.value());
        return name != null && (objective == null || objective.timeframe() != null);
    }
}
