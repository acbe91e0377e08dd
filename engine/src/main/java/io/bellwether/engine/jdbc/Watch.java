package io.bellwether.engine.jdbc;

import io.bellwether.engine.Deadline;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stops statements when their deadline says so. */
public final class Watch implements AutoCloseable {
    /** How often a running statement's deadline is looked at. */
    private static final long LOOK_EVERY_MS = 20;

    /** How long a server has to stop a statement before its connection is cut: it may be there no more. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /** The platform's threads: native code may hold all that virtual ones run on. */
    private static final Thread.Builder STOPS = Thread.ofPlatform().daemon().name("bellwether-stop");

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("bellwether-deadlines").factory());

    private volatile boolean ending;

    /** Ends the watch over one statement. */
    public interface Stop extends AutoCloseable {
        @Override
        void close();
    }

    /** Over a statement that always listens. */
    public Stop over(Statement statement, Deadline deadline) {
        return over(statement, deadline, () -> {});
    }

    /**
     * A cancel that comes before the engine has begun has no effect; so it is repeated until the statement ends.
     *
     * @param cut what ends it where the server does not answer any more
     */
    Stop over(Statement statement, Deadline deadline, Runnable cut) {
        if (deadline.isOver()) {
            throw deadline.exceeded();
        }
        Watched watched = new Watched(statement, deadline, cut);
        ScheduledFuture<?> look =
                looks.scheduleWithFixedDelay(watched::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        return () -> {
            look.cancel(false);
            watched.end();
        };
    }

    /** A cancel may wait for a server that is gone, so each has a thread of its own and holds up no other statement's. */
    private final class Watched {
        private final Statement statement;
        private final Deadline deadline;
        private final Runnable cut;
        private final AtomicBoolean cancelling = new AtomicBoolean();
        private final AtomicBoolean isCut = new AtomicBoolean();
        private long since;
        private boolean ended;

        Watched(Statement statement, Deadline deadline, Runnable cut) {
            this.statement = statement;
            this.deadline = deadline;
            this.cut = cut;
        }

        void look() {
            if (!ending && !deadline.isOver()) {
                return;
            }
            since = since == 0 ? System.nanoTime() : since;
            if (cancelling.compareAndSet(false, true)) {
                STOPS.start(this::cancel);
            }
            if (System.nanoTime() - since > GRACE.toNanos() && isCut.compareAndSet(false, true)) {
                STOPS.start(cut);
            }
        }

        private synchronized void cancel() {
            try {
                if (!ended) {
                    statement.cancel();
                }
            } catch (SQLException e) {
                // The statement has ended in the meantime.
            } finally {
                cancelling.set(false);
            }
        }

        /** A cancel under way comes to its end first: later it would stop the session's next statement. */
        synchronized void end() {
            ended = true;
        }
    }

    /** Stops every statement, whatever its deadline says; they need to be waited for before the watch is closed. */
    public void end() {
        ending = true;
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
