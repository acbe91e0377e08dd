package io.bellwether.engine.duckdb;

import io.bellwether.core.catalog.SkippedRows;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.file.CsvLayout;
import io.bellwether.engine.file.FileSet;
import io.bellwether.engine.file.Problems;
import io.bellwether.engine.file.TextFiles;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * CSV and its siblings. No row is dropped and no line of the table skipped: a line that does not fit is a problem. Each file
 * is looked at by itself for its encoding, its separator, its line of names; the types are those that all rows of all files
 * have together ({@link CsvTypes}).
 */
final class CsvReading implements Reading {
    private static final String ONE_THREAD = "one thread";
    private static final String EVEN = "even lines";
    private static final String CHARSET = "charset ";
    private static final String VALUE = "value ";

    private final Runner runner;
    private final TextFiles texts;

    CsvReading(Runner runner, TextFiles texts) {
        this.runner = runner;
        this.texts = texts;
    }

    @Override
    public FileShape examine(FileSet files, Deadline deadline) throws SQLException {
        Map<String, String> options = new HashMap<>();
        for (Path file : files.files()) {
            options.put(CHARSET + file, texts.encoding(file, files.label(file)).name());
        }
        return examine(files, options, deadline);
    }

    private FileShape examine(FileSet files, Map<String, String> options, Deadline deadline) throws SQLException {
        List<CsvLayout> layouts = layouts(files, options);
        for (int i = 0; i < layouts.size(); i++) {
            if (layouts.get(i).odd() == layouts.get(i).above() + 1) {
                throw raggedHead(files.label(files.files().get(i)), layouts.get(i));
            }
        }
        List<CsvFile> read = files(files, layouts, options);
        if (options.containsKey(ONE_THREAD)) {
            read.forEach(CsvFile::checkQuotes);
        }
        CsvTexts table = CsvTexts.of(read).without(files.reading().skipped(), files.pattern());
        try {
            return shape(files, layouts, table, options, deadline);
        } catch (SQLException e) {
            return again(e, files, options, deadline);
        }
    }

    /** What the first bytes did not show is seen by the whole: another encoding, ends of lines, a quoted text over blocks. */
    private FileShape again(SQLException e, FileSet files, Map<String, String> options, Deadline deadline)
            throws SQLException {
        String message = Failures.message(e);
        Map<String, String> other = new HashMap<>(options);
        if (message.contains("Invalid unicode") && !options.containsKey("whole")) {
            for (Path file : files.files()) {
                if (charset(options, file).equals(StandardCharsets.UTF_8)) {
                    other.put(
                            CHARSET + file,
                            texts.encodingOfWhole(file, files.label(file)).name());
                }
            }
            other.put("whole", "true");
        } else if (needsOneThread(message, files) && !options.containsKey(ONE_THREAD)) {
            other.put(ONE_THREAD, "true");
        } else if (message.contains("state machine") && !options.containsKey(EVEN)) {
            other.put(EVEN, "true");
        } else {
            throw e;
        }
        return examine(files, other, deadline);
    }

    private FileShape shape(
            FileSet files, List<CsvLayout> layouts, CsvTexts table, Map<String, String> known, Deadline deadline)
            throws SQLException {
        Map<String, String> options = new HashMap<>(known);
        CsvTypes.Found found = new CsvTypes(runner, table, files.pattern(), known.containsKey(ONE_THREAD), deadline)
                .find(samples(table, layouts, files.reading().skipped()), files.reading());
        // Whatever the types say, each line must have its fields, and each text be one.
        List<String> totals = count(table, known.containsKey(ONE_THREAD), deadline);
        List<PhysicalColumn> columns = new ArrayList<>();
        for (String name : table.columns()) {
            CsvType type = found.types().getOrDefault(name, CsvType.TEXT);
            columns.add(new PhysicalColumn(name, type.type()));
            if (type.isConverted()) {
                options.put(VALUE + name, type.value());
            }
        }
        options.put("header", String.valueOf(table.files().getFirst().header()));
        SetAside aside = aside(files, known).with(found, table, known.containsKey(ONE_THREAD), runner, deadline);
        aside.note(found.held(), options);
        List<Diagnostic> warnings = new ArrayList<>(CsvWarnings.of(files, layouts.getFirst(), options, columns));
        warnings.addAll(found.warnings());
        warnings.addAll(aside.told(files.pattern()));
        warnings.addAll(new TotalRows(runner, table.where(found.held()), deadline).of(found.types(), totals));
        Map<String, Diagnostic> refused = new LinkedHashMap<>(lacking(files, table));
        refused.putAll(found.refused());
        return new FileShape(columns, options, warnings, refused);
    }

    /** Reads every text; hands back the columns in which rows call themselves a total. */
    private List<String> count(CsvTexts table, boolean oneThread, Deadline deadline) throws SQLException {
        List<String> places = TotalRows.places(table.columns());
        List<String> counts = new ArrayList<>();
        places.forEach(column -> counts.add("count(*) filter (where " + TotalRows.isTotal(column) + ")"));
        table.columns().forEach(column -> counts.add("count(" + Sql.identifier(column) + ")"));
        String query = "select " + String.join(", ", counts) + " from " + table.texts(table.columns(), oneThread);
        return runner.query(query, deadline, rows -> {
            rows.next();
            List<String> found = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                if (rows.getLong(i + 1) > 0) {
                    found.add(places.get(i));
                }
            }
            return found;
        });
    }

    /** A column that only some of the files have. */
    private static Map<String, Diagnostic> lacking(FileSet files, CsvTexts table) {
        Map<String, Diagnostic> lacking = new LinkedHashMap<>();
        for (int i = 0; i < table.files().size(); i++) {
            Set<String> own = table.of(table.files().get(i));
            for (String column : table.columns()) {
                if (!own.contains(column)) {
                    String message = files.label(files.files().get(i)) + " has no column " + column
                            + ", which other files of the source have";
                    lacking.putIfAbsent(
                            column,
                            Diagnostic.error(
                                    "S417",
                                    null,
                                    message,
                                    "give the column one name in all files, or leave the file out"));
                }
            }
        }
        return lacking;
    }

    private static Map<String, List<String>> samples(CsvTexts table, List<CsvLayout> layouts, SkippedRows skipped) {
        Map<String, List<String>> samples = new HashMap<>();
        for (int f = 0; f < layouts.size(); f++) {
            CsvFile file = table.files().get(f);
            List<List<String>> rows = new ArrayList<>(layouts.get(f).rows());
            if (!file.header()) {
                rows.addFirst(layouts.get(f).header());
            }
            for (List<String> row : rows) {
                if (skipped.matches(name -> cell(file, row, name))) {
                    continue;
                }
                for (int i = 0; i < Math.min(row.size(), file.names().size()); i++) {
                    String column = table.column(file.names().get(i));
                    String text = row.get(i).strip();
                    if (!text.isEmpty()) {
                        samples.computeIfAbsent(column, c -> new ArrayList<>()).add(text);
                    }
                }
            }
        }
        return samples;
    }

    private static @Nullable String cell(CsvFile file, List<String> row, String name) {
        for (int i = 0; i < Math.min(row.size(), file.names().size()); i++) {
            if (file.names().get(i).equalsIgnoreCase(name)) {
                return row.get(i);
            }
        }
        return null;
    }

    @Override
    public void load(FileSet files, FileShape shape, String relation, List<String> columns, Deadline deadline)
            throws SQLException {
        CsvTexts table = CsvTexts.of(files(files, layouts(files, shape.options()), shape.options()))
                .without(files.reading().skipped(), files.pattern())
                .where(SetAside.held(shape.options()));
        Map<String, CsvType> types = new HashMap<>();
        for (PhysicalColumn column : shape.columns()) {
            String value = Optional.ofNullable(shape.options().get(VALUE + column.name()))
                    .orElse("");
            types.put(column.name(), new CsvType(column.type(), "true", value));
        }
        boolean oneThread = shape.options().containsKey(ONE_THREAD);
        try {
            runner.execute(
                    "create or replace table " + relation + " as select * from "
                            + table.relation(columns, types, oneThread),
                    deadline);
        } catch (SQLException e) {
            if (needsOneThread(Failures.message(e), files) && !oneThread) {
                table.files().forEach(CsvFile::checkQuotes);
                load(files, shape.with(ONE_THREAD, "true"), relation, columns, deadline);
                return;
            }
            throw e;
        }
    }

    @Override
    public Optional<String> place(FileSet files, FileShape shape, String condition, Deadline deadline)
            throws SQLException {
        return CsvTexts.of(files(files, layouts(files, shape.options()), shape.options()))
                .place(condition, runner, deadline);
    }

    /** Inside of a long quoted text DuckDB's threads cannot tell where a row begins: then one thread reads the file. */
    private static boolean needsOneThread(String message, FileSet files) {
        // A file of one block is read by one thread anyway: then the quotation mark is really not closed.
        boolean blocks = files.files().stream().anyMatch(f -> f.toFile().length() > CsvFile.BLOCK);
        return message.contains("Parallel CSV Reader") || blocks && message.contains("unterminated quote");
    }

    private List<CsvLayout> layouts(FileSet files, Map<String, String> options) {
        List<CsvLayout> layouts = new ArrayList<>();
        for (Path file : files.files()) {
            Path read = cut(files, file, options);
            Charset charset = read.equals(file) ? charset(options, file) : StandardCharsets.UTF_8;
            CsvLayout layout = texts.layout(read, charset, files.label(file));
            if (files.reading().place().header() > 0 && layout.header().stream().allMatch(String::isBlank)) {
                throw Problems.noNames(
                        files.label(file), files.reading().place().header());
            }
            layouts.add(layout);
        }
        return layouts;
    }

    private List<CsvFile> files(FileSet files, List<CsvLayout> layouts, Map<String, String> options) {
        List<CsvFile> all = new ArrayList<>();
        for (int i = 0; i < layouts.size(); i++) {
            Path file = files.files().get(i);
            CsvLayout layout = layouts.get(i);
            Path read = cut(files, file, options);
            Path readable = texts.inUtf8(
                    read,
                    read.equals(file) ? charset(options, file) : StandardCharsets.UTF_8,
                    layout.above(),
                    layout.mixed() || options.containsKey(EVEN),
                    files.fingerprint(),
                    files.label(file));
            all.add(CsvFile.of(
                    readable, files.label(file), layout, files.reading().place().header() > 0));
        }
        return all;
    }

    /** The file without the rows that are told by their places or cannot be read. */
    private Path cut(FileSet files, Path file, Map<String, String> options) {
        return isCut(files) ? cutOf(files, file, options).copy() : file;
    }

    private TextFiles.Cut cutOf(FileSet files, Path file, Map<String, String> options) {
        return texts.cut(file, charset(options, file), files.reading(), files.fingerprint(), files.label(file));
    }

    private static boolean isCut(FileSet files) {
        return files.reading().quarantine() || files.reading().skipped().hasPlaces();
    }

    /** The lines that cannot be read. */
    private SetAside aside(FileSet files, Map<String, String> options) {
        if (!isCut(files)) {
            return SetAside.NONE;
        }
        long rows = 0;
        List<String> examples = new ArrayList<>();
        for (Path file : files.files()) {
            TextFiles.Cut cut = cutOf(files, file, options);
            String label = files.files().size() == 1 ? "" : file.getFileName() + ", ";
            rows += cut.aside();
            cut.examples().forEach(example -> examples.add(label + example));
        }
        return new SetAside(rows, examples);
    }

    private static Charset charset(Map<String, String> options, Path file) {
        return Charset.forName(options.getOrDefault(CHARSET + file, "UTF-8"));
    }

    private static EngineException raggedHead(String name, CsvLayout layout) {
        return EngineException.of(
                "S408",
                name + ", line " + layout.odd() + " has " + layout.oddFields() + " fields where the others have "
                        + layout.fields(),
                "the first line must name the columns: leave out what stands above it, with skip_rows: "
                        + layout.odd());
    }
}
