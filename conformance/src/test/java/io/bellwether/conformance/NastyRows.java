package io.bellwether.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows at which engines part: nothing, nothing but blanks, negative, zero, huge, halves, letters of other scripts. */
final class NastyRows {
    /** The columns with their types in the words of DuckDB. */
    static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("id", "INTEGER");
        COLUMNS.put("i", "BIGINT");
        COLUMNS.put("j", "BIGINT");
        COLUMNS.put("n", "DECIMAL(18, 4)");
        COLUMNS.put("m", "DECIMAL(12, 2)");
        COLUMNS.put("x", "DOUBLE");
        COLUMNS.put("y", "DOUBLE");
        COLUMNS.put("t", "VARCHAR");
        COLUMNS.put("u", "VARCHAR");
        COLUMNS.put("digits", "VARCHAR");
        COLUMNS.put("day", "DATE");
        COLUMNS.put("seen", "TIMESTAMP");
    }

    private static final List<List<String>> VALUES = List.of(
            row("0 | 0 | 0.0000 | 0.00 | 0 | 0 |  |  | 0 | 2024-02-29 | 2024-02-29 00:00:00"),
            row("1 | -1 | 2.5000 | -2.50 | 2.5 | -2.5 | a | A | 12 | 2023-12-31 | 2023-12-31 23:59:59"),
            row("-7 | 3 | -7.1250 | 3.05 | -7.125 | 1.005 | straße | ß | -7 | 2025-03-30 | 2025-03-30 02:30:00"),
            row(
                    "12 | 5 | 1234.5678 | 12.00 | 1234567.005 | 0.1 | Ünïcödé | é | 1.5 | 2026-01-01 | 2026-01-01 12:00:00.5"),
            row("100 | -3 | 0.0001 | 99.99 | 2.675 | 3 | 😀a😀 | 😀 | a1 | 2020-12-28 | 2020-12-28 06:07:08"),
            row("3 | 2 | 0.5000 | 0.01 | 0.5 | 2 | a,b,c | , | 123.45- | 2021-01-03 | 2021-01-03 18:00:00"),
            row(
                    "9007199254740993 | 2 | 99999999999999.9999 | 9999999999.99 | 1e300 | 1e10 |  x  |   | 1e3 | 1999-12-31 | 1999-12-31 23:00:00"),
            row("9223372036854775807 | 1 | -99999999999999.9999 | -9999999999.99 | -1e300 | 1e-10 | 100% | %"
                    + " | 99999999999999999999 | 2000-02-29 | 2000-02-29 10:10:10"),
            row(
                    "-9223372036854775807 | -1 | 1.0000 | 1.00 | 1e-300 | -0.1 | a\\b | \\ | + | 2026-06-30 | 2026-06-30 00:00:01"),
            row("2 | 0 | -0.5000 | -0.50 | -0.5 | 0.5 | it's | ' | .5 | 2026-11-02 | 2026-11-02 09:00:00"),
            row(
                    "7 | 10 | 3.1400 | 7.00 | 3.14159265358979 | 1.45 | a_b | _ | 2024-02-30 | 2026-12-28 | 2026-12-28 00:00:00"),
            row("- | - | - | - | - | - | - | - | - | - | -"),
            row("5 | - | 5.0000 | - | 5 | - | ÀÉ | - | 2024-02-29 | 2022-07-04 | 2022-07-04 15:16:17"),
            row("- | 4 | - | 4.00 | - | 4 | - | ab |  42  | - | 2022-07-04 00:00:00"));

    private NastyRows() {}

    static int count() {
        return VALUES.size();
    }

    /** Values between bars; a dash is nothing. */
    private static List<String> row(String text) {
        List<String> values = new ArrayList<>();
        for (String value : text.split(" \\| ", -1)) {
            values.add(value);
        }
        return values;
    }

    /** A SELECT of all rows. */
    static String select(Map<String, String> types, boolean backslashEscapes) {
        List<String> selects = new ArrayList<>();
        for (int id = 1; id <= VALUES.size(); id++) {
            List<String> cells = new ArrayList<>(List.of(id + " AS id"));
            int at = 0;
            for (Map.Entry<String, String> column : COLUMNS.entrySet()) {
                if (column.getKey().equals("id")) {
                    continue;
                }
                String value = VALUES.get(id - 1).get(at++);
                String type = types.getOrDefault(column.getValue(), column.getValue());
                cells.add("CAST(" + literal(value, backslashEscapes) + " AS " + type + ") AS " + column.getKey());
            }
            selects.add("SELECT " + String.join(", ", cells));
        }
        return String.join("\nUNION ALL ", selects);
    }

    private static String literal(String value, boolean backslashEscapes) {
        if (value.equals("-")) {
            return "NULL";
        }
        String quoted = value.replace("'", "''");
        return "'" + (backslashEscapes ? quoted.replace("\\", "\\\\") : quoted) + "'";
    }
}
