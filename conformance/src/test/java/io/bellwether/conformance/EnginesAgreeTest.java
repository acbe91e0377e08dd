package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bellwether.conformance.NastyEngine.Answer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.LongStream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same random expressions over the same nasty rows, asked of a Parquet file, a PostgreSQL and, where it is installed, a
 * MariaDB: what is answered by two of them is the same. {@code -Dbellwether.seed=100 -Dbellwether.seeds=500} asks others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EnginesAgreeTest {
    @TempDir
    static Path folder;

    private final List<NastyEngine> engines = new ArrayList<>();
    private final List<AutoCloseable> servers = new ArrayList<>();

    static LongStream seeds() {
        long first = Long.getLong("bellwether.seed", 1);
        return LongStream.range(first, first + Long.getLong("bellwether.seeds", 3));
    }

    @BeforeAll
    void start() throws Exception {
        Path file = folder.resolve("nasty.parquet");
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + NastyRows.select(Map.of(), false) + ") TO '" + file + "'");
        }
        engines.add(new NastyEngine("files", "../../nasty.parquet", "", Map.of()));
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        servers.add(postgres);
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE nasty AS " + NastyRows.select(Map.of("DOUBLE", "DOUBLE PRECISION"), false));
        }
        engines.add(new NastyEngine(
                "postgres",
                "server.public.nasty",
                "connections:\n  server: { engine: postgres, url: \"jdbc:postgresql://localhost:%d/postgres\", user: postgres }\n"
                        .formatted(postgres.getPort()),
                Map.of()));
        if (MariaDbProcess.isInstalled()) {
            startMariaDb();
        }
        startOthers();
    }

    /** What needs a profile of its own. */
    void startOthers() throws Exception {}

    final void add(NastyEngine engine, AutoCloseable server) {
        engines.add(engine);
        servers.add(server);
    }

    private void startMariaDb() throws Exception {
        Path home = Files.createDirectories(folder.resolve("mariadb"));
        MariaDbProcess mariaDb = MariaDbProcess.start(home);
        servers.add(mariaDb);
        try (Connection connection = DriverManager.getConnection(mariaDb.url("mysql"), "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE odd CHARACTER SET utf8mb4");
            statement.execute("SET NAMES utf8mb4");
            Map<String, String> types = Map.of(
                    "INTEGER", "SIGNED",
                    "BIGINT", "SIGNED",
                    "VARCHAR", "CHAR(40)",
                    "TIMESTAMP", "DATETIME(6)");
            statement.execute("CREATE TABLE odd.nasty AS " + NastyRows.select(types, true));
        }
        engines.add(new NastyEngine(
                "mariadb",
                "server.odd.nasty",
                "connections:\n  server: { engine: mariadb, url: \"%s\", user: root }\n"
                        .formatted(mariaDb.url("mysql")),
                MariaDbProcess.environment(home)));
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable server : servers) {
            server.close();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatTwoEnginesAnswerIsTheSame(long seed) throws Exception {
        RandomExpressions random = new RandomExpressions(seed);
        List<String> expressions = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            expressions.add(random.any());
        }
        new SameAnswers(engines, folder.resolve("seed" + seed)).ofFields(expressions);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aggregatesOfThemAreTheSame(long seed) throws Exception {
        RandomExpressions random = new RandomExpressions(-seed);
        List<String> fields = new ArrayList<>();
        List<String> metrics = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            RandomExpressions.Kind kind = random.kind();
            fields.add(random.of(kind, 1));
            metrics.add(random.aggregate(kind, "f" + i));
        }
        new SameAnswers(engines, folder.resolve("aggregates" + seed)).ofMetrics(fields, metrics);
    }

    /** What a person says that it is, at each engine. */
    @Test
    void valuesAreWhatTheyShouldBe() throws Exception {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("cast(round(cast(1.005 as double), 2) * 100 as integer)", 101L);
        expected.put("cast(round(cast(-2.5 as double)) as integer)", -3L);
        expected.put("cast(cast(1234567.005 as double) as decimal(12, 2)) * 100", new BigDecimal("123456701"));
        expected.put("substring('Kanne', id - 1)", "Kanne");
        expected.put("substring('Kanne', id - 2, 4)", "Ka");
        expected.put("left('Kanne', -2)", "Kan");
        expected.put("right('Kanne', -2)", "nne");
        expected.put("lpad('ab', 0 * id, '-')", "");
        expected.put("upper('Maß')", "MAß");
        expected.put("replace('Kanne', 'x', t)", "Kanne");
        expected.put("coalesce(try_cast('123.45-' as decimal(10, 2)), -1)", new BigDecimal("-1"));
        expected.put("coalesce(try_cast('a1' as integer), try_cast('1.5' as integer), try_cast(' 7 ' as integer))", 7L);
        expected.put(
                "coalesce(try_cast('2026-02-30' as date), try_cast('2026-02-28' as date))", LocalDate.of(2026, 2, 28));
        expected.put("cast('a1' as integer)", SameAnswers.REFUSED);
        expected.put("cast('123.45-' as decimal(10, 2))", SameAnswers.REFUSED);
        expected.put("cast('NaN' as double)", SameAnswers.REFUSED);
        expected.put("cast('2026-02-30' as date)", SameAnswers.REFUSED);
        expected.put("sqrt(-id)", SameAnswers.REFUSED);
        expected.put("ln(id - 1)", SameAnswers.REFUSED);
        expected.put("power(-8 * id, 0.5)", SameAnswers.REFUSED);
        expected.put("exp(1000 * id)", SameAnswers.REFUSED);
        expected.put("asin(2 * id)", SameAnswers.REFUSED);
        expected.put("9223372036854775807 + id", SameAnswers.REFUSED);
        new SameAnswers(engines, folder.resolve("values")).are(expected);
    }

    /** Its own bound for a list is a megabyte; there it would end without a word. */
    @Test
    void listsOfMariaDbAreWholeOrRefused() throws Exception {
        NastyEngine mariaDb = engines.stream()
                .filter(engine -> engine.name().equals("mariadb"))
                .findFirst()
                .orElse(null);
        assumeTrue(mariaDb != null, "no mariadbd here: install the package mariadb-server");
        assertThat(listed(mariaDb, 200_000)).isEqualTo(new Answer.Values(List.of(List.of(14 * 200_000L + 13))));
        assertThat(listed(mariaDb, 2_000_000))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo("E603"));
    }

    private static Answer listed(NastyEngine mariaDb, int letters) throws IOException {
        String query = "{ query: \"select repeat('x', %d) as t from odd.nasty\", on: server }".formatted(letters);
        NastyEngine wide = new NastyEngine("lists" + letters, query, mariaDb.connection(), mariaDb.environment());
        try (NastyEngine.Asked asked =
                wide.new Asked(folder.resolve("lists"), List.of(), List.of("length(listagg(nasty.t, ','))"))) {
            return asked.metric(0, null);
        }
    }
}
