package io.bellwether.core.plan;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;

/** What has no plan, said once. */
final class Unplannable {
    private Unplannable() {}

    static DiagnosticException step(String unit) {
        return new DiagnosticException(Diagnostic.error(
                PlanCodes.NEEDS_PERIODS,
                null,
                "a window or an offset cannot be counted in \"" + unit + "\"",
                "count in days, weeks, months, quarters or years"));
    }
}
