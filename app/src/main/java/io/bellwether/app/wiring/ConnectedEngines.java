package io.bellwether.app.wiring;

import io.bellwether.core.catalog.Connection;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.sql.dialect.BigQuery;
import io.bellwether.core.sql.dialect.ClickHouse;
import io.bellwether.core.sql.dialect.Databricks;
import io.bellwether.core.sql.dialect.Redshift;
import io.bellwether.core.sql.dialect.Snowflake;
import io.bellwether.engine.Engine;
import io.bellwether.engine.Engines;
import io.bellwether.engine.cloud.CloudServer;
import io.bellwether.engine.jdbc.Drivers;
import io.bellwether.engine.jdbc.JdbcEngine;
import io.bellwether.engine.jdbc.Secrets;
import io.bellwether.engine.jdbc.Server;
import io.bellwether.engine.mariadb.MariaDbServer;
import io.bellwether.engine.postgres.PostgresServer;
import io.bellwether.engine.trino.TrinoServer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The embedded engine for files and one engine for each connection that a source stands on. */
final class ConnectedEngines implements Engines {
    private final Engine embedded;
    private final Path folder;
    private final Map<String, String> environment;
    private final Drivers drivers;
    private final Map<Connection, Engine> engines = new LinkedHashMap<>();

    /** @param folder of the workspace, which files with secrets are named from */
    ConnectedEngines(Engine embedded, Path folder, Map<String, String> environment) {
        this.embedded = embedded;
        this.folder = folder;
        this.environment = environment;
        String drivers = environment.get("BELLWETHER_DRIVERS");
        this.drivers = new Drivers(drivers == null ? null : Path.of(drivers));
    }

    @Override
    public Engine of(DataSource source) {
        return source.connection().map(this::open).orElse(embedded);
    }

    /** Opening costs nothing yet: the first statement connects. A connection that was edited is another one. */
    private synchronized Engine open(Connection connection) {
        Engine known = engines.get(connection);
        if (known != null) {
            return known;
        }
        engines.entrySet().removeIf(old -> {
            boolean edited = old.getKey().name().equals(connection.name());
            if (edited) {
                old.getValue().close();
            }
            return edited;
        });
        Engine opened = new JdbcEngine(connection, server(connection), new Secrets(environment, folder));
        engines.put(connection, opened);
        return opened;
    }

    private Server server(Connection connection) {
        return switch (connection.engine()) {
            case POSTGRES -> new PostgresServer();
            case TRINO -> new TrinoServer();
            case MARIADB -> MariaDbServer.mariaDb(drivers);
            case MYSQL -> MariaDbServer.mySql(drivers);
            case SNOWFLAKE -> new CloudServer(new Snowflake(), drivers, "snowflake-jdbc-….jar");
            case BIGQUERY -> new CloudServer(new BigQuery(), drivers, "the jars of BigQuery's JDBC driver");
            case DATABRICKS -> new CloudServer(new Databricks(), drivers, "databricks-jdbc-….jar");
            case REDSHIFT -> new CloudServer(new Redshift(), drivers, "redshift-jdbc42-….jar");
            case CLICKHOUSE -> new CloudServer(new ClickHouse(), drivers, "clickhouse-jdbc-…-all.jar");
        };
    }

    @Override
    public synchronized void close() {
        engines.values().forEach(Engine::close);
        embedded.close();
    }
}
