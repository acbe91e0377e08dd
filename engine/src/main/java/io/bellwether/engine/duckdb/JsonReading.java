package io.bellwether.engine.duckdb;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.file.FileSet;
import io.bellwether.engine.file.TextFiles;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** JSON: an array of objects or an object per line. All records are looked at for their keys and types. */
final class JsonReading implements Reading {
    private final Runner runner;
    private final TextFiles texts;

    JsonReading(Runner runner, TextFiles texts) {
        this.runner = runner;
        this.texts = texts;
    }

    @Override
    public FileShape examine(FileSet files, Deadline deadline) throws SQLException {
        String query =
                "select * from read_json(" + Sql.files(inUtf8(files)) + ", union_by_name = true, sample_size = -1)";
        List<PhysicalColumn> columns = Described.columns(runner, query, deadline).stream()
                .map(JsonReading::readable)
                .toList();
        return new FileShape(columns, Map.of(), List.of());
    }

    @Override
    public void load(FileSet files, FileShape shape, String relation, List<String> columns, Deadline deadline)
            throws SQLException {
        String source = "read_json(" + Sql.files(inUtf8(files)) + ", columns = " + Sql.types(shape.columns()) + ")";
        runner.execute(
                "create or replace table " + relation + " as select " + Sql.identifiers(columns) + " from " + source,
                deadline);
    }

    /** A key with numbers here and texts there is text, without JSON's quotation marks. */
    private static PhysicalColumn readable(PhysicalColumn column) {
        return column.type().equals("JSON") ? new PhysicalColumn(column.name(), "VARCHAR") : column;
    }

    private List<Path> inUtf8(FileSet files) {
        return files.files().stream()
                .map(f -> texts.inUtf8(f, texts.encoding(f, files.label(f)), files.fingerprint(), files.label(f)))
                .toList();
    }
}
