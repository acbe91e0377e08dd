package io.bellwether.app.scorecard;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.source.Diagnostic;

/** Problems of single KPIs. */
final class Problems {
    private Problems() {}

    static Diagnostic unknown(Kpi kpi) {
        return Diagnostic.error("Q520", kpi.span(), "\"" + kpi.name() + "\" was not measured", null);
    }
}
