package io.bellwether.core.lint;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.definition.KpiDefinition;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import java.util.Optional;

/** A KPI that nobody looks at moves nothing. */
final class KpiWithoutCadence implements KpiRule {
    @Override
    public Optional<Diagnostic> check(KpiDefinition kpi, Catalog sound) {
        return KpiRule.missing(kpi, "cadence", Code.K105, "weekly");
    }
}
