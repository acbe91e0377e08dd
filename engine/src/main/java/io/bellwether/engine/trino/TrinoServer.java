package io.bellwether.engine.trino;

import io.bellwether.core.expression.Type;
import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.core.sql.dialect.Trino;
import io.bellwether.engine.jdbc.Server;
import io.bellwether.engine.jdbc.Trouble;
import io.trino.jdbc.TrinoDriver;
import java.io.IOException;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Trino. */
public final class TrinoServer implements Server {
    /** The first number of the errors that are for lack of something, by Trino's own numbering. */
    private static final int RESOURCES = 0x2_0000;

    private static final int EXTERNAL = 0x100_0000;

    private final Dialect dialect = new Trino();

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Driver driver(String url) {
        return new TrinoDriver();
    }

    /** The run time is for a client that is gone and cannot cancel any more. */
    @Override
    public Map<String, String> properties() {
        return Map.of(
                "user",
                "bellwether",
                "source",
                "bellwether",
                "timezone",
                "UTC",
                "sessionProperties",
                "query_max_run_time:30m");
    }

    @Override
    public List<String> opening() {
        return List.of();
    }

    @Override
    public boolean autoCommits() {
        return false;
    }

    @Override
    public @Nullable Object value(ResultSet rows, int column, Type type) throws SQLException {
        if (type != Type.TIMESTAMP_TZ) {
            return Server.super.value(rows, column, type);
        }
        ZonedDateTime time = rows.getObject(column, ZonedDateTime.class);
        return time == null ? null : time.toInstant();
    }

    @Override
    public Trouble trouble(SQLException e) {
        return switch (e.getErrorCode()) {
            case 3 -> Trouble.STOPPED;
            case 4 -> Trouble.NO_RIGHT;
            case 44, 45, 46 -> Trouble.NO_TABLE;
            case 7, 8, 9, 19 -> Trouble.VALUE;
            default ->
                e.getErrorCode() >= RESOURCES && e.getErrorCode() < EXTERNAL
                        ? Trouble.RESOURCES
                        : isNetwork(e) ? Trouble.UNREACHABLE : Trouble.of(e);
        };
    }

    private static boolean isNetwork(Throwable e) {
        return e instanceof IOException || e.getCause() != null && isNetwork(e.getCause());
    }
}
