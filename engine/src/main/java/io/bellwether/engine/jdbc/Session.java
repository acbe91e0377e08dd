package io.bellwether.engine.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** A connection that only reads. Where its server has transactions, each statement is one that is rolled back. */
final class Session {
    private final Connection connection;
    private final boolean autoCommits;

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

    /** A setting that a query of a source made must not change what the next question gets: a rollback takes it back. */
    boolean isClean() {
        try {
            if (connection.isClosed()) {
                return false;
            }
            if (!autoCommits) {
                connection.rollback();
            }
            return true;
        } catch (SQLException e) {
            return false;
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
