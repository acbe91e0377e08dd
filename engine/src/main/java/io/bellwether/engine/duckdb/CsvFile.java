package io.bellwether.engine.duckdb;

import io.bellwether.engine.file.CsvLayout;
import io.bellwether.engine.file.JsonFiles;
import io.bellwether.engine.file.RecordLines;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One CSV file as it is read: all of its fields as texts.
 *
 * @param readable in UTF-8, with nothing above its table
 * @param label what people call it
 * @param above how many lines of the file stand above what is readable
 * @param header whether its first line names the columns
 * @param names of its columns, each another
 * @param manner more options of its reader, each after a comma
 */
record CsvFile(
        Path readable, String label, int above, String delimiter, boolean header, List<String> names, String manner) {
    private static final String FIXED = ", quote = '\"', escape = '\"', comment = '', skip = 0";
    /** A quarter of DuckDB's own: parsing starts sooner after unpacking, in fewer fresh pages; far above the longest line. */
    static final int BLOCK = 8_000_000;

    private static final int LINE = 2_000_000;
    private static final int NOT_LINES = -1;
    private static final String BUFFER = ", buffer_size = " + BLOCK;

    CsvFile {
        names = List.copyOf(names);
    }

    /** @param named whether it is known that the first line has the names */
    static CsvFile of(Path readable, String label, CsvLayout layout, boolean named) {
        boolean header = named || hasNames(layout);
        List<String> names = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < Math.max(layout.fields(), 1); i++) {
            String name = header && i < layout.header().size()
                    ? layout.header().get(i).strip()
                    : "";
            names.add(free(taken, name.isEmpty() ? "column" + i : name));
        }
        return new CsvFile(readable, label, layout.above(), String.valueOf(layout.delimiter()), header, names, BUFFER);
    }

    /** @param names of all columns */
    static CsvFile of(JsonFiles.Table table, String label, List<String> names) {
        // A character is at most three bytes of UTF-8, of which a surrogate is half of four.
        long longest = 3L * table.longest() + 2;
        String wide = longest > LINE
                ? ", max_line_size = " + longest + ", buffer_size = " + Math.max(BLOCK, 4 * longest)
                : BUFFER;
        // Threads cannot tell where a row begins inside of a text of several lines.
        String threads = table.lines() || longest > LINE ? ", parallel = false" : "";
        return new CsvFile(
                table.csv(), label, NOT_LINES, ",", false, names, ", allow_quoted_nulls = false" + wide + threads);
    }

    /** Complains about a quotation mark that is not closed. */
    void checkQuotes() {
        RecordLines.checkQuotes(readable, delimiter.charAt(0), above, label);
    }

    /** Whether it was made of records, which know their numbers. */
    boolean isRecords() {
        return above == NOT_LINES;
    }

    /** Where the row is, counted from 1. */
    String place(long row) {
        return isRecords()
                ? label + ", record " + row
                : label + ", line " + (RecordLines.of(readable, delimiter.charAt(0), row + (header ? 1 : 0)) + above);
    }

    private static String free(Set<String> taken, String wanted) {
        String name = wanted;
        for (int i = 1; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    /** A first line is data where it has a number or a date over others of its kind, and no text over any. */
    private static boolean hasNames(CsvLayout layout) {
        boolean data = false;
        for (int i = 0; i < layout.header().size(); i++) {
            int column = i;
            List<String> below = layout.rows().stream()
                    .filter(row -> column < row.size() && !row.get(column).isBlank())
                    .map(row -> row.get(column).strip())
                    .toList();
            boolean values = !below.isEmpty() && below.stream().allMatch(CsvValue::isTyped);
            String first = layout.header().get(i).strip();
            if (values && !first.isEmpty() && !CsvValue.isTyped(first)) {
                return true;
            }
            data |= values && CsvValue.isTyped(first);
        }
        return !data;
    }

    /** The call that reads it, each column of the type that is asked for it. */
    String call(List<PhysicalColumn> typed, boolean oneThread) {
        return "read_csv(" + Sql.files(List.of(readable)) + ", delim = " + Sql.string(delimiter) + FIXED + manner
                + ", header = " + header + (oneThread && !manner.contains("parallel") ? ", parallel = false" : "")
                + ", auto_detect = false, columns = "
                + Sql.types(typed) + ")";
    }
}
