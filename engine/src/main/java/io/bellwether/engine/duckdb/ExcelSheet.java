package io.bellwether.engine.duckdb;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Hands out the rows of a workbook's first sheet, one at a time. */
final class ExcelSheet {
    private ExcelSheet() {}

    /** Takes the names of the columns and a row's values: Boolean, BigDecimal, LocalDateTime, String or null. */
    interface Sink {
        void row(List<String> names, List<@Nullable Object> values);
    }

    /** Gives back the names: a sheet may hold nothing else. */
    static List<String> rows(Path file, String label, Deadline deadline, Sink sink) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<String> names = new ArrayList<>();
            rows.forEach(row -> {
                if (deadline.isOver()) {
                    throw deadline.exceeded();
                }
                List<@Nullable Object> values = values(row);
                if (values.stream().allMatch(v -> v == null)) {
                    return;
                }
                if (names.isEmpty()) {
                    name(names, values);
                } else {
                    widen(names, values.size());
                    sink.row(names, values);
                }
            });
            return names;
        } catch (IOException | ExcelReaderException | UncheckedIOException e) {
            throw new EngineException(
                    EngineException.of("S413", label + " is damaged: " + e.getMessage(), "save it again as .xlsx")
                            .diagnostic(),
                    e);
        }
    }

    private static void name(List<String> names, List<@Nullable Object> header) {
        for (Object cell : header) {
            add(names, cell == null ? "" : cell.toString().strip());
        }
    }

    /** A row that is longer than the line of names. */
    private static void widen(List<String> names, int size) {
        while (names.size() < size) {
            add(names, "");
        }
    }

    private static void add(List<String> names, String wanted) {
        String base = wanted.isEmpty() ? "column" + names.size() : wanted;
        String name = base;
        for (int i = 1; contains(names, name); i++) {
            name = base + "_" + i;
        }
        names.add(name);
    }

    private static boolean contains(List<String> names, String name) {
        return names.stream().anyMatch(n -> n.equalsIgnoreCase(name));
    }

    private static List<@Nullable Object> values(Row row) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            values.add(cell == null ? null : value(cell));
        }
        while (!values.isEmpty() && values.getLast() == null) {
            values.removeLast();
        }
        return values;
    }

    private static @Nullable Object value(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> isDate(cell.getDataFormatString()) ? cell.asDate() : cell.asNumber();
            case BOOLEAN -> cell.asBoolean();
            case STRING -> cell.asString().isEmpty() ? null : cell.asString();
            case FORMULA -> cell.getValue();
            case EMPTY, ERROR -> null;
        };
    }

    /** A format that shows a year or a day, once texts in quotes and colours in brackets are taken off. */
    private static boolean isDate(@Nullable String format) {
        if (format == null) {
            return false;
        }
        String bare = format.replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
        return bare.matches("(?is).*[yd].*");
    }
}
