package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** After a power cut everything starts at once: our server may be up before the one that has its data and its store. */
@Timeout(180)
class LateServerTest {
    @TempDir
    Path folder;

    @TempDir
    Path beside;

    private EmbeddedPostgres database(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(beside.resolve("data"))
                .setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private int prepared() throws Exception {
        try (EmbeddedPostgres first = database(0);
                Connection admin = first.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE TABLE sales AS SELECT '2026-01-05'::date AS at, 3 AS amount");
            statement.execute("CREATE DATABASE remembered");
            return first.getPort();
        }
    }

    @Test
    void itServesFirstAndGoesOnWhenTheOtherComes() throws Exception {
        int port = prepared();
        Files.writeString(folder.resolve("bellwether.yml"), """
                name: Early
                store: { url: "jdbc:postgresql://localhost:%1$d/remembered", user: postgres }
                people: [ { name: Ann, email: ann@example.com } ]
                connections: { far: { engine: postgres, url: "jdbc:postgresql://localhost:%1$d/postgres", user: postgres } }
                datasets: [ { name: sales, source: far.public.sales, time: at } ]
                metrics: [ { name: revenue, expression: sum(sales.amount), unit: count, direction: up } ]
                """.formatted(port));
        try (var server = ServeProcess.start(folder, beside.resolve("said"), Map.of())) {
            assertThat(server.get("/api/query?metrics=revenue")).contains("E611");
            assertThat(server.get("/api/jobs")).doesNotStartWith("200");
            EmbeddedPostgres second = database(port);
            try {
                awaitFine(server, "/api/query?metrics=revenue");
                assertThat(server.body("/api/query?metrics=revenue")).contains("[[3]]");
                awaitFine(server, "/api/jobs");
                assertThat(server.post("/api/jobs/run", "{\"name\": \"alerts\"}"))
                        .startsWith("200");
            } finally {
                second.close();
            }
            assertThat(server.get("/api/query?metrics=revenue&from=2026-01-01")).contains("E611");
            try (EmbeddedPostgres third = database(port)) {
                assertThat(server.body("/api/query?metrics=revenue&from=2026-01-01"))
                        .contains("[[3]]");
                assertThat(third.getPort()).isEqualTo(port);
            }
            assertThat(server.said()).doesNotContain("\tat ");
        }
    }

    private static void awaitFine(ServeProcess server, String path) throws IOException, InterruptedException {
        while (!server.get(path).startsWith("200")) {
            Thread.sleep(100);
        }
    }
}
