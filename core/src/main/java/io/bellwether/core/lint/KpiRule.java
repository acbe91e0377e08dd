package io.bellwether.core.lint;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.definition.KpiDefinition;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import java.util.Optional;

/**
 * One rule about one active KPI. It reads the definition as well as the sound part of the catalog, so that it speaks up
 * even where another problem keeps the KPI out of the catalog.
 */
interface KpiRule {
    Optional<Diagnostic> check(KpiDefinition kpi, Catalog sound);

    /** The KPI lacks a key of its promise. */
    static Optional<Diagnostic> missing(KpiDefinition kpi, String key, Code code, String example) {
        if (kpi.promise().written().contains(key)) {
            return Optional.empty();
        }
        return Optional.of(problem(kpi, code, "has no " + key, "add " + key + ": " + example));
    }

    static Diagnostic problem(KpiDefinition kpi, Code code, String what, String fix) {
        String message = "the active KPI \"" + kpi.name().value() + "\" " + what;
        return code.at(kpi.name().span(), message, fix + ", or lifecycle: draft");
    }
}
