package io.bellwether.conformance;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.LongStream;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
        return LongStream.range(first, first + Long.getLong("bellwether.seeds", 6));
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
}
