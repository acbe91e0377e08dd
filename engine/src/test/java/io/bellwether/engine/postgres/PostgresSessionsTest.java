package io.bellwether.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.catalog.Connection;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.EngineKind;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.jdbc.JdbcEngine;
import io.bellwether.engine.jdbc.Secrets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions on a real PostgreSQL: shared by many, ended by deadlines, lost by restarts, and never able to write. */
@Timeout(120)
class PostgresSessionsTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'advisory'";

    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private static EmbeddedPostgres server;
    private JdbcEngine engine;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        admin("CREATE TABLE kept (id int); CREATE SEQUENCE numbers; CREATE FUNCTION wrote() RETURNS int LANGUAGE sql"
                + " VOLATILE AS 'INSERT INTO kept VALUES (1) RETURNING id'");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void open() {
        engine = engine(server.getPort());
    }

    @AfterEach
    void close() {
        askers.shutdownNow();
        engine.close();
    }

    /** As the owner of everything, so that nothing but the session keeps it from writing. */
    private static JdbcEngine engine(int port) {
        String url = "jdbc:postgresql://localhost:" + port + "/postgres";
        Connection connection = new Connection("warehouse", EngineKind.POSTGRES, url, "postgres", null);
        return new JdbcEngine(connection, new PostgresServer(), new Secrets(Map.of(), Path.of("")));
    }

    private List<List<@Nullable Object>> rows(String sql) {
        return rows(sql, Deadline.in(LONG));
    }

    private List<List<@Nullable Object>> rows(String sql, Deadline deadline) {
        return engine.run(new SqlStatement(sql, List.of()), deadline).rows();
    }

    private static String failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(EngineException.class, work).diagnostic().code();
    }

    /** Whether it is refused does not matter, but what it leaves behind. */
    private void tried(String sql) {
        try {
            rows(sql);
        } catch (EngineException refused) {
            assertThat(refused.diagnostic().code()).startsWith("E6");
        }
    }

    private static void admin(String sql) throws SQLException {
        try (java.sql.Connection admin = server.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void await(Statement watcher, String sql, long number) throws SQLException {
        while (number(watcher, sql) != number) {
            Thread.onSpinWait();
        }
    }

    @Test
    void moreQuestionsThanSessionsAllAnswer() throws SQLException {
        try (java.sql.Connection admin = server.getPostgresDatabase().getConnection();
                Statement gate = admin.createStatement()) {
            gate.execute("SELECT pg_advisory_lock(1)");
            List<CompletableFuture<List<List<@Nullable Object>>>> asked = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                long id = i;
                asked.add(CompletableFuture.supplyAsync(
                        () -> rows("SELECT " + id + "::bigint FROM (SELECT pg_advisory_xact_lock_shared(1)) AS gate"),
                        askers));
            }
            await(gate, WAITING, 8); // as many as there are sessions; the others wait here, not there
            gate.execute("SELECT pg_advisory_unlock(1)");
            for (int i = 0; i < asked.size(); i++) {
                assertThat(asked.get(i).join()).containsExactly(List.of((long) i));
            }
            assertThat(number(gate, "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'bellwether'"))
                    .isLessThanOrEqualTo(8);
        }
    }

    @Test
    void whoFindsNoSessionInTimeIsToldSoAndOthersGoOn() throws SQLException {
        try (java.sql.Connection admin = server.getPostgresDatabase().getConnection();
                Statement gate = admin.createStatement()) {
            gate.execute("SELECT pg_advisory_lock(1)");
            List<CompletableFuture<List<List<@Nullable Object>>>> asked = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                asked.add(CompletableFuture.supplyAsync(
                        () -> rows("SELECT 1 FROM (SELECT pg_advisory_xact_lock_shared(1)) AS gate"), askers));
            }
            await(gate, WAITING, 8);
            assertThat(failure(() -> rows("SELECT 1", Deadline.in(Duration.ofMillis(100)))))
                    .isEqualTo("E616");
            Deadline gone = Deadline.none();
            var late = CompletableFuture.supplyAsync(() -> failure(() -> rows("SELECT 1", gone)), askers);
            gone.cancel();
            assertThat(late.join()).isEqualTo("E602");
            gate.execute("SELECT pg_advisory_unlock(1)");
            assertThat(asked).allSatisfy(one -> assertThat(one.join()).hasSize(1));
            assertThat(rows("SELECT 1")).hasSize(1);
        }
    }

    @Test
    void whatIsOverItsDeadlineIsStoppedThereAndItsSessionIsUsedAgain() {
        long session = pid();
        for (int i = 0; i < 5; i++) {
            assertThat(failure(() -> rows("SELECT pg_sleep(600)", Deadline.in(Duration.ofMillis(50)))))
                    .isEqualTo("E601");
            assertThat(rows("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%(600)'"))
                    .containsExactly(List.of(0L));
        }
        assertThat(pid()).isEqualTo(session);
    }

    private long pid() {
        return (long) rows("SELECT pg_backend_pid()::bigint").getFirst().getFirst();
    }

    @Test
    void aCancelNeverHitsTheNextQuestion() {
        for (int i = 0; i < 200; i++) {
            Deadline deadline = Deadline.none();
            var asked = CompletableFuture.supplyAsync(
                    () -> catchThrowableOfType(EngineException.class, () -> rows("SELECT pg_sleep(0.02)", deadline)),
                    askers);
            deadline.cancel();
            asked.join();
            assertThat(rows("SELECT " + i)).hasSize(1);
        }
    }

    @Test
    void aServerThatWasStartedAnewAnswersTheNextQuestion(@TempDir Path home) throws IOException {
        int port;
        try (EmbeddedPostgres first = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("data"))
                .setCleanDataDirectory(false)
                .start()) {
            port = first.getPort();
            engine.close();
            engine = engine(port);
            assertThat(rows("SELECT 1")).hasSize(1);
        }
        assertThat(failure(() -> rows("SELECT 1"))).as("while it is away").isEqualTo("E611");
        try (EmbeddedPostgres second = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("data"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start()) {
            assertThat(rows("SELECT 1")).hasSize(1);
        }
    }

    @Test
    void sessionsThatTheServerEndedAreReplaced() throws SQLException {
        rows("SELECT 1");
        admin("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bellwether'");
        assertThat(rows("SELECT 1")).hasSize(1);
        admin("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bellwether'");
        List<Object> streamed = new ArrayList<>();
        engine.stream(new SqlStatement("SELECT generate_series(1, 3)", List.of("n")), Deadline.in(LONG), rows -> {
            try {
                while (rows.next()) {
                    streamed.add(rows.value(0));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(streamed).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aSessionThatEndsInTheMiddleOfItsRowsIsAProblemNotAShorterAnswer() {
        String sql = "SELECT i, pg_terminate_backend(CASE WHEN i = 90000 THEN pg_backend_pid() END)"
                + " FROM generate_series(1, 100000) AS i";
        assertThat(failure(() ->
                        engine.stream(new SqlStatement(sql, List.of("i", "ended")), Deadline.in(LONG), rows -> {
                            try {
                                while (rows.next()) {
                                    rows.value(0);
                                }
                            } catch (SQLException e) {
                                throw new io.bellwether.engine.RowStream.Broken(e);
                            }
                        })))
                .isEqualTo("E611");
        assertThat(failure(() -> rows(sql))).isEqualTo("E611");
        assertThat(rows("SELECT 1")).hasSize(1);
    }

    @Test
    void aServerThatDoesNotAnswerAnyMoreIsGivenUp() throws IOException {
        try (DeafProxy proxy = new DeafProxy(server.getPort())) {
            engine.close();
            engine = engine(proxy.port());
            rows("SELECT 1");
            proxy.countAnew();
            Deadline deadline = Deadline.none();
            var asked = CompletableFuture.supplyAsync(
                    () -> failure(() -> rows("SELECT 1 FROM pg_sleep(600)", deadline)), askers);
            proxy.awaitMore();
            proxy.deafen();
            deadline.cancel();
            assertThat(asked.join()).isEqualTo("E602");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WITH w AS (INSERT INTO kept VALUES (1) RETURNING id) SELECT id FROM w",
                "WITH w AS (DELETE FROM kept RETURNING id) SELECT id FROM w",
                "SELECT id FROM kept FOR UPDATE",
                "SELECT nextval('numbers')",
                "SELECT setval('numbers', 7)",
                "SELECT id INTO stolen FROM kept",
                "CREATE TABLE mine AS SELECT 1",
                "COPY kept FROM '/etc/hostname'",
                "SELECT wrote()",
                "SELECT lo_create(0)",
                "SELECT set_config('transaction_read_only', 'off', true)",
                "EXPLAIN ANALYZE INSERT INTO kept VALUES (1)",
                "DO $$ BEGIN INSERT INTO kept VALUES (1); END $$",
            })
    void nothingCanWrite(String sql) {
        assertThat(failure(() -> rows(sql))).isEqualTo("E605");
        // A query of a source stands in parentheses, and what closes them is no query any more.
        for (String query : List.of(sql, "select 1) AS x; " + sql + "; SELECT * FROM (select 1")) {
            DataSource source =
                    new DataSource.Query(new Connection("warehouse", EngineKind.POSTGRES, "", null, null), query);
            tried("SELECT count(*) FROM " + engine.relation(source) + " AS q");
        }
        assertThat(rows("SELECT count(*) FROM kept")).containsExactly(List.of(0L));
        assertThat(rows("SELECT is_called FROM numbers")).containsExactly(List.of(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT set_config('default_transaction_read_only', 'off', false)",
                "SELECT set_config('session_authorization', 'postgres', false)",
                "SELECT set_config('transaction_isolation', 'serializable', false)",
                "SELECT set_config('TimeZone', 'Asia/Tokyo', false)",
                "SELECT set_config('search_path', 'pg_catalog', false)",
                "SELECT set_config('statement_timeout', '1', false)",
            })
    void whatOneStatementSetsIsGoneForTheNext(String sql) {
        String settings = "SELECT current_setting('default_transaction_read_only'), current_setting('TimeZone'),"
                + " current_setting('search_path'), current_setting('statement_timeout'), current_user::text,"
                + " current_setting('transaction_read_only'), current_setting('transaction_isolation')";
        var before = rows(settings);
        tried(sql);
        assertThat(rows(settings)).isEqualTo(before);
        assertThat(failure(() -> rows("WITH w AS (INSERT INTO kept VALUES (1) RETURNING id) SELECT id FROM w")))
                .isEqualTo("E605");
    }

    @Test
    void aPasswordThatWasChangedIsReadAnew(@TempDir Path folder) throws IOException, SQLException {
        Path secret = Files.writeString(folder.resolve("secret"), "postgres");
        String url = "jdbc:postgresql://localhost:" + server.getPort() + "/${file:secret}";
        Connection connection = new Connection("warehouse", EngineKind.POSTGRES, url, "postgres", null);
        admin("CREATE DATABASE other");
        try (JdbcEngine mine = new JdbcEngine(connection, new PostgresServer(), new Secrets(Map.of(), folder))) {
            var name = new SqlStatement("SELECT current_database()::text", List.of());
            assertThat(mine.run(name, Deadline.in(LONG)).rows()).containsExactly(List.of("postgres"));
            Files.writeString(secret, "other");
            admin("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bellwether'");
            assertThat(mine.run(name, Deadline.in(LONG)).rows()).containsExactly(List.of("other"));
        }
    }
}
