package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running server with secrets in every place that takes one, its store behind the same secret. It answers; then the server
 * of the data refuses its password, and whatever it says, logs, sends and stores of it holds no secret.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecretsServedTest {
    private static final String MARKER = "mark3r";
    private static final String FROM_ENV = "Mark3r-Env";
    /** With what addresses, JSON, patterns and shells write otherwise. */
    private static final String FROM_FILE = "Mark3r \"F1le\" \\ & <%2F> $1 'e";

    private static final String WORKSPACE = """
            name: Secret shop
            store: { url: "${PG}/remembered", user: rememberer, password: "${env:BW_SECRET}" }
            mail: { host: localhost, port: 1, from: a@example.com, user: "${env:BW_SECRET}", password: "${file:secret.txt}" }
            allow_private_hosts: [ 127.0.0.1 ]
            people: [ { name: Ann, email: ann@example.com } ]
            connections:
              near: { engine: postgres, url: "${PG}/postgres", user: "${env:BW_USER}", password: "${env:BW_SECRET}", keep_answers: 0 }
              filed: { engine: postgres, url: "${PG}/postgres?application_name=${env:BW_SECRET}", user: filer, password: "${file:secret.txt}" }
            datasets:
              - { name: near, source: near.public.sales, time: at, extract: true, tests: [ { not_null: amount } ] }
              - { name: live, source: near.public.sales, time: at }
              - { name: filed, source: { query: "select * from sales", on: filed }, time: at }
            metrics:
              - { name: near_sum, expression: sum(near.amount), unit: count, direction: up }
              - { name: live_sum, expression: sum(live.amount) }
              - { name: filed_sum, expression: sum(filed.amount), unit: count, direction: up }
            objectives: [ { name: grow, statement: Grow, owner: ann@example.com, timeframe: 2026 } ]
            kpis:
              - { name: near_26, metric: near_sum, objective: grow, owner: ann@example.com, cadence: weekly, target: { total: 100, by: 2026 } }
              - { name: filed_26, metric: filed_sum, objective: grow, owner: ann@example.com, cadence: weekly, target: { total: 100, by: 2026 } }
            alerts:
              - { name: moved, on: near_26, when: status, to: [ { webhook: "${file:hook.txt}", secret: "${file:secret.txt}" }, { slack: "${file:hook.txt}" }, { email: ann@example.com } ] }
            """;

    private EmbeddedPostgres database;
    private ServeProcess server;
    private Map<String, String> environment;
    private Path folder;
    private Path beside;

    @BeforeAll
    void start(@TempDir Path folder, @TempDir Path beside) throws Exception {
        this.folder = folder;
        this.beside = beside;
        database = EmbeddedPostgres.start();
        environment = Map.of("BW_SECRET", FROM_ENV, "BW_USER", "mark3r_user");
        sql(
                "CREATE DATABASE remembered",
                "CREATE TABLE sales (at date, amount int)",
                "INSERT INTO sales VALUES ('2026-01-05', 3)");
        role("mark3r_user", FROM_ENV);
        role("filer", FROM_FILE);
        role("rememberer", FROM_ENV);
        sql("ALTER DATABASE remembered OWNER TO rememberer");
        onlyWithPassword();
        Files.writeString(folder.resolve("secret.txt"), FROM_FILE + "\n");
        Files.writeString(folder.resolve("hook.txt"), "http://127.0.0.1:1/" + FROM_ENV + "\n");
        String url = "jdbc:postgresql://localhost:" + database.getPort();
        Files.writeString(folder.resolve("bellwether.yml"), WORKSPACE.replace("${PG}", url));
        server = ServeProcess.start(folder, beside.resolve("served"), environment);
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
        database.close();
    }

    private void role(String name, String password) throws SQLException {
        sql(
                "CREATE ROLE " + name + " LOGIN PASSWORD '" + password.replace("'", "''") + "'",
                "GRANT SELECT ON sales TO " + name);
    }

    private void sql(String... statements) throws SQLException {
        try (Connection admin = database.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private void onlyWithPassword() throws SQLException, IOException {
        try (Connection admin = database.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement();
                ResultSet file = statement.executeQuery("SHOW hba_file")) {
            file.next();
            Path rules = Path.of(file.getString(1));
            String before = Files.readString(rules);
            Files.writeString(rules, "host all filer,rememberer,mark3r_user all scram-sha-256\n" + before);
        }
        sql("SELECT pg_reload_conf()");
    }

    private static String silent(String what, String said) {
        assertThat(said.toLowerCase(Locale.ROOT)).as(what).doesNotContain(MARKER);
        return said;
    }

    private List<String> readings() throws Exception {
        JsonNode document = JsonMapper.shared().readTree(silent("openapi", server.body("/api/openapi.json")));
        List<String> paths = new ArrayList<>();
        for (var path : document.path("paths").properties()) {
            if (path.getValue().has("get")) {
                String name = path.getKey().contains("/metrics/") ? "near_sum" : "near_26";
                String filled = path.getKey().replace("{name}", name).replace("{id}", "1");
                paths.add(filled.equals("/api/query") ? filled + "?metrics=near_sum" : filled);
            }
        }
        return paths;
    }

    private void everythingIsSilent() throws Exception {
        List<String> paths = readings();
        assertThat(paths).hasSizeGreaterThan(15);
        for (String path : paths) {
            silent(path, server.get(path));
        }
        for (String page : List.of("/", "/kpi/near_26", "/explore", "/alerts", "/jobs", "/nothing")) {
            silent(page, server.get(page));
        }
        for (var job : JsonMapper.shared().readTree(server.body("/api/jobs")).path("jobs")) {
            String name = job.path("name").asString();
            silent(name, server.post("/api/jobs/run", "{\"name\": \"" + name + "\"}"));
        }
        silent("test", server.post("/api/alerts/test", "{\"name\": \"moved\"}"));
        silent("look", server.post("/api/data-health/look", "{}"));
        try (Connection admin = database.getDatabase("postgres", "remembered").getConnection()) {
            assertThat(silent("store", allRows(admin))).contains("message", "audit");
        }
        silent("log", server.said());
    }

    @Test
    @Order(1)
    void whileAllIsWell() throws Exception {
        assertThat(server.body("/api/query?metrics=near_sum")).contains("[[3]]");
        assertThat(server.body("/api/query?metrics=filed_sum")).contains("[[3]]");
        server.post("/api/reviews", "{\"objective\": \"grow\"}");
        everythingIsSilent();
    }

    @Test
    @Order(2)
    void commandsToo() throws Exception {
        List<String> commands = List.of(
                "check --data --format sarif",
                "query near_sum --format json",
                "explain near_26",
                "export",
                "audit verify",
                "backup kept");
        for (String command : commands) {
            Path said = Files.createTempFile(beside, "said", ".txt");
            silent(command, ServeProcess.command(folder, said, environment, command.split(" ")));
        }
        assertThat(folder.resolve("kept")).exists();
    }

    @Test
    @Order(3)
    void whenThePasswordIsRefused() throws Exception {
        sql(
                "ALTER ROLE mark3r_user PASSWORD 'other'",
                "ALTER ROLE filer PASSWORD 'other'",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename IN ('mark3r_user', 'filer')");
        for (String metric : List.of("live_sum", "filed_sum&from=2025-01-01")) {
            String said = silent(metric, server.get("/api/query?metrics=" + metric));
            assertThat(said).contains("E612", "password authentication failed for user");
        }
        everythingIsSilent();
    }

    @Test
    @Order(4)
    void whenTheStoreIsRefusedToo() throws Exception {
        sql(
                "ALTER ROLE rememberer PASSWORD 'other'",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'rememberer'");
        // Each of them waits for the store.
        for (String path : List.of("/api/kpis/near_26", "/api/reviews", "/api/alerts", "/api/audit", "/kpi/near_26")) {
            silent(path, server.get(path));
        }
        silent("log", server.said());
    }

    @Test
    @Order(5)
    void noFileOfTheWorkspaceHoldsOneElsewhere() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                if (!name.equals("secret.txt") && !name.equals("hook.txt")) {
                    silent(name, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    /** Every row of every table as text. */
    private static String allRows(Connection admin) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Statement statement = admin.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet found = statement.executeQuery(
                    "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'")) {
                while (found.next()) {
                    tables.add(found.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
                    while (rows.next()) {
                        all.append(table).append(rows.getString(1)).append('\n');
                    }
                }
            }
        }
        return all.toString();
    }
}
