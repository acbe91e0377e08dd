package io.bellwether.engine.duckdb;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.jdbc.Watch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Runs statements, each on a connection of its own, and stops them when their deadline says so. */
final class Runner implements AutoCloseable {
    private final Session session;
    private final Watch watch = new Watch();
    private final Workers workers = new Workers();

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
        return with(deadline, connection -> {
            try (Statement statement = connection.createStatement();
                    Watch.Stop stop = watch.over(statement, deadline);
                    ResultSet rows = statement.executeQuery(sql)) {
                return reader.read(rows);
            }
        });
    }

    void execute(String sql, Deadline deadline) throws SQLException {
        with(deadline, connection -> {
            try (Statement statement = connection.createStatement();
                    Watch.Stop stop = watch.over(statement, deadline)) {
                return statement.execute(sql);
            }
        });
    }

    /** All or none; statements beside it see either. */
    void together(List<String> statements, Deadline deadline) throws SQLException {
        with(deadline, connection -> {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement();
                    Watch.Stop stop = watch.over(statement, deadline)) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
                connection.commit();
                return true;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        });
    }

    <T> T with(Deadline deadline, Work<T> work) throws SQLException {
        try (Deadline.Place place = deadline.place()) {
            return workers.call(deadline, () -> {
                try (Connection connection = session.connection()) {
                    return work.apply(connection);
                }
            });
        }
    }

    @Override
    public void close() {
        watch.end();
        workers.close();
        watch.close();
    }
}
