package io.bellwether.conformance;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

/** On a Trino with a coordinator and two workers; the profile {@code trino} has what it needs. */
@Tag("trino")
class TrinoCaseTest extends ServerCases {
    private static TrinoProcess server;

    @Override
    void load(String schema, Path data) throws Exception {
        if (server == null) {
            server = TrinoProcess.start();
        }
        try (Connection connection = DriverManager.getConnection(server.url() + "?user=test");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA memory." + schema);
            Map<String, String> types =
                    Map.of("TIMESTAMP", "TIMESTAMP(6)", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP(6) WITH TIME ZONE");
            new ServerTables(connection, "memory." + schema, types, "TIMESTAMP '%s UTC'", false).load(data);
        }
    }

    @Override
    String connection() {
        return "{ engine: trino, url: \"%s\" }".formatted(server.url());
    }

    @Override
    String path(String schema) {
        return "memory." + schema;
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }
}
