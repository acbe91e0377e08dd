package io.bellwether.app.manual;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.source.Digest;
import io.bellwether.core.source.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A file of values, CSV or Excel: a line of names ({@code period}, {@code value}, each dimension, and {@code reason} if need
 * be), then a row for each value.
 */
public final class Upload {
    /** Bytes of a file. */
    public static final int LARGEST = 4 << 20;

    static final int ROWS = 20_000;
    static final int COLUMNS = 64;

    private static final String REASON = "reason";
    private static final int LONGEST_CELL = 2_000;

    private final List<String> names;
    private final Map<String, Integer> columns;
    private final String hash;

    private Upload(ManualMetric metric, List<String> header, String hash) {
        this.names = names(metric);
        this.columns = columns(names, header);
        this.hash = hash;
    }

    /** What the file's rows say, and the hash of its bytes. */
    public record Sheet(List<Entry> entries, String hash) {}

    /** @throws io.bellwether.core.source.DiagnosticException for what cannot be read as rows of the metric's values */
    public static Sheet read(ManualMetric metric, byte[] bytes) {
        limit(bytes.length <= LARGEST, "more than " + (LARGEST >> 20) + " MB");
        List<List<String>> rows = cells(bytes);
        int head = 0;
        while (head < rows.size() && isBlank(rows.get(head))) {
            head++;
        }
        if (head == rows.size()) {
            throw EntryProblems.upload("the file is empty", "begin with a line of names: " + example(metric));
        }
        Upload upload = new Upload(metric, rows.get(head), Digest.of(bytes, Digest.WHOLE));
        List<Entry> entries = new ArrayList<>();
        for (int row = head + 1; row < rows.size(); row++) {
            if (!isBlank(rows.get(row))) {
                entries.add(upload.entry(row + 1, rows.get(row)));
            }
        }
        return new Sheet(isOfSemicolons(bytes) ? pointed(entries) : entries, upload.hash);
    }

    private static boolean isOfSemicolons(byte[] bytes) {
        return !WorkbookCells.isWorkbook(bytes) && CsvCells.separator(UploadText.of(bytes)) == ';';
    }

    private static List<Entry> pointed(List<Entry> entries) {
        List<String> values =
                entries.stream().map(Entry::value).filter(Objects::nonNull).toList();
        return Commas.areIn(values) ? entries.stream().map(Upload::pointed).toList() : entries;
    }

    private static Entry pointed(Entry entry) {
        String value = entry.value();
        return value == null
                ? entry
                : new Entry(entry.place(), entry.period(), entry.where(), Commas.point(value), entry.reason());
    }

    static void limit(boolean kept, String what) {
        if (!kept) {
            throw EntryProblems.upload("the file has " + what, "send it in parts, or through the API");
        }
    }

    /** The line of names that a file of the metric begins with. */
    public static String example(ManualMetric metric) {
        return String.join(",", names(metric).subList(0, names(metric).size() - 1));
    }

    private static List<String> names(ManualMetric metric) {
        List<String> names = new ArrayList<>(List.of(DataSource.Typed.PERIOD));
        metric.by().forEach(by -> names.add(by.name()));
        names.add(DataSource.Typed.VALUE);
        names.add(REASON);
        return names;
    }

    private static List<List<String>> cells(byte[] bytes) {
        if (WorkbookCells.isOld(bytes)) {
            throw EntryProblems.upload("the workbook is of the old .xls kind, or has a password", "save it as .xlsx");
        }
        return WorkbookCells.isWorkbook(bytes) ? WorkbookCells.of(bytes) : CsvCells.of(UploadText.of(bytes));
    }

    private static boolean isBlank(List<String> row) {
        return row.stream().allMatch(String::isBlank);
    }

    private static Map<String, Integer> columns(List<String> names, List<String> header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int column = 0; column < header.size(); column++) {
            String name = header.get(column).strip().toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                continue;
            }
            String place = "column " + letters(column) + ": ";
            if (!names.contains(name)) {
                String shown = name.length() <= 40 ? name : name.substring(0, 40) + "…";
                throw EntryProblems.upload(
                        place + "no value has a \"" + shown + "\"",
                        Nearest.fix(name, names).orElse("the columns are " + String.join(", ", names)));
            }
            if (columns.putIfAbsent(name, column) != null) {
                throw EntryProblems.upload(place + "\"" + name + "\" stands twice", "keep one of the columns");
            }
        }
        for (String name : names) {
            if (!columns.containsKey(name) && !name.equals(REASON)) {
                String fix = "begin with a line of names: " + String.join(",", names.subList(0, names.size() - 1));
                throw EntryProblems.upload("the column \"" + name + "\" is missing", fix);
            }
        }
        return columns;
    }

    private Entry entry(int row, List<String> cells) {
        Map<String, String> where = new LinkedHashMap<>();
        for (String name : names.subList(1, names.size() - 2)) {
            where.put(name, cell(cells, name, row));
        }
        Integer reason = columns.get(REASON);
        return new Entry(
                part -> place(row, part),
                cell(cells, DataSource.Typed.PERIOD, row),
                where,
                cell(cells, DataSource.Typed.VALUE, row),
                reason == null ? null : cell(cells, REASON, row));
    }

    private String cell(List<String> cells, String name, int row) {
        @Nullable Integer column = columns.get(name);
        String text = column == null || column >= cells.size()
                ? ""
                : cells.get(column).strip();
        limit(text.length() <= LONGEST_CELL, "more than " + LONGEST_CELL + " characters in a cell of row " + row);
        return text;
    }

    private String place(int row, String part) {
        Integer column = columns.get(part);
        return "row " + row + (column == null ? "" : ", column " + letters(column) + " (" + part + ")");
    }

    /** As spreadsheets call columns: A, B … Z, AA. */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
