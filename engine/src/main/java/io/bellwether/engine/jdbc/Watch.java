package io.bellwether.engine.jdbc;

import io.bellwether.engine.Deadline;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Stops statements when their deadline says so. */
public final class Watch implements AutoCloseable {
    /** How often a running statement's deadline is looked at. */
    private static final long LOOK_EVERY_MS = 20;

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("bellwether-deadlines").factory());

    /** Ends the watch over one statement. */
    public interface Stop extends AutoCloseable {
        @Override
        void close();
    }

    /** A cancel that comes before the engine has begun has no effect; so it is repeated until the statement ends. */
    public Stop over(Statement statement, Deadline deadline) {
        if (deadline.isOver()) {
            throw deadline.exceeded();
        }
        ScheduledFuture<?> look = looks.scheduleWithFixedDelay(
                () -> cancelWhenOver(statement, deadline), LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        return () -> look.cancel(false);
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
        looks.shutdownNow();
    }
}
