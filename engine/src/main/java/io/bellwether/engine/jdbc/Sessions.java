package io.bellwether.engine.jdbc;

import io.bellwether.core.catalog.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.apache.commons.pool2.BasePooledObjectFactory;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;

/**
 * New sessions on one server, each opened as its server wants it. References are looked up each time: a password may have been
 * changed since.
 */
final class Sessions extends BasePooledObjectFactory<Session> {
    private final Connection about;
    private final Server server;
    private final Secrets secrets;

    Sessions(Connection about, Server server, Secrets secrets) {
        this.about = about;
        this.server = server;
        this.secrets = secrets;
    }

    @Override
    public Session create() throws SQLException {
        try {
            return new Session(connected(), server.autoCommits());
        } catch (SQLException e) {
            throw new NotConnected(e);
        }
    }

    private java.sql.Connection connected() throws SQLException {
        String url = secrets.fill(about.url());
        java.sql.Connection connection = server.driver(url).connect(url, properties());
        if (connection == null) {
            throw new SQLException("the driver does not know this address", "08001");
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : server.opening()) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
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

    @Override
    public PooledObject<Session> wrap(Session session) {
        return new DefaultPooledObject<>(session);
    }

    @Override
    public void passivateObject(PooledObject<Session> pooled) throws SQLException {
        pooled.getObject().clean();
    }

    @Override
    public void destroyObject(PooledObject<Session> pooled) {
        pooled.getObject().close();
    }
}
