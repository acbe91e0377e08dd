package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.query.Answer;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server does not say that its rows have changed: for a while its answers are given again, and say so. */
class KeptAnswersTest {
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
    void fill() throws SQLException {
        sql("DROP TABLE IF EXISTS orders; CREATE TABLE orders (id int, day date);"
                + "INSERT INTO orders VALUES (1, '2026-01-05')");
    }

    private static void sql(String text) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private Bellwether open(String keep) throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), """
                name: Kept
                datasets:
                  - { name: orders, source: warehouse.public.orders, time: day }
                metrics:
                  - { name: orders, expression: count(orders.id) }
                connections:
                  warehouse: { engine: postgres, url: "jdbc:postgresql://localhost:%d/postgres", user: postgres%s }
                """.formatted(server.getPort(), keep));
        return Bellwether.open(new WorkspaceFolder(folder, List.of()));
    }

    private static Answer ask(Bellwether bellwether) {
        var question = new QuestionText(List.of("orders"), List.of(), null, null, null, List.of(), List.of(), null);
        var asOf = AsOf.date(LocalDate.of(2026, 6, 30));
        return bellwether.queries().answer(bellwether.loader().load(1).good(), question, asOf, Deadline.none());
    }

    private static Object count(Answer answer) {
        return answer.table().rows().getFirst().getFirst();
    }

    @Test
    void anAnswerIsGivenAgainAndSaysHowOldItIs() throws IOException, SQLException {
        try (Bellwether bellwether = open("")) {
            assertThat(ask(bellwether).notes()).as("it was read just now").isEmpty();
            sql("INSERT INTO orders VALUES (2, '2026-01-06')");
            Answer again = ask(bellwether);
            assertThat(count(again)).isEqualTo(1L);
            assertThat(again.notes())
                    .singleElement()
                    .asString()
                    .matches("warehouse: as it was \\d+ s ago; answers are kept for 1 min");
        }
    }

    @Test
    void whoWantsNoneOfThisSaysSo() throws IOException, SQLException {
        try (Bellwether bellwether = open(", keep_answers: 0")) {
            ask(bellwether);
            sql("INSERT INTO orders VALUES (2, '2026-01-06')");
            assertThat(count(ask(bellwether))).isEqualTo(2L);
            assertThat(ask(bellwether).notes()).isEmpty();
        }
    }

    @Test
    void wrongUseIsSaidWithItsPlace() throws IOException {
        open(", keep_answers: 3 months").close();
        assertThat(Cli.run(folder, "check").out()).contains("D336", "for a day at most");
        open(", keep_answers: soon").close();
        assertThat(Cli.run(folder, "check").out()).contains("D318", "is not a length of time");
    }
}
