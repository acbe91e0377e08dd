package io.bellwether.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** On the MariaDB of the system's packages, started by the test; passed over where there is none. */
class MariaDbCaseTest extends ServerCases {
    private static MariaDbProcess server;

    @TempDir
    static Path home;

    @Override
    void load(String schema, Path data) throws Exception {
        if (server == null) {
            assumeTrue(MariaDbProcess.isInstalled(), "no mariadbd here: install the package mariadb-server");
            server = MariaDbProcess.start(home);
        }
        try (Connection connection = DriverManager.getConnection(server.url("mysql"), "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + schema);
            statement.execute("SET time_zone = '+00:00', NAMES utf8mb4");
            Map<String, String> types = Map.of(
                    "VARCHAR", "VARCHAR(200)", "TIMESTAMP", "DATETIME(6)", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP(6)");
            new ServerTables(connection, schema, types, "TIMESTAMP '%s'", true).load(data);
        }
    }

    @Override
    String connection() {
        return "{ engine: mariadb, url: \"%s\", user: root }".formatted(server.url("mysql"));
    }

    /** No percentiles of groups. */
    @Override
    Set<String> refusals() {
        return Set.of("D374");
    }

    @Override
    Map<String, String> environment() throws Exception {
        return MariaDbProcess.environment(home);
    }

    @AfterAll
    static void stop() throws SQLException {
        if (server != null) {
            server.close();
        }
    }
}
