package io.bellwether.app.cli.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV (RFC 4180, line feeds); a missing value is an empty field, an empty text is {@code ""}. A file is opened in
 * spreadsheets: what data calls a text stays one there.
 */
public final class Csv {
    /** With their wide forms, which some spreadsheets take for the same. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Csv() {}

    public static String text(List<String> header, List<? extends List<? extends @Nullable Object>> rows) {
        var text = new StringBuilder();
        line(text, header);
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<? extends @Nullable Object> values) {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            Object value = values.get(i);
            text.append(field(value instanceof String words ? harmless(words) : Plain.text(value)));
        }
        text.append('\n');
    }

    /** A text that a spreadsheet would take for a formula begins with an apostrophe, which it does not show. */
    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String field(@Nullable String value) {
        if (value == null) {
            return "";
        }
        boolean plain =
                !value.isEmpty() && value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
