package io.bellwether.engine.duckdb;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.file.FileSet;
import io.bellwether.engine.sheet.CellProblem;
import io.bellwether.engine.sheet.SheetChoice;
import io.bellwether.engine.sheet.SheetTable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** One sheet of each Excel workbook: a line of names, then rows. Read twice: for the types, then into a table. */
final class ExcelReading implements Reading {
    private final Runner runner;

    ExcelReading(Runner runner) {
        this.runner = runner;
    }

    @Override
    public FileShape examine(FileSet files, Deadline deadline) {
        ExcelColumns columns = new ExcelColumns();
        for (Path file : files.files()) {
            columns.begin(files.label(file));
            columns.end(table(files, file, deadline).read(columns::row));
        }
        FileShape shape = columns.shape();
        if (shape.columns().isEmpty()) {
            throw EngineException.of(
                    "S405", files.pattern() + " is empty", "write at least a line of names into its first sheet");
        }
        return shape;
    }

    private static SheetTable table(FileSet files, Path file, Deadline deadline) {
        SheetChoice choice = new SheetChoice(
                Optional.ofNullable(files.reading().place().sheet()),
                files.reading().place().header(),
                files.reading().skipped());
        return new SheetTable(file, files.label(file), choice, deadline);
    }

    @Override
    public void load(FileSet files, FileShape shape, String relation, List<String> columns, Deadline deadline)
            throws SQLException {
        runner.with(deadline, connection -> {
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
            table(files, file, deadline).read((names, row) -> {
                try {
                    appender.beginRow();
                    for (int i = 0; i < columns.size(); i++) {
                        int at = names.indexOf(columns.get(i));
                        Object value = at < 0 ? null : row.value(at);
                        types.get(i).append(appender, value instanceof CellProblem ? null : value);
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
