package io.bellwether.engine.cloud;

import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.engine.jdbc.Drivers;
import io.bellwether.engine.jdbc.Server;
import java.sql.Driver;
import java.util.List;
import java.util.Map;

/**
 * Any of them: what it says of types and errors is what the standard says. Its sessions are read-only as far as the driver
 * does what {@code setReadOnly} asks.
 */
public final class CloudServer implements Server {
    private final Dialect dialect;
    private final Drivers drivers;
    private final String jar;

    /** @param jar what the driver's file is called */
    public CloudServer(Dialect dialect, Drivers drivers, String jar) {
        this.dialect = dialect;
        this.drivers = drivers;
        this.jar = jar;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public Driver driver(String url) {
        return drivers.find(url, jar);
    }

    @Override
    public Map<String, String> properties() {
        return Map.of();
    }

    @Override
    public List<String> opening() {
        return List.of();
    }
}
