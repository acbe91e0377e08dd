package io.bellwether.app.page;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Severity;
import io.bellwether.core.source.Span;
import org.jspecify.annotations.Nullable;

/** A problem of the workspace's files, with its place, the line that it stands in, and its fix. */
public record DiagnosticView(
        String code,
        Severity severity,
        @Nullable String file,
        @Nullable Integer line,
        @Nullable Integer column,
        String message,
        @Nullable String fix,
        @Nullable String excerpt) {
    private static final int LONGEST_EXCERPT = 160;

    /** The same problem for the pages. */
    public static DiagnosticView of(Diagnostic diagnostic) {
        Span span = diagnostic.span();
        if (span == null || span.file().path().isEmpty()) {
            return new DiagnosticView(
                    diagnostic.code(),
                    diagnostic.severity(),
                    null,
                    null,
                    null,
                    diagnostic.message(),
                    diagnostic.fix(),
                    null);
        }
        return new DiagnosticView(
                diagnostic.code(),
                diagnostic.severity(),
                span.file().path(),
                span.line(),
                span.column(),
                diagnostic.message(),
                diagnostic.fix(),
                excerpt(span));
    }

    private static @Nullable String excerpt(Span span) {
        String line = span.file().lineText(span.line()).stripTrailing();
        if (line.isBlank()) {
            return null;
        }
        return line.length() <= LONGEST_EXCERPT ? line : line.substring(0, LONGEST_EXCERPT) + "…";
    }
}
