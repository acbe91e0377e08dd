package io.bellwether.engine.duckdb;

import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.RowFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/** Parquet files, written beside their place, forced to the disk and moved there in one step. */
final class ParquetWriting implements RowFiles {
    private final Runner runner;

    ParquetWriting(Runner runner) {
        this.runner = runner;
    }

    @Override
    public void write(SqlStatement statement, Path file, Deadline deadline) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            runner.execute(
                    "copy (" + statement.text() + ") to " + Sql.string(fresh.toString())
                            + " (format parquet, compression zstd, row_group_size 122880)",
                    deadline);
            try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (SQLException e) {
            throw Failures.ofStatement(e, deadline);
        } catch (IOException e) {
            throw EngineException.of(
                    "E608", file.getFileName() + " cannot be written: " + e.getMessage(), "check space and rights");
        }
    }
}
