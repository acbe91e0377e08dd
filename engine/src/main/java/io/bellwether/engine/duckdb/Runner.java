package io.bellwether.engine.duckdb;

import io.bellwether.engine.Deadline;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Runs statements, each on a connection of its own, and stops them when their deadline says so. */
final class Runner implements AutoCloseable {
    /** How often a running statement's deadline is looked at. */
    private static final long LOOK_EVERY_MS = 20;

    private final Session session;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("bellwether-deadlines").factory());

    Runner(Session session) {
        this.session = session;
    }

    /** Reads what a query gives back. */
    interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    /** Uses a connection for something that is not one statement. */
    interface Work<T> {
        T apply(Connection connection) throws SQLException;
    }

    <T> T query(String sql, Deadline deadline, Reader<T> reader) throws SQLException {
        return with(connection -> {
            try (Statement statement = connection.createStatement();
                    Stop stop = watch(statement, deadline);
                    ResultSet rows = statement.executeQuery(sql)) {
                return reader.read(rows);
            }
        });
    }

    void execute(String sql, Deadline deadline) throws SQLException {
        with(connection -> {
            try (Statement statement = connection.createStatement();
                    Stop stop = watch(statement, deadline)) {
                return statement.execute(sql);
            }
        });
    }

    <T> T with(Work<T> work) throws SQLException {
        try (Connection connection = session.connection()) {
            return work.apply(connection);
        }
    }

    private interface Stop extends AutoCloseable {
        @Override
        void close();
    }

    /** A cancel that comes before DuckDB has begun has no effect; so it is repeated until the statement ends. */
    private Stop watch(Statement statement, Deadline deadline) {
        if (deadline.isOver()) {
            throw deadline.exceeded();
        }
        ScheduledFuture<?> looks = watch.scheduleWithFixedDelay(
                () -> cancelWhenOver(statement, deadline), LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        return () -> looks.cancel(false);
    }

    private static void cancelWhenOver(Statement statement, Deadline deadline) {
        try {
            if (deadline.isOver()) {
                statement.cancel();
            }
        } catch (SQLException e) {
            // The statement has ended in the meantime.
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
