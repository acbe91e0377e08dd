package io.bellwether.core.plan;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;

/** What has no plan, said once. */
final class Unplannable {
    private Unplannable() {}

    static DiagnosticException weeks(String unit) {
        return new DiagnosticException(Diagnostic.error(
                PlanCodes.NEEDS_PERIODS,
                null,
                "a window or an offset by time cannot be counted in \"" + unit
                        + "\": with a pattern of weeks they differ in length",
                "count in weeks: 13 weeks, 52 weeks; or ask for one stretch of time"));
    }

    static DiagnosticException step(String unit) {
        return new DiagnosticException(Diagnostic.error(
                PlanCodes.NEEDS_PERIODS,
                null,
                "a window or an offset cannot be counted in \"" + unit + "\"",
                "count in days, weeks, months, quarters or years"));
    }
}
