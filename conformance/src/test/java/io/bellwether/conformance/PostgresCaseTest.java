package io.bellwether.conformance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;

/** On a real PostgreSQL that the test starts. */
class PostgresCaseTest extends ServerCases {
    private final EmbeddedPostgres server = EmbeddedPostgres.start();

    PostgresCaseTest() throws java.io.IOException {}

    @Override
    void load(String schema, Path data) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
            Map<String, String> types = Map.of("DOUBLE", "DOUBLE PRECISION");
            new ServerTables(connection, schema, types, "TIMESTAMPTZ '%s+00'", false).load(data);
        }
    }

    @Override
    String connection() {
        return "{ engine: postgres, url: \"jdbc:postgresql://localhost:%d/postgres\", user: postgres, password: \"${env:SERVER_PASSWORD}\" }"
                .formatted(server.getPort());
    }

    @AfterAll
    void stop() throws java.io.IOException {
        server.close();
    }
}
