package io.bellwether.core.lint;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.source.Span;

/** Findings about what is promised, at the target. */
final class Targets {
    private Targets() {}

    static Finding finding(Kpi kpi, RuleCode code, String message, String fix) {
        Span place = kpi.target() == null ? kpi.span() : kpi.target().terms().span();
        return Ground.of(kpi, code, place, message, fix, null);
    }
}
