package io.bellwether.engine.postgres;

import io.bellwether.core.expression.Type;
import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.core.sql.dialect.PostgreSql;
import io.bellwether.engine.jdbc.Server;
import java.sql.Driver;
import java.util.List;
import java.util.Map;

/** PostgreSQL. */
public final class PostgresServer implements Server {
    private final Dialect dialect = new PostgreSql();

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Driver driver(String url) {
        return new org.postgresql.Driver();
    }

    @Override
    public Map<String, String> properties() {
        return Map.of("ApplicationName", "bellwether", "connectTimeout", "10", "readOnlyMode", "always");
    }

    /** The last is for a client that is gone and cannot cancel any more. */
    @Override
    public List<String> opening() {
        return List.of(
                "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY",
                "SET TIME ZONE 'UTC'",
                "SET statement_timeout = '30min'");
    }

    /** Each statement begins a transaction that reads only, whatever the one before it set; its rows can come in parts. */
    @Override
    public boolean autoCommits() {
        return false;
    }

    @Override
    public Type type(Described column) {
        return switch (column.name()) {
            case "timestamptz" -> Type.TIMESTAMP_TZ;
            case "money", "bit", "timetz", "oid" -> Type.OTHER;
            default -> Server.super.type(column);
        };
    }
}
