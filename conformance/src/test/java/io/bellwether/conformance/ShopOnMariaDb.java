package io.bellwether.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** On a MariaDB that runs as long as the tests do. */
record ShopOnMariaDb(MariaDbProcess server, Path home) implements Place {
    private static @Nullable ShopOnMariaDb running;

    static synchronized ShopOnMariaDb running() throws IOException {
        try {
            if (running == null) {
                Path home = Files.createTempDirectory("shop-mariadb");
                running = new ShopOnMariaDb(MariaDbProcess.start(home), home);
                Runtime.getRuntime().addShutdownHook(new Thread(running.server::close));
            }
            return running;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public String sources(String definitions) {
        return "connections:\n  server: { engine: mariadb, url: \"%s\", user: root }\n".formatted(server.url("mysql"))
                + definitions.replaceAll("source: (\\w+)\\.csv", "source: server.shop.$1");
    }

    @Override
    public void prepare(Path folder) throws Exception {
        try (Connection connection = DriverManager.getConnection(server.url("mysql"), "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS shop");
            statement.execute("CREATE DATABASE shop");
            statement.execute("SET time_zone = '+00:00', NAMES utf8mb4");
            Map<String, String> types = Map.of(
                    "VARCHAR", "VARCHAR(200)", "TIMESTAMP", "DATETIME(6)", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP(6)");
            new ServerTables(connection, "shop", types, "TIMESTAMP '%s'", true).load(folder);
        }
    }

    @Override
    public Map<String, String> environment() throws Exception {
        return MariaDbProcess.environment(home);
    }

    @Override
    public boolean knowsAllZones() {
        return false;
    }

    /** No percentiles of groups. */
    @Override
    public boolean refuses(String message) {
        return message.contains("D374");
    }
}
