package io.bellwether.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBFunctions;

/** The folder {@code data/}: one Parquet file per table, written by DuckDB from the rows as they are made. */
final class DataFolder {
    private final Path folder;

    DataFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes the table's file, in place of one that is there. */
    void write(Table table) {
        Path file = folder.resolve(table.name() + ".parquet");
        try {
            Files.createDirectories(folder);
            copy(table, file);
        } catch (SQLException problem) {
            throw new IllegalStateException("could not write " + file + ": " + problem.getMessage(), problem);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** Writes a text file. */
    void write(String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void copy(Table table, Path file) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", "1GB");
        settings.setProperty("temp_directory", folder.toString());
        try (DuckDBConnection connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
                Statement statement = connection.createStatement()) {
            String feed = "shop_" + table.name();
            try (var function = DuckDBFunctions.tableFunction()) {
                function.withName(feed).withFunction(new Feed(table)).register(connection);
            }
            statement.execute("copy (select " + table.select() + " from " + feed + "()"
                    + (table.order().isEmpty() ? "" : " order by " + table.order())
                    + ") to '" + file.toString().replace("'", "''")
                    + "' (format parquet, parquet_version v2, compression zstd, compression_level 9)");
        }
    }
}
