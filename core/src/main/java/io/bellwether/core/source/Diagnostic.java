package io.bellwether.core.source;

import org.jspecify.annotations.Nullable;

/**
 * A problem as a value: what is wrong, where, and what would mend it. {@code code} is stable and documented
 * ({@code D3xx} definitions, {@code S4xx} sources, {@code Q5xx} questions, {@code E6xx} engines, {@code K1xx}/{@code M2xx}
 * lint).
 *
 * @param span the place, or null where no file is at fault (a question on the command line, an engine)
 * @param fix what to do about it, in words that follow the marked place; null where nothing is known to help
 * @param ossie what Apache Ossie calls it, or null
 */
public record Diagnostic(
        String code,
        Severity severity,
        @Nullable Span span,
        String message,
        @Nullable String fix,
        @Nullable String ossie) {
    private static final int LONGEST = 400;

    /** A message names what a person wrote, which may be a name of megabytes: the middle is left out then. */
    public Diagnostic {
        message = cut(message);
        fix = fix == null ? null : cut(fix);
    }

    public Diagnostic(String code, Severity severity, @Nullable Span span, String message, @Nullable String fix) {
        this(code, severity, span, message, fix, OssieCodes.of(code));
    }

    /** The same problem where Apache Ossie has a name of its own for it. */
    public Diagnostic asOssie(String code) {
        return new Diagnostic(this.code, severity, span, message, fix, code);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST / 2) + " … " + text.substring(text.length() - LONGEST / 2);
    }

    public static Diagnostic error(String code, @Nullable Span span, String message, @Nullable String fix) {
        return new Diagnostic(code, Severity.ERROR, span, message, fix);
    }

    public static Diagnostic warning(String code, @Nullable Span span, String message, @Nullable String fix) {
        return new Diagnostic(code, Severity.WARNING, span, message, fix);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
