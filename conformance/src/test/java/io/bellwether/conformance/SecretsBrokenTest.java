package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections and stores that break in every way: what is said of it names them without their secrets. */
class SecretsBrokenTest {
    private static final String MARKER = "mark3r";
    private static EmbeddedPostgres database;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        database = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    private void write(String more) throws IOException {
        Files.writeString(folder.resolve("secret"), "Mark3r-F1le\n");
        Files.writeString(folder.resolve("rest"), "//localhost:1/x?user=Mark3r-User&password=Mark3r%2DIn%2DRest");
        Files.writeString(folder.resolve("key"), "Mark3r-first-line\n{\nMark3r-second-line\n");
        Files.writeString(folder.resolve("sales.csv"), "at,amount\n2026-01-05,3\n");
        String url = "jdbc:postgresql://localhost:" + database.getPort();
        Files.writeString(folder.resolve("bellwether.yml"), "name: Broken\n" + more.replace("${PG}", url));
    }

    private String silent(String command) {
        Cli cli = Cli.run(folder, command.split(" "));
        String all = cli.out() + cli.err();
        assertThat(all.toLowerCase(Locale.ROOT)).as(command).doesNotContain(MARKER);
        assertThat(all).as(command).doesNotContain("\tat ", "Exception");
        return all;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres, url: \"${PG}/postgres\", user: \"${file:secret}\", password: \"${file:secret}\"",
                "postgres, url: \"${PG}/${file:secret}\", user: postgres, password: \"${file:secret}\"",
                "postgres, url: \"jdbc:postgresql://${file:secret}.invalid/x\", user: u, password: \"${file:secret}\"",
                "postgres, url: \"jdbc:postgresql://localhost:1/x?password=${file:secret}\", user: u",
                "postgres, url: \"jdbc:postgresql:${file:rest}\"",
                "postgres, url: \"jdbc:postgresql:${file:key}\"",
                "postgres, url: \"${PG}/postgres?sslmode=require\", user: postgres, password: \"${file:secret}\"",
                "postgres, url: \"${PG}/postgres?sslmode=${file:secret}\", user: postgres",
                "postgres, url: \"${PG}/postgres?connectTimeout=${file:secret}\", user: postgres",
                "postgres, url: \"${PG}/postgres?options=-c%20${file:secret}=1\", user: postgres",
                "postgres, url: \"${PG}/${file:key}\", user: postgres",
                "trino, url: \"jdbc:trino://localhost:1/${file:secret}\", user: \"${file:secret}\"",
                "trino, url: \"jdbc:trino://localhost:1/x\", user: u, password: \"${file:secret}\"",
                "trino, url: \"jdbc:trino://localhost:1/x?SSL=true&SSLVerification=${file:secret}\", user: u",
                "trino, url: \"jdbc:trino://localhost:${file:secret}/x?${file:secret}=1\", user: u",
                "mysql, url: \"jdbc:mysql://localhost:1/${file:secret}\", user: u, password: \"${file:secret}\"",
            })
    void aConnection(String connection) throws IOException {
        write("""
                connections: { far: { engine: %s } }
                datasets:
                  - { name: far, source: far.public.sales, time: at }
                  - { name: asked, source: { query: "select * from sales", on: far }, time: at }
                metrics: [ { name: revenue, expression: sum(far.amount), unit: count, direction: up } ]
                """.formatted(connection));
        for (String command :
                List.of("check", "check --format json", "check --format sarif", "query revenue", "status")) {
            assertThat(silent(command)).as(command).containsPattern("E61[1-6]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ url: \"${PG}/${file:secret}\", user: postgres, password: \"${file:secret}\" }",
                "{ url: \"${PG}/postgres\", user: \"${file:secret}\", password: \"${file:secret}\" }",
                "{ url: \"jdbc:postgresql://${file:secret}.invalid/x\", user: u, password: \"${file:secret}\" }",
                "{ url: \"jdbc:postgresql:${file:rest}\", user: u }",
                "{ url: \"${PG}/postgres?sslmode=${file:secret}\", user: postgres }",
            })
    void aStore(String store) throws IOException {
        write("store: " + store + "\ndatasets: [ { name: sales, source: sales.csv, time: at } ]\n");
        for (String command : List.of("audit verify", "jobs", "alerts", "backup kept")) {
            assertThat(silent(command)).as(command).contains("S720");
        }
    }

    @Test
    void aServerWithoutAnyCatalogStillServes(@TempDir Path beside) throws Exception {
        write("""
                connections: { far: { engine: postgres, url: "jdbc:postgresql:${env:BW_REST}", password: "${env:BW_SECRET}" } }
                datasets: [ { name: far, source: far.public.sales, time: at } ]
                """);
        var environment = Map.of("BW_SECRET", "Mark3r-Env", "BW_REST", "//localhost:1/Mark3r-Env?user=Mark3r-User");
        try (var server = ServeProcess.start(folder, beside.resolve("said"), environment)) {
            for (String path :
                    List.of("/", "/api/health", "/api/scorecard", "/api/jobs", "/api/audit", "/api/advice")) {
                String said = server.get(path);
                assertThat(said.toLowerCase(Locale.ROOT)).as(path).doesNotContain(MARKER);
            }
            assertThat(server.get("/api/health")).startsWith("200").contains("broken");
            assertThat(server.get("/api/scorecard")).contains("E611");
            assertThat(server.said().toLowerCase(Locale.ROOT)).contains("e611").doesNotContain(MARKER);
        }
    }
}
