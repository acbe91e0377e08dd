package io.bellwether.engine.jdbc;

import io.bellwether.engine.Deadline;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sessions on one server, opened when first needed and closed after some idle time. Who asks waits for a turn as long as its
 * own deadline lets it, first come first served; what keeps a session from opening is known at once, from the driver itself.
 */
final class Pool implements AutoCloseable {
    static final int MOST = 8;
    static final Duration IDLE = Duration.ofMinutes(1);
    /** How often one that waits looks at its own deadline. */
    private static final long LOOK_EVERY_MS = 20;

    private final io.bellwether.core.catalog.Connection about;
    private final Server server;
    private final Secrets secrets;
    private final Semaphore turns = new Semaphore(MOST, true);
    /** The one that was used last is taken first, so that those that are too many grow old. */
    private final Deque<Idle> idle = new ArrayDeque<>();

    private boolean closed;

    private record Idle(Session session, long since) {}

    Pool(io.bellwether.core.catalog.Connection about, Server server, Secrets secrets) {
        this.about = about;
        this.server = server;
        this.secrets = secrets;
    }

    /** A session to work with until it is closed. */
    Lease lease(Deadline deadline) throws SQLException {
        takeTurn(deadline);
        try {
            Idle known = newest();
            return known == null ? new Lease(opened(), false) : new Lease(known.session(), true);
        } catch (SQLException | RuntimeException e) {
            turns.release();
            throw e;
        }
    }

    private void takeTurn(Deadline deadline) {
        try {
            while (!turns.tryAcquire(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
                if (deadline.isOver()) {
                    throw deadline.isCancelled() ? deadline.exceeded() : Failures.busy(about, MOST);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            deadline.cancel();
            throw deadline.exceeded();
        }
    }

    private synchronized @Nullable Idle newest() {
        return idle.pollLast();
    }

    /** References are looked up anew: a password may have been changed since. */
    private Session opened() throws SQLException {
        try {
            Connection connection = new DriverSource(server, secrets.fill(about.url()), properties()).getConnection();
            return new Session(connection, server.autoCommits());
        } catch (SQLException e) {
            throw new NotConnected(e);
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        server.properties().forEach(properties::setProperty);
        if (about.user() != null) {
            properties.setProperty("user", secrets.fill(about.user()));
        }
        if (about.password() != null) {
            properties.setProperty("password", secrets.fill(about.password()));
        }
        return properties;
    }

    /** Closes the sessions that nobody uses: the server seems to have ended them. */
    void forget() {
        taken(Long.MAX_VALUE).forEach(Session::close);
    }

    /** Closes those that nobody has used for a while. */
    void closeIdle() {
        taken(System.nanoTime() - IDLE.toNanos()).forEach(Session::close);
    }

    private synchronized List<Session> taken(long before) {
        List<Session> old = new ArrayList<>();
        for (Idle each : List.copyOf(idle)) {
            if (before == Long.MAX_VALUE || each.since() - before < 0) {
                idle.remove(each);
                old.add(each.session());
            }
        }
        return old;
    }

    private synchronized boolean keeps(Session session) {
        return !closed && idle.add(new Idle(session, System.nanoTime()));
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        forget();
    }

    /** A session in the hands of one statement. */
    final class Lease implements AutoCloseable {
        private final Session session;
        private final boolean used;

        private Lease(Session session, boolean used) {
            this.session = session;
            this.used = used;
        }

        Connection connection() {
            return session.connection();
        }

        /** Whether the server may have ended it while it was idle. */
        boolean wasUsed() {
            return used;
        }

        /** What the statement set for its session is undone, or the session goes. */
        @Override
        public void close() {
            try {
                if (!session.isClean() || !keeps(session)) {
                    session.close();
                }
            } finally {
                turns.release();
            }
        }
    }
}
