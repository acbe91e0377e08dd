package io.bellwether.core.source;

import java.util.List;
import java.util.stream.Collectors;

/** Carries problems through code that cannot return them. The problems are what counts; the exception is only the carrier. */
public final class DiagnosticException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> diagnostics;

    public DiagnosticException(List<Diagnostic> diagnostics) {
        super(
                diagnostics.stream().map(d -> d.code() + " " + d.message()).collect(Collectors.joining("; ")),
                null,
                false,
                false);
        this.diagnostics = List.copyOf(diagnostics);
    }

    public DiagnosticException(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
