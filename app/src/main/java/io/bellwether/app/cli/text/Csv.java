package io.bellwether.app.cli.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows as CSV (RFC 4180, line feeds); a missing value is an empty field, an empty text is {@code ""}. */
public final class Csv {
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
            text.append(field(Plain.text(values.get(i))));
        }
        text.append('\n');
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
