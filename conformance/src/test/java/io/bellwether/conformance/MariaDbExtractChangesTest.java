package io.bellwether.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

@EnabledIf("isInstalled")
class MariaDbExtractChangesTest extends ExtractChanges {
    @TempDir
    static Path home;

    private static MariaDbProcess server;

    static boolean isInstalled() {
        return MariaDbProcess.isInstalled();
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        server = MariaDbProcess.start(home);
        run("mysql", "CREATE DATABASE shop");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void run(String database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(database), "root", "");
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Override
    void sql(String... statements) throws SQLException {
        run("shop", statements);
    }

    @Override
    String connection() {
        return "{ engine: mariadb, url: \"%s\", user: root }".formatted(server.url("shop"));
    }

    @Override
    String table() {
        return "shop.sales";
    }

    @Override
    String alter(String column, String type) {
        return "ALTER TABLE sales MODIFY COLUMN " + column + " " + type;
    }

    @Override
    Map<String, String> environment() throws Exception {
        return MariaDbProcess.environment(home);
    }
}
