package io.bellwether.app.manual;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a batch as a whole. */
final class EntryProblems {
    private EntryProblems() {}

    /** A correction says why. */
    static void withoutReason(Comparing comparing, @Nullable String reason, List<Diagnostic> problems) {
        if (reason != null && !reason.isBlank()) {
            return;
        }
        for (Comparing.Line line : comparing.lines()) {
            boolean corrects = line.state() == Comparing.State.CHANGED || line.state() == Comparing.State.TAKEN_BACK;
            if (corrects && line.checked().reason() == null) {
                String message = "there is a value of " + line.checked().period() + " already; a correction says why";
                problems.add(EntryCheck.problem("P826", line.entry(), "value", message, "give a reason"));
            }
        }
    }

    static DiagnosticException otherBody(String key) {
        String shown = key.length() <= 60 ? key : key.substring(0, 60) + "…";
        return problem(
                "P827",
                "other values were sent under the key \"" + shown + "\" before",
                "send what is new under a new key");
    }

    static DiagnosticException changedMeanwhile() {
        return problem(
                "P829",
                "what was looked at is not what would be written now",
                "look at the preview again, then confirm");
    }

    static DiagnosticException upload(String message, String fix) {
        return problem("P828", message, fix);
    }

    private static DiagnosticException problem(String code, String message, String fix) {
        return new DiagnosticException(Diagnostic.error(code, null, message, fix));
    }
}
