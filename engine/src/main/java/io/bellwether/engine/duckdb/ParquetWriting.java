package io.bellwether.engine.duckdb;

import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.RowFiles;
import io.bellwether.engine.RowStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/** Parquet files, written beside their place, forced to the disk and moved there in one step. */
final class ParquetWriting implements RowFiles {
    private interface Writing {
        void to(Path fresh) throws SQLException;
    }

    private final Runner runner;
    private final Feeds feeds;

    ParquetWriting(Runner runner, Feeds feeds) {
        this.runner = runner;
        this.feeds = feeds;
    }

    @Override
    public void write(SqlStatement statement, Path file, Deadline deadline) {
        write(file, deadline, fresh -> copy(statement, fresh, deadline));
    }

    @Override
    public void write(RowStream rows, Path file, Deadline deadline) {
        write(file, deadline, fresh -> feeds.during(rows, select -> runner.execute(copy(select, fresh), deadline)));
    }

    private static void write(Path file, Deadline deadline, Writing writing) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            writing.to(fresh);
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

    private void copy(SqlStatement statement, Path fresh, Deadline deadline) throws SQLException {
        List<String> wide = Described.columns(runner, statement.text(), deadline).stream()
                .filter(column -> column.type().equals("HUGEINT"))
                .map(PhysicalColumn::name)
                .toList();
        try {
            runner.execute(copy(statement, wide, "bigint", fresh), deadline);
        } catch (SQLException e) {
            if (wide.isEmpty() || deadline.isOver()) {
                throw e;
            }
            runner.execute(copy(statement, wide, "decimal(38, 0)", fresh), deadline);
        }
    }

    /** Parquet has no integers of 128 bits, and what DuckDB makes of them is not exact. */
    private static String copy(SqlStatement statement, List<String> wide, String type, Path fresh) {
        String exact = wide.stream()
                .map(name -> "cast(" + Sql.identifier(name) + " as " + type + ") as " + Sql.identifier(name))
                .collect(Collectors.joining(", "));
        String rows =
                wide.isEmpty() ? statement.text() : "select * replace (" + exact + ") from (" + statement.text() + ")";
        return copy(rows, fresh);
    }

    private static String copy(String rows, Path fresh) {
        return "copy (" + rows + ") to " + Sql.string(fresh.toString()) + " (format parquet, compression zstd)";
    }
}
