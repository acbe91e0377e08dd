package io.bellwether.core.source;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A diagnostic as people read it:
 *
 * <pre>
 * metrics/churn.yml:12:18  D301  no metric named "revnue"
 *   12 |     expression: churned / revnue
 *      |                           ^^^^^^  did you mean "revenue"?
 * </pre>
 */
public final class DiagnosticText {
    private static final int MOST = 500;
    private static final int WIDTH = 120;
    private static final int BEFORE = 40;
    private static final int LONGEST_MARK = 60;

    private DiagnosticText() {}

    /** One after the other, each with a line break at its end; of very many only the first. */
    public static String render(Collection<Diagnostic> diagnostics) {
        String text =
                diagnostics.stream().limit(MOST).map(d -> render(d) + "\n").collect(Collectors.joining());
        int more = diagnostics.size() - MOST;
        return more <= 0 ? text : text + "… and " + more + " more\n";
    }

    /** The same with the names that Apache Ossie has for them: {@code Q501 (E_NAME_NOT_FOUND)}. */
    public static String renderWithOssie(Collection<Diagnostic> diagnostics) {
        return render(diagnostics.stream().map(DiagnosticText::withOssie).toList());
    }

    private static Diagnostic withOssie(Diagnostic d) {
        String code = d.ossie() == null ? d.code() : d.code() + " (" + d.ossie() + ")";
        return new Diagnostic(code, d.severity(), d.span(), d.message(), d.fix(), d.ossie());
    }

    /** One to four lines without a line break at the end. A severity below error stands before the message. */
    public static String render(Diagnostic diagnostic) {
        String severity = switch (diagnostic.severity()) {
            case ERROR -> "";
            case WARNING -> "warning: ";
            case ADVICE -> "advice: ";
        };
        String head = diagnostic.code() + "  " + severity + diagnostic.message();
        Span span = diagnostic.span();
        if (span == null) {
            return diagnostic.fix() == null ? head : head + "\n  " + diagnostic.fix();
        }
        return span + "  " + head + "\n" + excerpt(span, diagnostic.fix());
    }

    private static String excerpt(Span span, @Nullable String fix) {
        String line = CoveredLine.of(span.file().lineText(span.line()));
        int start = Math.min(span.column() - 1, line.length());
        int marked = Math.clamp((long) span.end() - span.start(), 1, Math.max(1, line.length() - start));
        int from = line.length() <= WIDTH ? 0 : Math.clamp((long) start - BEFORE, 0, line.length() - WIDTH);
        int to = Math.min(line.length(), from + WIDTH);
        String left = from > 0 ? "…" : "";
        String right = to < line.length() ? "…" : "";
        int carets = Math.min(Math.min(marked, LONGEST_MARK), Math.max(1, to - start));
        String number = String.valueOf(span.line());
        String margin = "  " + " ".repeat(number.length()) + " | ";
        return "  " + number + " | " + left + printable(line.substring(from, to)) + right + "\n" + margin
                + " ".repeat(left.length() + start - from) + "^".repeat(carets) + (fix == null ? "" : "  " + fix);
    }

    /** Tabs and control characters become one space each, so that the carets stand where they should. */
    private static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.chars().forEach(c -> out.append(Character.isISOControl(c) ? ' ' : (char) c));
        return out.toString();
    }
}
