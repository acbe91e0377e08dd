package io.bellwether.app.cli;

import io.bellwether.app.cli.text.Json;
import io.bellwether.app.cli.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists of what people said and did. */
final class Rows {
    private static final int LONGEST = 80;

    private Rows() {}

    /** @param none what is said in a terminal where there are no rows */
    static String text(List<Map<String, @Nullable Object>> rows, List<String> columns, String none, ListFormat format) {
        return switch (format) {
            case JSON -> Json.pretty(rows);
            case TEXT -> rows.isEmpty() ? none + "\n" : table(rows, columns);
        };
    }

    private static String table(List<Map<String, @Nullable Object>> rows, List<String> columns) {
        TextTable table = new TextTable(columns);
        for (Map<String, @Nullable Object> row : rows) {
            List<@Nullable Object> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(cut(row.get(column))));
            table.row(cells);
        }
        return table.text();
    }

    /** A table has no room for a whole comment; JSON has. */
    private static @Nullable Object cut(@Nullable Object value) {
        return value instanceof String text && text.codePointCount(0, text.length()) > LONGEST
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…"
                : value;
    }
}
