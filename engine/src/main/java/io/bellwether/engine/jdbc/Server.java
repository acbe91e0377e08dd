package io.bellwether.engine.jdbc;

import io.bellwether.core.expression.Type;
import io.bellwether.core.sql.dialect.Dialect;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one kind of engine does otherwise than others behind JDBC. */
public interface Server {
    /** How many rows travel at once. */
    int STREAMED = 5_000;

    Dialect dialect();

    /** @throws io.bellwether.engine.EngineException where the driver is not there */
    Driver driver(String url);

    /** What the driver is told beside address, user and password. */
    Map<String, String> properties();

    /** What each new connection runs first: that it is read-only, that its time zone is UTC. */
    List<String> opening();

    /** Whether a statement is a transaction of its own; if not, it is read-only because its transaction is, and rolled back. */
    default boolean autoCommits() {
        return true;
    }

    /** Makes rows of the statement come as they are read, not all at once before the first. */
    default void stream(Statement statement) throws SQLException {
        statement.setFetchSize(STREAMED);
    }

    /** Looks whether the server gave its rows with a warning that makes them wrong. Called after the last row. */
    default void check(Statement statement) throws SQLException {}

    /** What must not be NULL before the statement may run, asked once; empty where nothing is in doubt. */
    default Optional<Probe> probe(String sql) {
        return Optional.empty();
    }

    /** A query for one value, and what is wrong where it is NULL. */
    record Probe(String sql, String message, String fix) {}

    /** The type of a column of a table or an answer. */
    default Type type(Described column) {
        return Types.standard(column);
    }

    /** The value of a column, of the Java type that {@link io.bellwether.engine.Table} promises. */
    default @Nullable Object value(ResultSet rows, int column, Type type) throws SQLException {
        return Values.standard(rows, column, type);
    }

    default Trouble trouble(SQLException e) {
        return Trouble.of(e);
    }

    /**
     * A column as its driver describes it.
     *
     * @param jdbcType one of {@link java.sql.Types}
     * @param name the engine's own word for the type
     */
    record Described(int jdbcType, String name, int precision, int scale) {}
}
