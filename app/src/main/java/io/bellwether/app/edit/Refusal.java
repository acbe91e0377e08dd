package io.bellwether.app.edit;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a file is not edited: P801 to P807. Nothing has been written then. */
public final class Refusal {
    private Refusal() {}

    static DiagnosticException notOurs(String kpi, Span place) {
        return of(
                "P801",
                place,
                "\"" + kpi + "\" does not stand under kpis: in a YAML file of the workspace",
                "change it where it is defined");
    }

    static DiagnosticException unusual(Span place, String what) {
        return of("P802", place, what + " is used here, and a change might reach other places", "change it by hand");
    }

    public static DiagnosticException noTarget(@Nullable Span place, String message, String fix) {
        return of("P803", place, message, fix);
    }

    public static DiagnosticException nothing(String kpi) {
        return of("P804", null, "that is what \"" + kpi + "\" promises already", "give another target");
    }

    static DiagnosticException wrong(List<Diagnostic> errors) {
        List<Diagnostic> all = new ArrayList<>();
        all.add(Diagnostic.error("P805", null, "with this change the workspace would have errors", "mend the change"));
        all.addAll(errors);
        return new DiagnosticException(all);
    }

    static DiagnosticException more(@Nullable Span place) {
        return of("P805", place, "this change would reach more than was asked for", "change it by hand");
    }

    static DiagnosticException changed(String file) {
        return of("P806", null, file + " was changed by somebody else in this moment", "look at it, then try again");
    }

    static DiagnosticException notWritten(String file, String why) {
        return of("P807", null, file + " cannot be written: " + why, "check its rights and the disk");
    }

    private static DiagnosticException of(String code, @Nullable Span place, String message, String fix) {
        return new DiagnosticException(Diagnostic.error(code, place, message, fix));
    }
}
