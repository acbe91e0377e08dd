package io.bellwether.app.promise;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Nearest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why goalposts are not moved: P803 to P809. */
public final class GoalpostProblems {
    private GoalpostProblems() {}

    static DiagnosticException unknown(String name, Catalog catalog) {
        List<String> known = new ArrayList<>(catalog.kpis().keySet());
        known.addAll(catalog.metrics().keySet());
        return of(
                "P803",
                "no KPI or metric is named \"" + name + "\"",
                Nearest.fix(name, known).orElse(null));
    }

    static DiagnosticException nothing(String kpi) {
        return of("P804", "that is how \"" + kpi + "\" stands already", "give another target");
    }

    static DiagnosticException more(List<String> others) {
        String what = others.isEmpty() ? "something else" : String.join(", ", others);
        return of("P805", "this change would reach " + what + " too", "change the file by hand");
    }

    static DiagnosticException noReason() {
        return of("P808", "goalposts are not moved without a reason", "say why");
    }

    /** A reason for nothing, or none at all. */
    public static DiagnosticException notExplained(String kpi, boolean empty) {
        return empty ? noReason() : of("P804", "the last change of \"" + kpi + "\" has its reason already", null);
    }

    /** What is decided on is not what was shown. */
    public static DiagnosticException otherEvidence() {
        return of("P809", "the evidence has changed since it was shown", "look at it again, then decide");
    }

    static DiagnosticException noTimeframe(String message) {
        return of("P803", message, "write --by 2026-12-31, or --by 2026-Q4");
    }

    static DiagnosticException retargetFirst(String kpi) {
        return of(
                "P803",
                "\"" + kpi + "\" is a KPI already",
                "give it another target by retarget, then promote it alone");
    }

    private static DiagnosticException of(String code, String message, @Nullable String fix) {
        return new DiagnosticException(Diagnostic.error(code, null, message, fix));
    }
}
