package io.bellwether.engine.duckdb;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.file.CsvLayout;
import io.bellwether.engine.file.FileSet;
import io.bellwether.engine.file.TextFiles;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * CSV and its siblings. No row is dropped and no line skipped: a line that does not fit is a problem. The types come from
 * all rows, however many: by a sample's types DuckDB would round a late 5.5 to 6 and cut the time off a late timestamp.
 */
final class CsvReading implements Reading {
    private final CsvSniffer sniffer;
    private final Runner runner;
    private final TextFiles texts;

    CsvReading(Runner runner, TextFiles texts) {
        this.runner = runner;
        this.texts = texts;
        this.sniffer = new CsvSniffer(runner);
    }

    @Override
    public FileShape examine(FileSet files, Deadline deadline) throws SQLException {
        Map<Path, Charset> charsets = new HashMap<>();
        for (Path file : files.files()) {
            charsets.put(file, texts.encoding(file, files.label(file)));
        }
        try {
            return examine(files, charsets, deadline);
        } catch (SQLException e) {
            if (!isEncodingFailure(e)) {
                throw e;
            }
            return examine(files, lookedThrough(files), deadline);
        }
    }

    /** Inside of a long quoted text DuckDB's threads cannot tell where a row begins: then one thread reads the file. */
    static boolean needsOneThread(SQLException e) {
        return Failures.message(e).contains("Parallel CSV Reader");
    }

    private FileShape examine(FileSet files, Map<Path, Charset> charsets, Deadline deadline) throws SQLException {
        Path first = files.files().getFirst();
        CsvLayout layout = texts.layout(first, charset(charsets, first), files.label(first));
        List<Path> readable = inUtf8(files, charsets);
        Map<String, String> options = new HashMap<>();
        charsets.forEach((file, charset) -> {
            if (!charset.equals(StandardCharsets.UTF_8)) {
                options.put("charset " + file, charset.name());
            }
        });
        return sniffer.sniff(files, readable, layout, options, deadline);
    }

    @Override
    public void load(FileSet files, FileShape shape, String relation, List<String> columns, Deadline deadline)
            throws SQLException {
        List<Path> readable = inUtf8(files, charsets(files, shape));
        String statement = "create or replace table " + relation + " as select " + Sql.identifiers(columns) + " from "
                + CsvSniffer.source(readable, shape);
        try {
            runner.execute(statement, deadline);
        } catch (SQLException e) {
            if (needsOneThread(e) && !shape.options().containsKey(CsvSniffer.ONE_THREAD)) {
                load(files, shape.with(CsvSniffer.ONE_THREAD, "true"), relation, columns, deadline);
                return;
            }
            // All values had their types when we looked: a line with too few or too many fields has shifted this one.
            throw Failures.message(e).contains("converting column") && readable.size() == 1
                    ? sniffer.readAsText(
                            e,
                            readable,
                            shape.options().getOrDefault("delimiter", ","),
                            shape.columns().size(),
                            deadline)
                    : e;
        }
    }

    private static boolean isEncodingFailure(SQLException e) {
        return Failures.message(e).contains("Invalid unicode");
    }

    private Map<Path, Charset> lookedThrough(FileSet files) {
        Map<Path, Charset> charsets = new HashMap<>();
        for (Path file : files.files()) {
            Charset charset = texts.encoding(file, files.label(file));
            charsets.put(
                    file,
                    charset.equals(StandardCharsets.UTF_8) ? texts.encodingOfWhole(file, files.label(file)) : charset);
        }
        return charsets;
    }

    private static Map<Path, Charset> charsets(FileSet files, FileShape shape) {
        Map<Path, Charset> charsets = new HashMap<>();
        for (Path file : files.files()) {
            charsets.put(file, Charset.forName(shape.options().getOrDefault("charset " + file, "UTF-8")));
        }
        return charsets;
    }

    private static Charset charset(Map<Path, Charset> charsets, Path file) {
        return charsets.getOrDefault(file, StandardCharsets.UTF_8);
    }

    private List<Path> inUtf8(FileSet files, Map<Path, Charset> charsets) {
        List<Path> readable = new ArrayList<>();
        for (Path file : files.files()) {
            readable.add(texts.inUtf8(file, charset(charsets, file), files.fingerprint(), files.label(file)));
        }
        return readable;
    }
}
