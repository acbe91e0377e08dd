package io.bellwether.engine.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** A connection that only reads. Where its server has transactions, each statement is one that is rolled back. */
final class Session {
    private final Connection connection;
    private final boolean autoCommits;
    private boolean used;

    Session(Connection connection, boolean autoCommits) throws SQLException {
        this.connection = connection;
        this.autoCommits = autoCommits;
        try {
            connection.setReadOnly(true);
            connection.setAutoCommit(autoCommits);
        } catch (SQLFeatureNotSupportedException e) {
            // Then its statements read only because each is a SELECT.
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    /** Whether a statement had it before. */
    boolean wasUsed() {
        return used;
    }

    /**
     * A setting that a query of a source made must not change what the next question gets: a rollback takes it back.
     *
     * @throws SQLException where it is of no more use
     */
    void clean() throws SQLException {
        used = true;
        if (connection.isClosed()) {
            throw new SQLException("closed", "08003");
        }
        if (!autoCommits) {
            connection.rollback();
        }
    }

    void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is gone in any case.
        }
    }
}
