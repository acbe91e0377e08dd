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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CSV and its siblings. No row is dropped and no line skipped: a line that does not fit is a problem, a value that does
 * not fit makes its column text.
 */
final class CsvReading implements Reading {
    /** Up to here the types come from every row; beyond, from a sample, and a later row may correct them. */
    private static final long LOOK_AT_ALL_BYTES = 64L << 20;

    /** What gzip commonly saves on CSV. */
    private static final int GZIP_FACTOR = 6;

    private static final Pattern COLUMN = Pattern.compile("Error when converting column \"(.*?)\"\\.");

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
        boolean all = plainBytes(files) <= LOOK_AT_ALL_BYTES;
        try {
            return examine(files, charsets, all, deadline);
        } catch (SQLException e) {
            if (!isEncodingFailure(e)) {
                throw e;
            }
            return examine(files, lookedThrough(files), all, deadline);
        }
    }

    private FileShape examine(FileSet files, Map<Path, Charset> charsets, boolean all, Deadline deadline)
            throws SQLException {
        Path first = files.files().getFirst();
        CsvLayout layout = texts.layout(first, charset(charsets, first), files.label(first));
        List<Path> readable = inUtf8(files, charsets);
        Map<String, String> options = new HashMap<>();
        charsets.forEach((file, charset) -> {
            if (!charset.equals(StandardCharsets.UTF_8)) {
                options.put("charset " + file, charset.name());
            }
        });
        return sniffer.sniff(files, readable, layout, options, all, deadline);
    }

    @Override
    public void load(FileSet files, FileShape shape, String relation, List<String> columns, Deadline deadline)
            throws SQLException {
        List<Path> readable = inUtf8(files, charsets(files, shape));
        runner.execute(
                "create or replace table " + relation + " as select " + Sql.identifiers(columns) + " from "
                        + CsvSniffer.source(readable, shape),
                deadline);
    }

    @Override
    public Optional<FileShape> better(FileSet files, FileShape shape, SQLException failure, Deadline deadline)
            throws SQLException {
        if (isEncodingFailure(failure)) {
            Map<Path, Charset> charsets = lookedThrough(files);
            return charsets.equals(charsets(files, shape))
                    ? Optional.empty()
                    : Optional.of(examine(files, charsets, true, deadline));
        }
        Matcher column = COLUMN.matcher(Failures.message(failure));
        if (!column.find()) {
            return Optional.empty();
        }
        FileShape again = examine(files, charsets(files, shape), true, deadline);
        return Optional.of(again.columns().equals(shape.columns()) ? shape.withText(column.group(1)) : again);
    }

    private static boolean isEncodingFailure(SQLException e) {
        return Failures.message(e).contains("Invalid unicode");
    }

    private static long plainBytes(FileSet files) {
        boolean packed = files.files().stream()
                .anyMatch(f -> f.toString().toLowerCase(Locale.ROOT).endsWith(".gz"));
        return files.bytes() * (packed ? GZIP_FACTOR : 1);
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
