package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values that are infinite or not a number, in a Parquet file and in tables of a PostgreSQL: no question that uses their
 * column has an answer, however it uses it, and all others have theirs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoNumbersTest {
    private static final String ROWS = """
            (VALUES (1, DATE '2026-01-05', %1$s'NaN'%2$s, %1$s'2.5'%2$s), (2, DATE '2026-01-20', %1$s'1'%2$s, %1$s'-4'%2$s),
                    (3, DATE '2026-02-03', %1$s'-Infinity'%2$s, %1$s'0'%2$s), (4, DATE '2026-02-04', NULL, %1$s'9'%2$s))
            AS t (id, day, weight, height)
            """;

    private final EmbeddedPostgres server;

    @TempDir
    static Path folder;

    NoNumbersTest() throws IOException {
        server = EmbeddedPostgres.start();
    }

    @BeforeAll
    void load() throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE doubles AS SELECT * FROM " + ROWS.formatted("DOUBLE PRECISION ", ""));
            statement.execute("CREATE TABLE decimals AS SELECT * FROM " + ROWS.formatted("NUMERIC ", ""));
        }
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new java.util.Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * FROM " + ROWS.formatted("", "::DOUBLE") + ") TO '"
                    + folder.resolve("doubles.parquet") + "'");
        }
        for (String source : List.of("doubles.parquet", "server.public.doubles", "server.public.decimals")) {
            Files.writeString(
                    Files.createDirectories(folder.resolve(source + "-w")).resolve("bellwether.yml"),
                    """
                    name: Things
                    time_zone: UTC
                    connections:
                      server: { engine: postgres, url: "jdbc:postgresql://localhost:%d/postgres", user: postgres }
                    datasets:
                      - name: things
                        source: %s
                        time: day
                        primary_key: [id]
                        fields: [{ name: double_weight, expression: 2 * weight }, { name: heavy, expression: weight > 3 }]
                    metrics:
                      - { name: total, expression: sum(things.weight), unit: count, direction: up }
                      - { name: doubled, expression: sum(things.double_weight) / 2, unit: count, direction: up }
                      - { name: mean, expression: avg(things.weight), unit: count, direction: up }
                      - { name: least, expression: min(things.weight), unit: count, direction: up }
                      - { name: most, expression: max(things.weight), unit: count, direction: up }
                      - { name: middle, expression: median(things.weight), unit: count, direction: up }
                      - { name: known, expression: count(things.weight), unit: count, direction: up }
                      - { name: kinds, expression: count(distinct things.weight), unit: count, direction: up }
                      - { name: heavy, expression: count(*) filter (where things.heavy), unit: count, direction: up }
                      - { name: inverse, expression: sum(1 / things.weight), unit: count, direction: up }
                      - { name: no_less, expression: "sum(case when things.weight < 0 then 0 else 1 end)", unit: count, direction: up }
                      - { name: things, expression: count(*), unit: count, direction: up }
                      - { name: height, expression: sum(things.height), unit: count, direction: up }
                      - { name: root, expression: sum(sqrt(things.height)), unit: count, direction: up }
                      - { name: log, expression: sum(ln(things.height)), unit: count, direction: up }
                      - { name: huge, expression: "sum(power(things.height, 1000))", unit: count, direction: up }
                      - { name: odd_root, expression: "count(*) filter (where power(things.height, 0.3) > 1)", unit: count, direction: up }
                    objectives:
                      - { name: weigh, statement: Weigh, owner: a@example.com, timeframe: "2026" }
                    kpis:
                      - { name: weight, metric: total, objective: weigh, owner: a@example.com, cadence: monthly, target: { total: 1, by: 2026 } }
                      - { name: height, metric: height, objective: weigh, owner: a@example.com, cadence: monthly, target: { total: 1, by: 2026 } }
                    """.formatted(server.getPort(), source.endsWith("parquet") ? "../doubles.parquet" : source));
        }
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    private Cli query(String source, String... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of("query", "--allow-path", folder.toString()));
        all.addAll(List.of(arguments));
        return Cli.run(folder.resolve(source + "-w"), all.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"doubles.parquet", "server.public.doubles", "server.public.decimals"})
    void whatUsesTheColumnIsRefusedWithTheirCount(String source) {
        for (String metric : List.of(
                "total", "doubled", "mean", "least", "most", "middle", "known", "kinds", "heavy", "inverse",
                "no_less")) {
            for (List<String> how : List.of(List.<String>of(), List.of("--by", "time.month"))) {
                List<String> question = new java.util.ArrayList<>(how);
                question.addFirst(metric);
                Cli cli = query(source, question.toArray(String[]::new));
                assertThat(cli.exit()).as(question.toString()).isEqualTo(1);
                assertThat(cli.err())
                        .as(question.toString())
                        .contains(
                                "S433  things: column weight has 2 values that are infinite or not a number (NaN), one where id is 1");
            }
        }
        assertThat(query(source, "things", "--where", "weight > 0").err()).contains("S433");
        assertThat(query(source, "things", "--by", "weight").err()).contains("S433");
    }

    @ParameterizedTest
    @ValueSource(strings = {"doubles.parquet", "server.public.doubles", "server.public.decimals"})
    void whatDoesNotHasItsAnswer(String source) throws SQLException {
        assertThat(query(source, "things", "--format", "csv").out()).isEqualTo("things\n4\n");
        assertThat(query(source, "height", "--format", "csv").out()).startsWith("height\n7.5");
        Cli status = Cli.run(
                folder.resolve(source + "-w"), "status", "--as-of", "2026-03-01", "--allow-path", folder.toString());
        assertThat(status.out()).contains("column weight has 2 values that are infinite or not a number (NaN)", "7.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"doubles.parquet", "server.public.doubles", "server.public.decimals"})
    void whatHasNoResultIsAnErrorEverywhere(String source) {
        for (String metric : List.of("root", "log", "huge", "odd_root")) {
            assertThat(query(source, metric).err()).as(metric).contains("E606  a value does not fit");
        }
    }
}
