package io.bellwether.engine.duckdb;

import io.bellwether.core.catalog.SkippedRows;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.file.FileSet;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Parquet stays where it is: a view, since DuckDB reads of it only what a statement needs. Little of it is held in memory:
 * there every statement would spend more on the files' footers than on their rows.
 */
final class ParquetReading implements Reading {
    private static final long LITTLE = 256 * 1024;
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final Runner runner;
    /** What each relation is now, {@code table} or {@code view}: one does not replace the other. */
    private final Map<String, String> kinds = new ConcurrentHashMap<>();

    ParquetReading(Runner runner) {
        this.runner = runner;
    }

    @Override
    public FileShape examine(FileSet files, Deadline deadline) throws SQLException {
        for (Path file : files.files()) {
            checkMagic(file, files.label(file));
        }
        return new FileShape(
                Described.columns(runner, "select * from " + source(files, deadline), deadline), Map.of(), List.of());
    }

    @Override
    public void load(FileSet files, FileShape shape, String relation, List<String> columns, Deadline deadline)
            throws SQLException {
        String kind = files.bytes() <= LITTLE ? "table" : "view";
        String create = "create or replace " + kind + " " + relation + " as select * from " + source(files, deadline);
        String before = kinds.getOrDefault(relation, kind);
        if (before.equals(kind)) {
            runner.execute(create, deadline);
        } else {
            runner.together(List.of("drop " + before + " " + relation, create), deadline);
        }
        kinds.put(relation, kind);
    }

    private String source(FileSet files, Deadline deadline) throws SQLException {
        SkippedRows skipped = files.reading().skipped();
        String all = "read_parquet(" + Sql.files(files.files()) + ", union_by_name = "
                + (files.files().size() > 1);
        if (skipped.isNone()) {
            return all + ")";
        }
        Set<String> names = new HashSet<>();
        Described.columns(runner, "select * from " + all + ")", deadline).forEach(column -> names.add(column.name()));
        List<String> kept = new ArrayList<>();
        CsvTexts.spelled(skipped, names, files.pattern()).condition(names).ifPresent(kept::add);
        if (!skipped.hasPlaces()) {
            return "(select * from " + all + ") where " + kept.getFirst() + ")";
        }
        skipped.numbers().forEach(number -> kept.add("file_row_number <> " + (number - 1)));
        if (skipped.last()) {
            kept.add("(filename, file_row_number) not in (select file_name, num_rows - 1 from parquet_file_metadata("
                    + Sql.files(files.files()) + "))");
        }
        return "(select * exclude (file_row_number, filename) from " + all
                + ", file_row_number = true, filename = true) where " + String.join(" and ", kept) + ")";
    }

    private static void checkMagic(Path path, String label) {
        byte[] head = new byte[MAGIC.length];
        byte[] tail = new byte[MAGIC.length];
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.length() >= 12) {
                file.readFully(head);
                file.seek(file.length() - MAGIC.length);
                file.readFully(tail);
            }
        } catch (IOException e) {
            throw EngineException.of("S404", label + " cannot be read", "check who may read it");
        }
        if (!Arrays.equals(head, MAGIC)) {
            throw EngineException.of(
                    "S411", label + " is not a Parquet file", "check that the file is what its name says");
        }
        if (!Arrays.equals(tail, MAGIC)) {
            throw EngineException.of("S411", label + " is cut off: its end is missing", "copy or write the file again");
        }
    }
}
