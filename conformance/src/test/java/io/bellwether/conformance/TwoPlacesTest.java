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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders in a PostgreSQL, visits in a file: what can be asked together, and what a person sees. */
class TwoPlacesTest {
    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE orders (id int, day date, total numeric(10, 2))");
            statement.execute(
                    "INSERT INTO orders VALUES (1, '2026-01-05', 10.10), (2, '2026-01-20', 0.20), (3, '2026-02-01', 1)");
        }
        write("visits.csv", "id,day\n1,2026-01-01\n2,2026-01-02\n3,2026-01-30\n4,2026-02-01\n");
        write("bellwether.yml", """
                name: Two places
                currency: EUR
                datasets:
                  - { name: orders, source: { query: "select * from orders -- all of them", on: warehouse }, time: day }
                  - { name: visits, source: visits.csv, time: day }
                metrics:
                  - { name: revenue, expression: sum(orders.total), unit: currency, direction: up }
                  - { name: visits, expression: count(visits.id), unit: count, direction: up }
                  - { name: revenue_per_visit, expression: revenue / nullif(visits, 0), unit: currency, direction: up }
                kpis:
                  - { name: revenue_2026, metric: revenue, owner: a@example.com, cadence: monthly, lifecycle: draft, target: { reach: 100, by: 2026 } }
                  - { name: visits_2026, metric: visits, owner: a@example.com, cadence: monthly, lifecycle: draft, target: { reach: 100, by: 2026 } }
                """ + connection(server.getPort()));
    }

    private static String connection(int port) {
        return "connections:\n  warehouse: { engine: postgres, url: \"jdbc:postgresql://localhost:%d/postgres\", user: postgres }\n"
                .formatted(port);
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void eachPlaceAnswersForItself() {
        assertThat(Cli.run(folder, "query", "revenue", "--by", "time.month", "--to", "2026-02-28", "--format", "csv")
                        .out())
                .isEqualTo("time.month,revenue\n2026-01-01,10.30\n2026-02-01,1.00\n");
        assertThat(Cli.run(folder, "query", "visits", "--to", "2026-02-28", "--format", "csv")
                        .out())
                .isEqualTo("visits\n4\n");
    }

    @Test
    void aScorecardShowsBoth() {
        Cli cli = Cli.run(folder, "status", "--as-of", "2026-02-28");
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("€11.30", "Visits 2026        4 ");
    }

    @Test
    void oneQuestionDoesNotReadBoth() {
        Cli cli = Cli.run(folder, "query", "revenue_per_visit");
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.err())
                .contains("D373  \"orders\" is on warehouse and \"visits\" is in files: one question cannot read both");
    }

    @Test
    void statementsAreShown() {
        assertThat(Cli.run(folder, "sql", "revenue").out())
                .contains("FROM (select * from orders -- all of them\n  ) AS \"orders\"");
    }

    @Test
    void aServerThatIsNotThereIsAProblemWithAPlace(@TempDir Path elsewhere) throws IOException {
        String definitions = Files.readString(folder.resolve("bellwether.yml"));
        Files.copy(folder.resolve("visits.csv"), elsewhere.resolve("visits.csv"));
        Files.writeString(
                elsewhere.resolve("bellwether.yml"), definitions.replace(":" + server.getPort() + "/", ":1/"));
        Cli cli = Cli.run(elsewhere, "check");
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.out() + cli.err())
                .contains("bellwether.yml:4:", "E611  warehouse (postgres) cannot be reached")
                .doesNotContain("Exception", "\tat ");
    }
}
