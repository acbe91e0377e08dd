package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a PostgreSQL are copied here, and questions read the copy. */
class ServerExtractTest {
    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void fill() throws IOException, SQLException {
        sql("DROP TABLE IF EXISTS orders; DROP TABLE IF EXISTS shops;"
                + "CREATE TABLE shops (id int, city text); INSERT INTO shops VALUES (1, 'Lyon'), (2, 'Bonn');"
                + "CREATE TABLE orders (id bigint, at timestamptz, total numeric(12, 2), shop int, weight numeric(10, 3), odd numeric,"
                + " paid boolean, note text, \"from\" time, ref uuid, tags text[], day date, share float8, doc jsonb);"
                + "INSERT INTO orders SELECT i, '2026-01-01 00:00:00+00'::timestamptz + i * interval '1 hour', i / 100.0,"
                + " 1 + i % 2, 0.125, 0.5, i % 3 = 0, CASE WHEN i % 5 > 0 THEN 'n''ö' || i END, '10:30', gen_random_uuid(),"
                + " '{a,b}', '2026-01-01'::date + (i / 24)::int, i / 7.0, '{\"a\": 1}' FROM generate_series(1, 2000) i;"
                + "INSERT INTO orders (id, total) VALUES (0, 1000)");
        Files.writeString(folder.resolve("visits.csv"), "id,day\n1,2026-01-01\n2,2026-01-02\n");
        definitions("{ every: 1 hour, overlap: 2 days }");
    }

    private void definitions(String extract) throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), """
                name: Copied
                time_zone: Europe/Paris
                datasets:
                  - { name: orders, source: warehouse.public.orders, time: at, extract: %s }
                  - { name: shops, source: warehouse.public.shops }
                  - { name: visits, source: visits.csv, time: day }
                relationships:
                  - { from: orders, to: shops, columns: { shop: id } }
                metrics:
                  - { name: revenue, expression: sum(orders.total) }
                  - { name: weight, expression: sum(orders.weight) }
                  - { name: odd, expression: sum(orders.odd) }
                  - { name: paid, expression: count(orders.id) filter (where orders.paid) }
                  - { name: visits, expression: count(visits.id) }
                  - { name: revenue_per_visit, expression: revenue / visits }
                connections:
                  warehouse: { engine: postgres, url: "jdbc:postgresql://localhost:%d/postgres", user: postgres }
                """.formatted(extract, server.getPort()));
    }

    private static void sql(String text) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private String ask(String... question) {
        String[] all = new String[question.length + 5];
        all[0] = "query";
        System.arraycopy(question, 0, all, 1, question.length);
        System.arraycopy(new String[] {"--as-of", "2026-12-31", "--format", "csv"}, 0, all, question.length + 1, 4);
        Cli cli = Cli.run(folder, all);
        assertThat(cli.exit()).as(cli.err()).isZero();
        return cli.out();
    }

    private String refresh() {
        Cli cli = Cli.run(folder, "extract", "orders");
        assertThat(cli.exit()).as(cli.err()).isZero();
        return cli.out();
    }

    @Test
    void aCopyAnswersAsTheServerDid() {
        String[] questions = {"revenue,weight,paid", "revenue", "weight"};
        String[] by = {"time.month", "orders.note", "time.week"};
        String[] before = new String[questions.length];
        for (int i = 0; i < questions.length; i++) {
            before[i] = ask(questions[i], "--by", by[i]);
        }
        assertThat(refresh()).isEqualTo("orders: months read 3, kept 0\n");
        for (int i = 0; i < questions.length; i++) {
            assertThat(ask(questions[i], "--by", by[i])).as(questions[i]).isEqualTo(before[i]);
        }
        assertThat(Cli.run(folder, "sql", "revenue").out()).contains(".bellwether/extracts/orders/1/*.parquet");
    }

    @Test
    void aRefreshBringsWhatIsNewAndNothingElse() throws SQLException, IOException {
        refresh();
        sql("UPDATE orders SET total = 500 WHERE id IN (1, 1999); DELETE FROM orders WHERE id = 2000;"
                + "INSERT INTO orders (id, at, total) VALUES (3000, '2026-03-26 10:00:00+00', 7), (3001, NULL, 8)");
        assertThat(refresh()).isEqualTo("orders: months read 1, kept 2\n");
        // 1 to 2000 over 100 is 20010; 19.99 became 500 and 20 went within the overlap, 7 came; 0.01 changed before it.
        // What has no time is 1000, and 8 came.
        assertThat(ask("revenue")).isEqualTo("revenue\n%s\n".formatted("21485.01"));
        Cli full = Cli.run(folder, "extract", "orders", "--full");
        assertThat(full.out()).isEqualTo("orders: months read 3, kept 0\n");
        assertThat(ask("revenue")).isEqualTo("revenue\n%s\n".formatted("21985.00"));
        try (var left = Files.list(folder.resolve(".bellwether/extracts/orders"))) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("2", "3", "current", "lock");
        }
    }

    @Test
    void whatIsOnlyPartlyHereIsReadThere() {
        String there = ask("revenue", "--by", "city");
        refresh();
        assertThat(ask("revenue", "--by", "city")).isEqualTo(there);
        assertThat(Cli.run(folder, "sql", "revenue", "--by", "city").out()).doesNotContain(".parquet");
    }

    @Test
    void aCopyMeetsFiles() {
        assertThat(Cli.run(folder, "query", "revenue_per_visit").err()).contains("D373");
        refresh();
        assertThat(ask("revenue_per_visit")).startsWith("revenue_per_visit\n10505");
    }

    @Test
    void theDefinitionsSayWhatIsDue() throws IOException {
        Cli status = Cli.run(folder, "status");
        assertThat(status.err())
                .contains("S426  warning: the extract of orders is not there yet", "run bellwether refresh");
        assertThat(Cli.run(folder, "refresh").out()).isEqualTo("orders: months read 3, kept 0\n");
        assertThat(Cli.run(folder, "refresh").out()).isEqualTo("Nothing is due.\n");
        assertThat(Cli.run(folder, "status").err()).doesNotContain("S42");
        definitions("{ every: 1 s, overlap: 2 days }");
        Path current = folder.resolve(".bellwether/extracts/orders/current");
        String text = Files.readString(current)
                .replaceFirst("\n20\\d\\d-\\d\\d-\\d\\dT[^\n]*Z\n", "\n2026-01-01T00:00:00Z\n");
        Files.writeString(current, text);
        assertThat(Cli.run(folder, "status").err()).contains("S427  warning: the extract of orders is out of date");
        assertThat(Cli.run(folder, "refresh").out()).isEqualTo("orders: months read 1, kept 2\n");
    }

    @Test
    void aValueThatWouldLoseDigitsStopsTheCopyAndLeavesTheOldOne() throws SQLException {
        refresh();
        sql("INSERT INTO orders (id, at, odd) VALUES (4000, '2026-03-25', 0.12345678901)");
        Cli cli = Cli.run(folder, "extract", "orders");
        assertThat(cli.exit()).isEqualTo(3);
        assertThat(cli.err())
                .contains("E606", "odd holds 0.12345678901", "cast")
                .doesNotContain("\tat ");
        assertThat(ask("odd")).isEqualTo("odd\n1000.0000000000\n");
    }

    @Test
    void wrongUseIsSaidWithItsPlace() throws IOException {
        definitions("yes");
        assertThat(Cli.run(folder, "check").out()).contains("D308", "\"extract\" is true or false, not \"yes\"");
        definitions("{ every: soon, keep: 3 }");
        assertThat(Cli.run(folder, "check").out()).contains("D318", "\"soon\" is not a length", "D302", "keep");
        definitions("[1]");
        assertThat(Cli.run(folder, "check").out()).contains("D303", "an extract is a block of keys");
    }
}
