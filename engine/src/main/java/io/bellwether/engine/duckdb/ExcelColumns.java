package io.bellwether.engine.duckdb;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.sheet.CellProblem;
import io.bellwether.engine.sheet.SheetRow;
import io.bellwether.engine.sheet.SheetTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rows of workbooks say of their columns: types, cells without a value, and what stands oddly in the sheet. */
final class ExcelColumns {
    /** A column of which so many cells have one type, for each that has another, was meant to have it. */
    private static final int MANY = 4;

    private static final class Column {
        private ExcelType type = ExcelType.NOTHING;
        /** The type of all cells that are no texts. */
        private ExcelType other = ExcelType.NOTHING;

        private int others;
        private int texts;
        private @Nullable String firstText;
    }

    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, Diagnostic> refused = new LinkedHashMap<>();
    private final List<Diagnostic> warnings = new ArrayList<>();
    private String label = "";
    private boolean seen;
    private @Nullable SheetRow hidden;
    private ExcelTotals totals = new ExcelTotals();
    private ExcelStrays strays = new ExcelStrays();

    /** The rows that follow are of another file. */
    void begin(String file) {
        totals = new ExcelTotals();
        strays = new ExcelStrays();
        label = file;
        seen = false;
        hidden = null;
    }

    void row(List<String> names, SheetRow row) {
        boolean gap = seen && row.afterGap();
        seen = true;
        if (gap) {
            afterGap(names, row);
        }
        if (!totals.take(names, row)) {
            strays.take(names, row);
        }
        if (row.hidden() && hidden == null) {
            hidden = row;
        }
        for (int i = 0; i < row.values().size(); i++) {
            cell(names.get(i), row, i);
        }
    }

    private void cell(String name, SheetRow row, int at) {
        Object value = row.value(at);
        if (value instanceof CellProblem problem) {
            String message = label + ": " + row.address(at) + " " + problem.what();
            refused.putIfAbsent(name, Diagnostic.error("S433", null, message, problem.fix()));
            value = null;
        }
        Column column = columns.computeIfAbsent(name, n -> new Column());
        column.type = column.type.with(ExcelType.of(value));
        if (value instanceof String text) {
            column.texts++;
            column.firstText =
                    column.firstText == null ? row.address(at) + " (" + shortened(text) + ")" : column.firstText;
        } else if (value != null) {
            column.others++;
            column.other = column.other.with(ExcelType.of(value));
        }
    }

    /** Below an empty line: texts where numbers or dates stood are the names of another table. */
    private void afterGap(List<String> names, SheetRow row) {
        List<Object> cells = new ArrayList<>();
        boolean breaks = false;
        for (int i = 0; i < row.values().size(); i++) {
            Object value = row.value(i);
            if (value != null) {
                cells.add(value);
                Column column = columns.get(names.get(i));
                breaks |= column != null && column.texts == 0 && column.others > 0;
            }
        }
        boolean named = cells.size() > 1
                && cells.stream().allMatch(c -> c instanceof String)
                && cells.stream().distinct().count() == cells.size();
        if (named && breaks) {
            throw EngineException.of(
                    "S434",
                    label + ": another table begins in row " + row.number() + ", with "
                            + cells.stream()
                                    .map(String::valueOf)
                                    .map(ExcelColumns::shortened)
                                    .collect(Collectors.joining(", ")),
                    "move it to a sheet of its own, or leave its rows out: skip_rows: [" + row.number() + ", …]");
        }
    }

    /** What the sheet itself says, once all of its rows were seen. */
    void end(SheetTable.Read read) {
        read.names().forEach(n -> columns.computeIfAbsent(n, name -> new Column()));
        if (!read.above().isEmpty()) {
            SheetRow title = read.above().getFirst();
            warn(
                    label + ": the names are read from row " + read.header() + ", since " + title.address(first(title))
                            + " (" + shown(title.value(first(title))) + ") stands above the table",
                    "write `header: " + read.header() + "` to say that it is so");
        }
        if (hidden != null) {
            warn(
                    label + ": row " + hidden.number() + " is hidden, and counts",
                    "delete hidden rows, or leave them out with skip_rows or a condition");
        }
        around(read);
    }

    private void around(SheetTable.Read read) {
        warnings.addAll(totals.told(label));
        warnings.addAll(strays.told(label, read.names(), new TreeSet<>(read.named())));
    }

    private void warn(String message, String fix) {
        warnings.add(Diagnostic.warning("S435", null, message, fix));
    }

    private static int first(SheetRow row) {
        int column = 0;
        while (row.value(column) == null) {
            column++;
        }
        return column;
    }

    FileShape shape() {
        List<PhysicalColumn> physical = new ArrayList<>();
        columns.forEach((name, column) -> {
            physical.add(new PhysicalColumn(name, column.type.duckType()));
            if (column.firstText != null && column.others >= MANY * column.texts) {
                warnings.add(Diagnostic.warning(
                        "S436",
                        null,
                        label + ": column " + name + " is read as text because of " + column.firstText
                                + "; its other cells are " + column.other.word(),
                        "write the value, or empty the cell"));
            }
        });
        return new FileShape(physical, Map.of(), warnings, refused);
    }

    /** What a cell shows, for a sentence. */
    static String shown(@Nullable Object value) {
        return value == null
                ? ""
                : shortened(value instanceof CellProblem problem ? problem.shown() : ExcelType.text(value));
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 40 ? line : line.substring(0, 39) + "…";
    }
}
