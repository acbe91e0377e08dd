package io.bellwether.conformance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresExtractChangesTest extends ExtractChanges {
    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    void sql(String... statements) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Override
    String connection() {
        return "{ engine: postgres, url: \"jdbc:postgresql://localhost:%d/postgres\", user: postgres }"
                .formatted(server.getPort());
    }

    @Override
    String table() {
        return "public.sales";
    }

    @Override
    String alter(String column, String type) {
        return "ALTER TABLE sales ALTER COLUMN " + column + " TYPE " + type;
    }
}
