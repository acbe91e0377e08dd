package io.bellwether.core.lint;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.definition.KpiDefinition;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import java.util.Optional;

/** One person answers for a KPI. */
final class KpiWithoutOwner implements KpiRule {
    @Override
    public Optional<Diagnostic> check(KpiDefinition kpi, Catalog sound) {
        return KpiRule.missing(kpi, "owner", Code.K104, "name@example.com");
    }
}
