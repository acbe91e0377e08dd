package io.bellwether.engine.duckdb;

import io.bellwether.core.catalog.SkippedRows;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.file.JsonFiles;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files of a source side by side: each is read by itself, and columns of one name are one, however it is spelled.
 *
 * @param files in order
 * @param spellings of all columns, the first of each
 * @param filter the rows that count
 */
record CsvTexts(List<CsvFile> files, Map<String, String> spellings, RowFilter filter) {
    /** What a row's number is called: no column of a file. */
    static final String ROW = "\"row #\"";

    static CsvTexts of(List<CsvFile> files) {
        Map<String, String> spellings = new LinkedHashMap<>();
        files.forEach(file -> file.names().forEach(name -> spellings.putIfAbsent(key(name), name)));
        return new CsvTexts(List.copyOf(files), Collections.unmodifiableMap(spellings), RowFilter.ALL);
    }

    /** The same without the rows in which columns hold what the definition skips. */
    CsvTexts without(SkippedRows skipped, String label) {
        return new CsvTexts(files, spellings, spelled(skipped, spellings.values(), label));
    }

    /** The same without the rows of which something does not hold. */
    CsvTexts where(Map<String, String> held) {
        return held.isEmpty() ? this : new CsvTexts(files, spellings, filter.with(held));
    }

    /** What the definition skips, with columns as they are spelled; a column that is not there is a problem. */
    static RowFilter spelled(SkippedRows skipped, Collection<String> names, String label) {
        List<Map<String, List<String>>> where = new ArrayList<>();
        for (Map<String, List<String>> one : skipped.where()) {
            Map<String, List<String>> spelled = new LinkedHashMap<>();
            one.forEach((name, texts) -> {
                String column = names.stream()
                        .filter(name::equalsIgnoreCase)
                        .findFirst()
                        .orElseThrow(() -> EngineException.of(
                                "S417",
                                label + " has no column named " + name + ", which skip_rows asks for",
                                "check the file's first line"));
                spelled.put(column, texts);
            });
            where.add(spelled);
        }
        return new RowFilter(where, Map.of());
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    List<String> columns() {
        return List.copyOf(spellings.values());
    }

    /** The column that a file calls so. */
    String column(String name) {
        return spellings.getOrDefault(key(name), name);
    }

    /** The columns of a file. */
    Set<String> of(CsvFile file) {
        return file.names().stream().map(this::column).collect(Collectors.toSet());
    }

    /** A relation with those columns, all of them texts. */
    String texts(List<String> wanted, boolean oneThread) {
        return relation(wanted, Map.of(), oneThread);
    }

    /** The rows of one file that count, with their numbers in the file from 1: all columns as texts. */
    String numbered(CsvFile file) {
        String keep = filter.condition(of(file)).map(keeps -> " where " + keeps).orElse("");
        String number =
                file.isRecords() ? "cast(" + Sql.identifier(JsonFiles.RECORD) + " as bigint)" : "row_number() over ()";
        return "(select * from (select " + number + " as " + ROW + ", * from "
                + file.call(columns(file, Map.of()), true) + ")" + keep + ")";
    }

    /** The place of the first row of which the condition holds. */
    Optional<String> place(String condition, Runner runner, Deadline deadline) throws SQLException {
        for (CsvFile file : files) {
            String query = "select min(" + ROW + ") from " + numbered(file) + " where " + condition;
            long row = runner.query(query, deadline, rows -> rows.next() ? rows.getLong(1) : 0);
            if (row > 0) {
                return Optional.of(file.place(row));
            }
        }
        return Optional.empty();
    }

    /** @param types of the columns that are no texts */
    String relation(List<String> wanted, Map<String, CsvType> types, boolean oneThread) {
        return files.stream()
                .map(file -> select(file, wanted, types, oneThread))
                .collect(Collectors.joining(" union all ", "(", ")"));
    }

    private List<PhysicalColumn> columns(CsvFile file, Map<String, CsvType> types) {
        List<PhysicalColumn> read = new ArrayList<>();
        for (String name : file.names()) {
            String column = column(name);
            CsvType type = types.getOrDefault(column, CsvType.TEXT);
            read.add(new PhysicalColumn(column, type.isConverted() ? "VARCHAR" : type.type()));
        }
        return read;
    }

    private String select(CsvFile file, List<String> wanted, Map<String, CsvType> types, boolean oneThread) {
        Set<String> own = of(file);
        Optional<String> keep = filter.condition(own);
        // A row that does not count may hold anything, so the reader hands out texts.
        Map<String, CsvType> asRead = keep.isPresent() ? Map.of() : types;
        String values = wanted.stream()
                .map(column -> value(own, column, types.getOrDefault(column, CsvType.TEXT), keep.isPresent()))
                .collect(Collectors.joining(", "));
        return "select " + values + " from " + file.call(columns(file, asRead), oneThread)
                + keep.map(condition -> " where " + condition).orElse("");
    }

    private static String value(Set<String> own, String column, CsvType type, boolean fromTexts) {
        if (!own.contains(column)) {
            return "cast(null as " + type.type() + ") as " + Sql.identifier(column);
        }
        return fromTexts ? type.converted(column) : type.value(column);
    }
}
