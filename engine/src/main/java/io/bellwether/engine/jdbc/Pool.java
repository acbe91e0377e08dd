package io.bellwether.engine.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Connections to one server, opened when first needed and given back after some idle time. */
final class Pool implements AutoCloseable {
    private static final int MOST = 8;
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final io.bellwether.core.catalog.Connection about;
    private final Server server;
    private final Secrets secrets;
    private @Nullable HikariDataSource pool;

    Pool(io.bellwether.core.catalog.Connection about, Server server, Secrets secrets) {
        this.about = about;
        this.server = server;
        this.secrets = secrets;
    }

    Connection connection() throws SQLException {
        return open().getConnection();
    }

    private synchronized HikariDataSource open() throws SQLException {
        if (pool == null) {
            DriverSource source = new DriverSource(server, secrets.fill(about.url()), properties());
            // A pool would try again and again, and say only that it took too long.
            source.getConnection().close();
            pool = new HikariDataSource(settings(source));
        }
        return pool;
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

    private HikariConfig settings(DriverSource source) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("bellwether-" + about.name());
        settings.setDataSource(source);
        settings.setReadOnly(true);
        settings.setAutoCommit(server.autoCommits());
        settings.setMaximumPoolSize(MOST);
        settings.setMinimumIdle(0);
        settings.setIdleTimeout(IDLE.toMillis());
        settings.setConnectionTimeout(WAIT.toMillis());
        settings.setInitializationFailTimeout(-1);
        return settings;
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.close();
            pool = null;
        }
    }
}
