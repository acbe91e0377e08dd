package io.bellwether.core.lint;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.definition.KpiDefinition;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import java.util.Optional;

/** A KPI is a promise; without a target nothing is promised. */
final class KpiWithoutTarget implements KpiRule {
    @Override
    public Optional<Diagnostic> check(KpiDefinition kpi, Catalog sound) {
        return KpiRule.missing(kpi, "target", Code.K102, "{ reach: 75, by: 2026 }");
    }
}
