package io.bellwether.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.Connection;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.EngineKind;
import io.bellwether.core.expression.Type;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.jdbc.JdbcEngine;
import io.bellwether.engine.jdbc.Secrets;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a real PostgreSQL that the test starts. */
class PostgresEngineTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static EmbeddedPostgres server;
    private static Connection connection;
    private static JdbcEngine engine;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        try (java.sql.Connection admin = server.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("CREATE SCHEMA shop");
            statement.execute("""
                    CREATE TABLE shop.orders (id bigint, code int, region text, total numeric(12, 2), weight real, paid boolean,
                      on_day date, at timestamp, seen timestamptz, note json, tag uuid)""");
            statement.execute("""
                    INSERT INTO shop.orders VALUES
                      (1, 7, 'north', 10.10, 0.5, true, '2025-03-30', '2025-03-30 02:30', '2025-03-30 02:30+00', '{}', null),
                      (2, 7, null, 0.20, 1.5, false, '2025-03-31', '2025-03-31 00:00', '2025-03-31 00:00+02', null, null),
                      (3, 8, 'south', null, null, null, null, null, null, null, null)""");
            statement.execute("CREATE TABLE shop.closed (id int)");
            statement.execute("CREATE ROLE reader LOGIN");
            statement.execute("GRANT USAGE ON SCHEMA shop TO reader");
            statement.execute("GRANT SELECT ON shop.orders TO reader");
            statement.execute("GRANT CREATE ON SCHEMA shop TO reader");
        }
        connection = connection("reader", "", null);
        engine = engine(connection);
    }

    private static Connection connection(String user, String more, @Nullable String password) {
        String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres" + more;
        return new Connection("warehouse", EngineKind.POSTGRES, url, user, password);
    }

    private static JdbcEngine engine(Connection connection) {
        Map<String, String> variables = Map.of("PG_PASSWORD", "hunter2", "PG_HOST", "localhost");
        return new JdbcEngine(connection, new PostgresServer(), new Secrets(variables, Path.of("")));
    }

    @AfterAll
    static void stop() throws IOException {
        engine.close();
        server.close();
    }

    private static DataSource.Table table(String name) {
        return new DataSource.Table(connection, name);
    }

    private static List<List<@Nullable Object>> rows(String sql) {
        return engine.run(new SqlStatement(sql, List.of()), Deadline.in(LONG)).rows();
    }

    private static EngineException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return catchThrowableOfType(EngineException.class, work);
    }

    @Test
    void describesTables() {
        assertThat(engine.describe(table("shop.orders")).columns())
                .containsExactly(
                        new Column("id", Type.INTEGER),
                        new Column("code", Type.INTEGER),
                        new Column("region", Type.TEXT),
                        new Column("total", Type.DECIMAL),
                        new Column("weight", Type.DOUBLE),
                        new Column("paid", Type.BOOLEAN),
                        new Column("on_day", Type.DATE),
                        new Column("at", Type.TIMESTAMP),
                        new Column("seen", Type.TIMESTAMP_TZ),
                        new Column("note", Type.OTHER),
                        new Column("tag", Type.TEXT));
    }

    @Test
    void describesQueries() {
        DataSource query =
                new DataSource.Query(connection, "select code, count(*) as n from shop.orders group by 1 -- all");
        assertThat(engine.describe(query).columns())
                .containsExactly(new Column("code", Type.INTEGER), new Column("n", Type.INTEGER));
        assertThat(rows("SELECT max(n) FROM " + engine.relation(query) + " AS q"))
                .containsExactly(List.of(2L));
    }

    @Test
    void valuesAreExact() {
        assertThat(
                        rows(
                                "SELECT id, (SELECT sum(total) FROM shop.orders), paid, on_day, at, seen FROM shop.orders WHERE id = 1"))
                .containsExactly(List.of(
                        1L,
                        new BigDecimal("10.30"),
                        true,
                        LocalDate.of(2025, 3, 30),
                        LocalDateTime.of(2025, 3, 30, 2, 30),
                        Instant.parse("2025-03-30T02:30:00Z")));
    }

    @Test
    void findsKeysThatRepeat() {
        assertThat(engine.keyCheck(table("shop.orders"), List.of("id"), Deadline.in(LONG))
                        .isUnique())
                .isTrue();
        assertThat(engine.keyCheck(table("shop.orders"), List.of("code"), Deadline.in(LONG))
                        .example())
                .isEqualTo("7");
        assertThat(engine.keyCheck(table("shop.orders"), List.of("region"), Deadline.in(LONG))
                        .isUnique())
                .as("NULL is no key")
                .isTrue();
    }

    @Test
    void mountingTakesNothing() {
        engine.mount(table("shop.orders"), Set.of("id"), Deadline.in(LONG));
        assertThat(engine.relation(table("shop.or\"ders"))).isEqualTo("\"shop\".\"or\"\"ders\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE shop.mine (id int) | E605 | read-only transaction",
                "SELECT * FROM shop.nothing | S421 | relation \"shop.nothing\" does not exist",
                "SELECT * FROM shop.closed | S422 | permission denied for table closed",
                "SELECT 1 / 0 | E606 | division by zero",
                "SELECT 2147483647::int + 1 | E606 | integer out of range",
                "SELECT nothing FROM shop.orders | E605 | column \"nothing\" does not exist"
            })
    void problemsHaveACodeAndNoTrace(String sql, String code, String text) {
        EngineException failure = failure(() -> rows(sql));
        assertThat(failure.diagnostic().code()).isEqualTo(code);
        assertThat(failure.diagnostic().message()).contains(text).doesNotContain("\n", "org.postgresql");
    }

    @Test
    void nobodyCanTurnReadOnlyOff() {
        String sql = "SELECT set_config('transaction_read_only', 'off', false)";
        failure(() -> rows(sql));
        assertThat(failure(() -> rows("CREATE TABLE shop.mine (id int)"))).isNotNull();
    }

    @Test
    void aBadQueryIsTheSourcesFault() {
        DataSource query = new DataSource.Query(connection, "select nothing from shop.orders");
        assertThat(failure(() -> engine.describe(query)).diagnostic().code()).isEqualTo("S423");
    }

    @Test
    void stopsAtTheDeadline() {
        SqlStatement slow = new SqlStatement("SELECT pg_sleep(600)", List.of());
        EngineException failure = failure(() -> engine.run(slow, Deadline.in(Duration.ofMillis(300))));
        assertThat(failure.diagnostic().code()).isEqualTo("E601");
        assertThat(
                        rows(
                                "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(600)%' AND state = 'active'"))
                .as("the server has stopped, too")
                .containsExactly(List.of(0L));
    }

    @Test
    void stopsWhenCancelled() {
        Deadline deadline = Deadline.none();
        var running = CompletableFuture.supplyAsync(() ->
                failure(() -> engine.run(new SqlStatement("SELECT pg_sleep(601)", List.of()), deadline)));
        while (rows("SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(601)%' AND state = 'active'")
                .isEmpty()) {
            Thread.onSpinWait();
        }
        deadline.cancel();
        assertThat(running.join().diagnostic().code()).isEqualTo("E602");
    }

    @Test
    void saysWhyItCannotConnect() {
        JdbcEngine stranger = engine(connection("stranger", "", "${env:PG_PASSWORD}"));
        EngineException refused = failure(() -> stranger.describe(table("shop.orders")));
        assertThat(refused.diagnostic().code()).isEqualTo("E612");
        assertThat(refused.diagnostic().message()).contains("role \"stranger\" does not exist");
        JdbcEngine nowhere =
                engine(new Connection("warehouse", EngineKind.POSTGRES, "jdbc:postgresql://localhost:1/x", null, null));
        assertThat(failure(() -> nowhere.describe(table("shop.orders")))
                        .diagnostic()
                        .code())
                .isEqualTo("E611");
        JdbcEngine unknown = engine(connection("reader", "", "${env:NOT_SET}"));
        assertThat(failure(() -> unknown.describe(table("shop.orders")))
                        .diagnostic()
                        .code())
                .isEqualTo("E614");
    }

    @Test
    void secretsAreFilledInAndCovered() {
        String url = "jdbc:postgresql://${env:PG_HOST}:" + server.getPort() + "/${env:PG_PASSWORD}";
        JdbcEngine wrong = engine(new Connection("warehouse", EngineKind.POSTGRES, url, "reader", null));
        EngineException failure = failure(() -> wrong.describe(table("shop.orders")));
        assertThat(failure.diagnostic().message()).contains("database \"***\"").doesNotContain("hunter2");
        assertThat(failure.getCause()).isNull();
    }
}
