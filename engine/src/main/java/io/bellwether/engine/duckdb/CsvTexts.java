package io.bellwether.engine.duckdb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files of a source side by side: each is read by itself, and columns of one name are one, however it is spelled.
 *
 * @param files in order
 * @param spellings of all columns, the first of each
 */
record CsvTexts(List<CsvFile> files, Map<String, String> spellings) {
    static CsvTexts of(List<CsvFile> files) {
        Map<String, String> spellings = new LinkedHashMap<>();
        files.forEach(file -> file.names().forEach(name -> spellings.putIfAbsent(key(name), name)));
        return new CsvTexts(List.copyOf(files), Collections.unmodifiableMap(spellings));
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

    /** The columns of one file as texts, in the order of its rows. */
    String ofOne(CsvFile file, List<String> wanted) {
        return "(" + select(file, wanted, Map.of(), true) + ")";
    }

    /** @param types of the columns that are no texts */
    String relation(List<String> wanted, Map<String, CsvType> types, boolean oneThread) {
        return files.stream()
                .map(file -> select(file, wanted, types, oneThread))
                .collect(Collectors.joining(" union all ", "(", ")"));
    }

    private String select(CsvFile file, List<String> wanted, Map<String, CsvType> types, boolean oneThread) {
        List<PhysicalColumn> read = new ArrayList<>();
        for (String name : file.names()) {
            String column = column(name);
            CsvType type = types.getOrDefault(column, CsvType.TEXT);
            read.add(new PhysicalColumn(column, type.isConverted() ? "VARCHAR" : type.type()));
        }
        Set<String> own = of(file);
        String values = wanted.stream()
                .map(column -> value(own, column, types.getOrDefault(column, CsvType.TEXT)))
                .collect(Collectors.joining(", "));
        return "select " + values + " from " + file.call(read, oneThread);
    }

    private static String value(Set<String> own, String column, CsvType type) {
        return own.contains(column)
                ? type.value(column)
                : "cast(null as " + type.type() + ") as " + Sql.identifier(column);
    }
}
