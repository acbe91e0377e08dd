package io.bellwether.core.lint;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.definition.KpiDefinition;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import java.util.Optional;

/** A KPI serves an objective; else nobody knows what for. */
final class KpiWithoutObjective implements KpiRule {
    @Override
    public Optional<Diagnostic> check(KpiDefinition kpi, Catalog sound) {
        return KpiRule.missing(kpi, "objective", Code.K101, "the objective that it serves");
    }
}
