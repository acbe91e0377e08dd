package io.bellwether.engine.jdbc;

import io.bellwether.core.catalog.Connection;
import io.bellwether.engine.Deadline;
import java.sql.SQLException;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.apache.commons.pool2.impl.GenericObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;

/**
 * Sessions on one server, opened when first needed and closed after some idle time. Who asks waits for a turn as long as its
 * own deadline lets it; what keeps a session from opening is known at once, from the driver itself.
 */
final class Pool implements AutoCloseable {
    private static final int MOST = 8;
    private static final Duration IDLE = Duration.ofMinutes(1);

    /** How often one that waits looks at its own deadline. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Connection about;
    private final GenericObjectPool<Session> sessions;

    Pool(Connection about, Server server, Secrets secrets) {
        this.about = about;
        this.sessions = new GenericObjectPool<>(new Sessions(about, server, secrets), settings());
    }

    /** The one that was used last is taken first, so that those that are too many grow old. */
    private static GenericObjectPoolConfig<Session> settings() {
        GenericObjectPoolConfig<Session> settings = new GenericObjectPoolConfig<>();
        settings.setMaxTotal(MOST);
        settings.setMaxIdle(MOST);
        settings.setLifo(true);
        settings.setFairness(true);
        settings.setMinEvictableIdleDuration(IDLE);
        settings.setTimeBetweenEvictionRuns(IDLE);
        settings.setJmxEnabled(false);
        return settings;
    }

    /** A session to work with until it is closed. */
    Lease lease(Deadline deadline) throws SQLException {
        while (true) {
            try {
                return new Lease(sessions.borrowObject(LOOK_EVERY));
            } catch (NoSuchElementException none) {
                if (deadline.isOver()) {
                    throw deadline.isCancelled() ? deadline.exceeded() : Failures.busy(about, MOST);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                deadline.cancel();
                throw deadline.exceeded();
            } catch (SQLException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Closes the sessions that nobody uses: the server seems to have ended them. */
    void forget() {
        sessions.clear();
    }

    @Override
    public void close() {
        sessions.close();
    }

    /** A session in the hands of one statement. */
    final class Lease implements AutoCloseable {
        private final Session session;

        private Lease(Session session) {
            this.session = session;
        }

        java.sql.Connection connection() {
            return session.connection();
        }

        /** Whether the server may have ended it while it was idle. */
        boolean wasUsed() {
            return session.wasUsed();
        }

        /** What the statement set for its session is undone, or the session goes. */
        @Override
        public void close() {
            sessions.returnObject(session);
        }
    }
}
