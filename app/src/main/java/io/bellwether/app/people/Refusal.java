package io.bellwether.app.people;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Nearest;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What a person cannot say or do here, with what would mend it. */
public final class Refusal {
    private Refusal() {}

    /** A text that cannot be kept. */
    static DiagnosticException text(String message, String fix) {
        return of("P831", message, fix);
    }

    /** A name that means nothing here. */
    public static DiagnosticException unknown(String kind, String name, Collection<String> known) {
        String shown = name.length() <= 60 ? name : name.substring(0, 60) + "…";
        return of(
                "P832",
                "no " + kind + " named \"" + shown + "\"",
                Nearest.fix(name, known).orElse(null));
    }

    /** A confidence outside of its scale. */
    public static DiagnosticException confidence() {
        return of("P833", "confidence is a whole number from 0 to 10", "0 is none, 10 is certain");
    }

    /** Only who wrote it may correct it. */
    static DiagnosticException someoneElses(String what, String author) {
        return of("P834", what + " was written by " + author, "write one of your own beside it");
    }

    /** Only who owns it. */
    static DiagnosticException notYours(String message) {
        return of("P834", message, "ask its owner");
    }

    /** A number that no record has. */
    public static DiagnosticException missing(String what, long id) {
        return of("P835", "there is no " + what + " " + id, "see the list for those that there are");
    }

    /** Too late. */
    public static DiagnosticException over(String message, String fix) {
        return of("P836", message, fix);
    }

    /** Somebody who is not of this workspace. */
    static DiagnosticException stranger(String email, Collection<String> people) {
        return of(
                "P837",
                "the workspace has no person \"" + (email.length() <= 60 ? email : email.substring(0, 60) + "…") + "\"",
                Nearest.fix(email, people).orElse("add them to people: in a file of it"));
    }

    /** A day or a period that cannot be. */
    static DiagnosticException time(String message, String fix) {
        return of("P838", message, fix);
    }

    /** A step of a review that leads nowhere. */
    public static DiagnosticException review(String message, String fix) {
        return of("P839", message, fix);
    }

    private static DiagnosticException of(String code, String message, @Nullable String fix) {
        return new DiagnosticException(Diagnostic.error(code, null, message, fix));
    }
}
