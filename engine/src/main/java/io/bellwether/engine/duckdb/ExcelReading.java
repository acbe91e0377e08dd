package io.bellwether.engine.duckdb;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.file.FileSet;
import io.bellwether.engine.file.Workbooks;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The first sheet of Excel workbooks: a line of names, then rows. Read twice: for the types, then into a table. */
final class ExcelReading implements Reading {
    private final Runner runner;

    ExcelReading(Runner runner) {
        this.runner = runner;
    }

    @Override
    public FileShape examine(FileSet files, Deadline deadline) {
        Map<String, ExcelType> types = new LinkedHashMap<>();
        for (Path file : files.files()) {
            String label = files.label(file);
            Workbooks.check(file, label);
            List<String> all = ExcelSheet.rows(file, label, deadline, (names, row) -> {
                for (int i = 0; i < row.size(); i++) {
                    types.merge(names.get(i), ExcelType.of(row.get(i)), ExcelType::with);
                }
            });
            all.forEach(n -> types.putIfAbsent(n, ExcelType.NOTHING));
        }
        List<PhysicalColumn> columns = types.entrySet().stream()
                .map(e -> new PhysicalColumn(e.getKey(), e.getValue().duckType()))
                .toList();
        if (columns.isEmpty()) {
            throw EngineException.of(
                    "S405", files.pattern() + " is empty", "write at least a line of names into its first sheet");
        }
        return new FileShape(columns, Map.of(), List.of());
    }

    @Override
    public void load(FileSet files, FileShape shape, String relation, List<String> columns, Deadline deadline)
            throws SQLException {
        runner.with(connection -> {
            DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
            duck.setAutoCommit(false);
            try (var statement = duck.createStatement()) {
                statement.execute("create or replace table " + relation + " (" + definitions(shape, columns) + ")");
            }
            String name = relation.substring(1, relation.length() - 1).replace("\"\"", "\"");
            try (DuckDBAppender appender = duck.createAppender("main", name)) {
                append(files, shape, columns, appender, deadline);
            }
            duck.commit();
            return columns;
        });
    }

    private static void append(
            FileSet files, FileShape shape, List<String> columns, DuckDBAppender appender, Deadline deadline) {
        List<ExcelType> types = columns.stream()
                .map(c -> ExcelType.ofDuck(shape.column(c).orElseThrow().type()))
                .toList();
        for (Path file : files.files()) {
            ExcelSheet.rows(file, files.label(file), deadline, (names, row) -> {
                try {
                    appender.beginRow();
                    for (int i = 0; i < columns.size(); i++) {
                        int at = names.indexOf(columns.get(i));
                        types.get(i).append(appender, at < 0 || at >= row.size() ? null : row.get(at));
                    }
                    appender.endRow();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private static String definitions(FileShape shape, List<String> columns) {
        return String.join(
                ", ",
                columns.stream()
                        .map(c -> Sql.identifier(c) + " "
                                + shape.column(c).orElseThrow().type())
                        .toList());
    }
}
