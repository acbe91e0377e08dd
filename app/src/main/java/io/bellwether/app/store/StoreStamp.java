package io.bellwether.app.store;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * What is another whenever anybody, in this process or in another, has written to the store. SQLite counts the commits of
 * all others for each connection, so ours is one that never writes; PostgreSQL says which transactions a reader sees.
 */
final class StoreStamp implements AutoCloseable {
    private static final String SQLITE = "jdbc:sqlite:";

    private final StoreKind kind;
    private final HikariDataSource readers;
    private @Nullable Connection connection;
    private @Nullable Object file;
    private long opened;

    StoreStamp(StoreKind kind, HikariDataSource readers) {
        this.kind = kind;
        this.readers = readers;
    }

    String now() throws SQLException {
        return switch (kind) {
            case SQLITE -> counted();
            case POSTGRESQL -> seen();
        };
    }

    private static String text(Connection on, String question) throws SQLException {
        try (Statement statement = on.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        }
    }

    private String seen() throws SQLException {
        try (Connection one = readers.getConnection()) {
            return text(one, "select txid_current_snapshot()");
        }
    }

    /** Counts of different connections say nothing of each other, and one to a file that was replaced counts for nobody. */
    private synchronized String counted() throws SQLException {
        Object present = file();
        if (connection == null || !present.equals(file)) {
            close();
            connection = DriverManager.getConnection(readers.getJdbcUrl());
            file = present;
            opened++;
        }
        try {
            return opened + "." + text(connection, "pragma data_version");
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private Object file() throws SQLException {
        try {
            Path path = Path.of(readers.getJdbcUrl().substring(SQLITE.length()));
            Object key = StoreFile.keyOf(path);
            return key == null ? path : key;
        } catch (IOException gone) {
            throw new SQLException(gone);
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        Connection ours = connection;
        connection = null;
        if (ours != null) {
            ours.close();
        }
    }
}
