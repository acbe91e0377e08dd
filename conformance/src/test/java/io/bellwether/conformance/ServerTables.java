package io.bellwether.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files as tables of a server, by nothing but literals.
 *
 * @param types the server's word for each of DuckDB's types; the same word where there is none
 * @param moment a literal for a point in time with {@code %s} for its digits in UTC
 */
record ServerTables(
        Connection server, String schema, Map<String, String> types, String moment, boolean backslashEscapes) {
    private static final int ROWS_AT_ONCE = 200;

    /** Each file of the folder becomes a table of its name. */
    void load(Path folder) throws SQLException, IOException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".csv")).sorted().toList()) {
                load(duckdb, file);
            }
        }
    }

    private void load(Connection duckdb, Path file) throws SQLException {
        String table = schema + "." + file.getFileName().toString().replaceFirst("\\..*", "");
        try (Statement read = duckdb.createStatement();
                Statement write = server.createStatement();
                ResultSet rows = read.executeQuery("SELECT * FROM read_csv('" + file + "')")) {
            List<String> columns = new ArrayList<>();
            List<String> kinds = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                String type = rows.getMetaData().getColumnTypeName(i);
                kinds.add(type);
                columns.add(rows.getMetaData().getColumnName(i) + " " + types.getOrDefault(type, type));
            }
            write.execute("CREATE TABLE " + table + " (" + String.join(", ", columns) + ")");
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(row(rows, kinds));
                if (values.size() == ROWS_AT_ONCE) {
                    insert(write, table, values);
                }
            }
            insert(write, table, values);
        }
    }

    private static void insert(Statement write, String table, List<String> values) throws SQLException {
        if (!values.isEmpty()) {
            write.execute("INSERT INTO " + table + " VALUES " + String.join(", ", values));
            values.clear();
        }
    }

    private String row(ResultSet rows, List<String> kinds) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= kinds.size(); i++) {
            values.add(literal(rows.getString(i), kinds.get(i - 1)));
        }
        return "(" + String.join(", ", values) + ")";
    }

    private String escaped(String value) {
        String quoted = value.replace("'", "''");
        return backslashEscapes ? quoted.replace("\\", "\\\\") : quoted;
    }

    private String literal(@Nullable String value, String kind) {
        if (value == null) {
            return "NULL";
        }
        return switch (kind.toUpperCase(Locale.ROOT)) {
            case "VARCHAR" -> "'" + escaped(value) + "'";
            case "DATE" -> "DATE '" + value + "'";
            case "TIMESTAMP" -> "TIMESTAMP '" + value + "'";
            case "TIMESTAMP WITH TIME ZONE" ->
                moment.formatted(value.replace('T', ' ').replaceFirst("(?:Z|\\+00)$", ""));
            default -> value;
        };
    }
}
