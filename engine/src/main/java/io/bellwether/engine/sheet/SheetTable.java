package io.bellwether.engine.sheet;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/** The table of one sheet of a workbook: a row of names, then rows. Read anew, from the file, for each use. */
public final class SheetTable {
    private final Path file;
    private final String label;
    private final SheetChoice choice;
    private final Deadline deadline;

    /** @param label the file's name as people know it */
    public SheetTable(Path file, String label, SheetChoice choice, Deadline deadline) {
        this.file = file;
        this.label = label;
        this.choice = choice;
        this.deadline = deadline;
    }

    /** Takes the names of the columns, which grow with longer rows, and a row that is not blank. */
    public interface Sink {
        void row(List<String> names, SheetRow row);
    }

    /**
     * What was read.
     *
     * @param sheet its name
     * @param others the names of the sheets that a person sees beside it
     * @param names of the columns
     * @param named which of them have their name from the sheet
     * @param header the row that they stand in; 0 where the sheet is empty
     * @param above what stands in the rows above it
     */
    public record Read(
            String sheet,
            List<String> others,
            List<String> names,
            Set<Integer> named,
            int header,
            List<SheetRow> above) {
        public Read {
            others = List.copyOf(others);
            names = List.copyOf(names);
            named = Set.copyOf(named);
            above = List.copyOf(above);
        }
    }

    /** Hands out every row below the names. A problem of the file is an {@code EngineException} with S4xx. */
    public Read read(Sink sink) {
        Workbooks.check(file, label);
        try (ZipFile zip = new ZipFile(file.toFile());
                ReadableWorkbook workbook =
                        new ReadableWorkbook(file.toFile(), new ReadingOptions(SheetXml.hasFormats(zip), true))) {
            Map<String, String> parts = SheetXml.parts(zip);
            List<Sheet> sheets = workbook.getSheets()
                    .filter(s -> parts.isEmpty() || parts.containsKey(s.getId()))
                    .toList();
            if (sheets.isEmpty() && SheetXml.isStrict(zip)) {
                throw SheetProblems.strict(label);
            }
            Sheet sheet = chosen(sheets);
            SheetScan scan = SheetScan.of(zip, parts.getOrDefault(sheet.getId(), ""), label);
            scan.checkTexts(zip);
            Pass pass = new Pass(new MergedCells(scan.merged()), sink);
            try (Stream<Row> rows = sheet.openStream()) {
                rows.forEach(row -> pass.take(row(row, scan, workbook.isDate1904())));
            }
            pass.end();
            return pass.result(sheet.getName(), others(sheets, sheet));
        } catch (EngineException problem) {
            throw problem;
        } catch (IOException | XMLStreamException | ExcelReaderException | UncheckedIOException e) {
            throw SheetProblems.damaged(label, why(e), e);
        } catch (IllegalStateException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | NullPointerException
                | ArithmeticException e) {
            // The library trips over what no spreadsheet writes: a text that is not in the list of texts, a part that
            // lacks.
            throw SheetProblems.damaged(label, "it refers to a part of itself that is not there", e);
        }
    }

    /** What the library says, without the names of its classes. */
    private static String why(Exception e) {
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return first.replaceAll("^([a-z0-9]+\\.)+[A-Za-z$]+: ", "");
    }

    private Sheet chosen(List<Sheet> sheets) {
        List<String> names = sheets.stream().map(Sheet::getName).toList();
        Optional<String> wanted = choice.sheet();
        if (wanted.isPresent()) {
            return named(sheets, wanted.get()).orElseThrow(() -> SheetProblems.noSheet(label, wanted.get(), names));
        }
        return sheets.stream()
                .filter(SheetTable::isVisible)
                .findFirst()
                .orElseThrow(() -> SheetProblems.allHidden(label, names));
    }

    private static Optional<Sheet> named(List<Sheet> sheets, String name) {
        Optional<Sheet> exact =
                sheets.stream().filter(s -> s.getName().equals(name)).findFirst();
        return exact.or(() ->
                sheets.stream().filter(s -> s.getName().equalsIgnoreCase(name)).findFirst());
    }

    private static boolean isVisible(Sheet sheet) {
        return sheet.getVisibility() == SheetVisibility.VISIBLE;
    }

    private static List<String> others(List<Sheet> sheets, Sheet chosen) {
        return sheets.stream()
                .filter(s -> isVisible(s) && s.getIndex() != chosen.getIndex())
                .map(Sheet::getName)
                .toList();
    }

    private SheetRow row(Row row, SheetScan scan, boolean from1904) {
        if (deadline.isOver()) {
            throw deadline.exceeded();
        }
        List<@Nullable Object> values = new ArrayList<>();
        Map<Integer, String> sums = new HashMap<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            boolean uncomputed = scan.isUncomputed(row.getRowNum(), i);
            values.add(uncomputed ? CellValue.uncalculated() : cell == null ? null : CellValue.of(cell, from1904));
            if (cell != null && cell.getFormula() != null && SumFormula.isOne(cell.getFormula(), row.getRowNum(), i)) {
                sums.put(i, cell.getFormula());
            }
        }
        while (!values.isEmpty() && values.getLast() == null) {
            values.removeLast();
        }
        return new SheetRow(row.getRowNum(), row.isHidden(), false, values, sums);
    }

    /** @param across the merged cells of several columns that the row begins, if they hold anything */
    private record Seen(SheetRow row, @Nullable CellRange across) {}

    /** One way through the rows: the first are kept until the row of names is known. */
    private final class Pass {
        private final MergedCells merged;
        private final Sink sink;
        private final List<String> names = new ArrayList<>();
        private final List<Seen> first = new ArrayList<>();
        private final Set<Integer> named = new TreeSet<>();
        private List<SheetRow> above = List.of();
        private int header;
        /** The last row that holds anything. */
        private int last;
        /** The row that may be the last one. */
        private @Nullable SheetRow held;

        Pass(MergedCells merged, Sink sink) {
            this.merged = merged;
            this.sink = sink;
        }

        void take(SheetRow read) {
            SheetRow row = read.number() > last + 1 ? read.belowAGap() : read;
            last = row.isBlank() ? last : row.number();
            SheetRow filled = merged.fill(row);
            if (row.isBlank() || choice.skips(row.number())) {
                return;
            }
            Seen seen = new Seen(filled, merged.across(row));
            if (header > 0) {
                below(seen);
            } else if (choice.header() > 0) {
                named(filled);
            } else {
                first.add(seen);
                if (first.size() == TableTop.ROWS) {
                    settle();
                }
            }
        }

        /** The names stand where the definition says; a merged title above them is nobody's row. */
        private void named(SheetRow row) {
            if (row.number() > choice.header()) {
                throw SheetProblems.noRow(label, choice.header());
            }
            if (row.number() == choice.header()) {
                begin(row);
            }
        }

        private void begin(SheetRow row) {
            header = row.number();
            names.addAll(TableTop.names(row));
            for (int i = 0; i < row.values().size(); i++) {
                if (row.value(i) != null) {
                    named.add(i);
                }
            }
        }

        private void settle() {
            if (header > 0 || first.isEmpty()) {
                return;
            }
            List<SheetRow> rows = first.stream().map(Seen::row).toList();
            int index = new TableTop(rows).index();
            above = rows.subList(0, index);
            begin(rows.get(index));
            first.subList(index + 1, first.size()).forEach(this::below);
            first.clear();
        }

        private void below(Seen seen) {
            if (seen.across() != null) {
                throw SheetProblems.mergedAcross(label, seen.across());
            }
            TableTop.widen(names, seen.row().values().size());
            if (choice.skipped().matches(name -> text(seen.row(), name))) {
                return;
            }
            SheetRow row = choice.skipped().last() ? held : seen.row();
            held = seen.row();
            if (row != null) {
                sink.row(names, row);
            }
        }

        private @Nullable String text(SheetRow row, String name) {
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).equalsIgnoreCase(name)) {
                    Object value = row.value(i);
                    return value instanceof BigDecimal number
                            ? number.stripTrailingZeros().toPlainString()
                            : value == null ? null : value.toString();
                }
            }
            return null;
        }

        void end() {
            if (choice.header() > 0 && header == 0) {
                throw SheetProblems.noRow(label, choice.header());
            }
            settle();
        }

        Read result(String sheet, List<String> others) {
            return new Read(sheet, others, names, named, header, above);
        }
    }
}
