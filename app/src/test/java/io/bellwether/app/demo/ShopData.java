package io.bellwether.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A shop's data as views of a DuckDB of our own, for questions in SQL that a person wrote. */
final class ShopData implements AutoCloseable {
    static final List<String> TABLES = List.of(
            "orders",
            "order_items",
            "sessions",
            "customers",
            "products",
            "returned_items",
            "deliveries",
            "tickets",
            "survey",
            "site_checks",
            "budget");

    private final Connection connection;

    ShopData(Path workspace) {
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                for (String table : TABLES) {
                    Path file = workspace.resolve("data").resolve(file(table));
                    statement.execute("create view " + table + " as from '" + file + "'");
                }
            }
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** The first row of an answer, by column. */
    Map<String, @Nullable Object> row(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new IllegalStateException("no row: " + sql);
            }
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                row.put(rows.getMetaData().getColumnLabel(column), rows.getObject(column));
            }
            return row;
        } catch (SQLException problem) {
            throw new IllegalStateException(problem.getMessage() + "\n" + sql, problem);
        }
    }

    /** The only value of an answer. */
    String value(String sql) {
        return String.valueOf(row(sql).values().iterator().next());
    }

    double number(String sql) {
        return Double.parseDouble(value(sql));
    }

    /** What a table holds, whatever the order of its rows and the bytes of its file. */
    String fingerprint(String table) {
        return value("select count(*) || ' ' || lower(to_hex(bit_xor(md5_number(t::varchar)))) from " + table + " t");
    }

    private static String file(String table) {
        return switch (table) {
            case "budget" -> "budget.csv";
            case "returned_items" -> "returns.parquet";
            default -> table + ".parquet";
        };
    }

    static String resource(String name) {
        try {
            Path file = Path.of("src/test/resources/io/bellwether/app/demo", name);
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
