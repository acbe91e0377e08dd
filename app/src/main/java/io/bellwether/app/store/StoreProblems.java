package io.bellwether.app.store;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Span;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** What can go wrong with the store, as problems that a person can mend. */
final class StoreProblems {
    private StoreProblems() {}

    /**
     * Failures of the database as problems; everything else as it is.
     *
     * @param cover takes what nobody may read out of what the database says
     */
    static <T> T guarded(UnaryOperator<String> cover, Supplier<T> work) {
        try {
            return work.get();
        } catch (JdbiException e) {
            throw failed(cover.apply(reason(e)));
        }
    }

    static DiagnosticException failed(String reason) {
        String message = "the store did not take it: " + reason;
        return problem("S721", null, message, "see that its disk has room and its server answers, then try again");
    }

    static DiagnosticException notOpened(@Nullable Span place, String where, String reason) {
        String message = "the store " + where + " cannot be opened: " + reason;
        return problem(
                "S720",
                place,
                message,
                "check its address, that its folder can be written and has room, and that the file is not damaged");
    }

    static DiagnosticException moved(String where) {
        return problem(
                "S727",
                null,
                "the store " + where + " was moved, replaced or deleted while it was in use; this was not written",
                "put the file back, or start the server anew on the one that is there");
    }

    static DiagnosticException newer(@Nullable Span place, String where, String version) {
        String message = "the store " + where + " was written by a newer Bellwether (its version is " + version + ")";
        return problem("S722", place, message, "start that one, or restore a backup of this one");
    }

    static DiagnosticException migration(@Nullable Span place, String where, String reason) {
        String message = "the store " + where + " could not be brought to this version: " + reason;
        return problem("S723", place, message, "restore the backup from before, and report what it says");
    }

    static DiagnosticException problem(String code, @Nullable Span place, String message, String fix) {
        return new DiagnosticException(List.of(Diagnostic.error(code, place, message, fix)));
    }

    /** What the database itself says, on one line. */
    static String reason(Throwable failure) {
        Throwable at = failure;
        while (!(at instanceof SQLException) && at.getCause() != null && at.getCause() != at) {
            at = at.getCause();
        }
        String message = at.getMessage();
        return message == null ? at.getClass().getSimpleName() : message.strip().replaceAll("\\s+", " ");
    }
}
