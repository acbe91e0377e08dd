package io.bellwether.engine.duckdb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;

/** Parquet files for tests, written by a database of their own. */
final class ParquetFiles {
    private ParquetFiles() {}

    static void write(Path file, String query) throws Exception {
        Files.createDirectories(file.getParent());
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            statement.execute("copy (" + query + ") to '" + file + "' (format parquet)");
        }
    }
}
