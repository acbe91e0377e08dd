package io.bellwether.conformance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** On a PostgreSQL that runs as long as the tests do. */
record ShopOnPostgres(EmbeddedPostgres server) implements Place {
    private static @Nullable ShopOnPostgres running;

    static synchronized ShopOnPostgres running() throws IOException {
        if (running == null) {
            running = new ShopOnPostgres(EmbeddedPostgres.start());
        }
        return running;
    }

    @Override
    public String sources(String definitions) {
        return "connections:\n  server: { engine: postgres, url: \"jdbc:postgresql://localhost:%d/postgres\", user: postgres }\n"
                        .formatted(server.getPort())
                + definitions.replaceAll("source: (\\w+)\\.csv", "source: server.shop.$1");
    }

    @Override
    public void prepare(Path folder) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS shop CASCADE; CREATE SCHEMA shop");
            new ServerTables(connection, "shop", Map.of("DOUBLE", "DOUBLE PRECISION"), "TIMESTAMPTZ '%s+00'", false)
                    .load(folder);
        }
    }
}
