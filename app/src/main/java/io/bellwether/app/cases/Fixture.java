package io.bellwether.app.cases;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The tables of a case: made by its SQL, its files and what is written in it, in a database of their own, and laid out as
 * files for the product to read. The expected rows may be a statement over the same tables.
 */
final class Fixture implements AutoCloseable {
    /** Where tables come from. */
    sealed interface Data {
        /** A script that makes them. */
        record Script(String sql) implements Data {}

        /** A file of rows. */
        record File(String table, Path file) implements Data {}

        /** @param tables by name: a list of objects, {@code {columns, rows}}, or CSV as a text */
        record Inline(JsonNode tables) implements Data {}
    }

    private final Connection connection;
    private final Path folder;

    private Fixture(Connection connection, Path folder) {
        this.connection = connection;
        this.folder = folder;
    }

    static Fixture of(List<Data> data) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("bellwether-case");
        var fixture = new Fixture(DriverManager.getConnection("jdbc:duckdb:"), folder);
        for (Data one : data) {
            switch (one) {
                case Data.Script(String sql) -> fixture.run(sql);
                case Data.File(String table, Path file) -> fixture.table(table, file);
                case Data.Inline(JsonNode tables) -> fixture.inline(tables);
            }
        }
        fixture.layOut();
        return fixture;
    }

    /** The folder with a file for each table. */
    Path folder() {
        return folder;
    }

    private void run(String sql) throws SQLException {
        if (!sql.isBlank()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    /** Rows for a table that a script has made go into it; else the file says what the columns are. */
    private void table(String table, Path file) throws SQLException {
        String name = "\"" + table.substring(table.lastIndexOf('.') + 1).replace("\"", "\"\"") + "\"";
        String rows = " FROM '" + file.toString().replace("'", "''") + "'";
        boolean known = !rows("SELECT 1 FROM duckdb_tables() WHERE lower(table_name) = lower('"
                        + table.replace("'", "''") + "')")
                .rows()
                .isEmpty();
        run(
                known
                        ? "INSERT INTO " + name + " BY NAME SELECT *" + rows
                        : "CREATE TABLE " + name + " AS SELECT *" + rows);
    }

    private void inline(JsonNode tables) throws SQLException, IOException {
        if (tables.isArray()) {
            for (JsonNode table : tables) {
                inline(table.path("name").asString(table.path("table").asString()), table);
            }
            return;
        }
        for (Map.Entry<String, JsonNode> table : tables.properties()) {
            inline(table.getKey(), table.getValue());
        }
    }

    private void inline(String name, JsonNode table) throws SQLException, IOException {
        boolean csv = table.isString();
        Path file = Files.createTempFile("bellwether-rows", csv ? ".csv" : ".json");
        try {
            Files.writeString(file, csv ? table.asString() : Documents.json(InlineRows.of(table)));
            declare(name, table.path("columns"));
            if (csv || !InlineRows.of(table).isEmpty()) {
                table(name, file);
            }
        } finally {
            Files.delete(file);
        }
    }

    /** Columns with types make a table, also one without rows. */
    private void declare(String name, JsonNode columns) throws SQLException {
        List<String> declared = new ArrayList<>();
        columns.properties()
                .forEach(column -> declared.add(
                        "\"" + column.getKey() + "\" " + column.getValue().asString()));
        for (JsonNode column : columns) {
            if (column.hasNonNull("name") && column.hasNonNull("type")) {
                declared.add("\"" + column.path("name").asString() + "\" "
                        + column.path("type").asString());
            }
        }
        if (!declared.isEmpty()) {
            run("CREATE TABLE \"" + name.substring(name.lastIndexOf('.') + 1) + "\" (" + String.join(", ", declared)
                    + ")");
        }
    }

    private void layOut() throws SQLException {
        for (List<@Nullable Object> table :
                rows("SELECT database_name, schema_name, table_name FROM duckdb_tables() UNION ALL "
                                + "SELECT database_name, schema_name, view_name FROM duckdb_views() WHERE NOT internal")
                        .rows()) {
            String file =
                    folder.resolve(table.getLast() + ".parquet").toString().replace("'", "''");
            run("COPY (SELECT * FROM \"%s\".\"%s\".\"%s\") TO '%s' (FORMAT parquet)"
                    .formatted(table.get(0), table.get(1), table.get(2), file));
        }
    }

    /** What a statement finds. */
    record Found(List<String> columns, List<List<@Nullable Object>> rows) {}

    Found rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            int width = found.getMetaData().getColumnCount();
            List<String> columns = new ArrayList<>();
            for (int column = 1; column <= width; column++) {
                columns.add(found.getMetaData().getColumnName(column));
            }
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (found.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int column = 1; column <= width; column++) {
                    row.add(plain(found.getObject(column)));
                }
                rows.add(row);
            }
            return new Found(columns, rows);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Date date -> date.toLocalDate();
            case Timestamp timestamp -> timestamp.toLocalDateTime();
            case BigDecimal number -> number;
            case BigInteger number -> number;
            case Float number -> number.doubleValue();
            case Double number -> number;
            case Number number -> number.longValue();
            case Boolean truth -> truth;
            case java.time.temporal.Temporal time -> time;
            default -> value.toString();
        };
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path at, @Nullable IOException reason) throws IOException {
                Files.delete(at);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
