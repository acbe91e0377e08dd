package io.bellwether.engine;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Span;
import org.jspecify.annotations.Nullable;

/** Carries the one problem that stopped the engine: {@code S4xx} where a source is at fault, {@code E6xx} otherwise. */
public final class EngineException extends RuntimeException {
    /** What a person can do about a value that an expression cannot take. */
    public static final String VALUE_FIX = "cast the column in the field's expression, or leave such values out";

    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    public EngineException(Diagnostic diagnostic, @Nullable Throwable cause) {
        super(diagnostic.code() + " " + diagnostic.message(), cause);
        this.diagnostic = diagnostic;
    }

    /** A problem whose place the caller adds by {@link #diagnostic(Span)}. */
    public static EngineException of(String code, String message, @Nullable String fix) {
        return new EngineException(Diagnostic.error(code, null, message, fix), null);
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }

    /** The problem, shown at the definition that caused it. */
    public Diagnostic diagnostic(Span span) {
        return new Diagnostic(diagnostic.code(), diagnostic.severity(), span, diagnostic.message(), diagnostic.fix());
    }
}
