package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.extract.Extracts;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An extract of a server's table while the table changes under it: after each refresh it answers as the server does. What the
 * server holds is known from the statements that the test wrote.
 */
abstract class ExtractChanges {
    @TempDir
    Path folder;

    /** Runs statements there. */
    abstract void sql(String... statements) throws SQLException;

    /** The connection's block in the workspace. */
    abstract String connection();

    /** The table as a source names it. */
    abstract String table();

    Map<String, String> environment() throws Exception {
        return Map.of();
    }

    @BeforeEach
    void fill() throws IOException, SQLException {
        sql("DROP TABLE IF EXISTS sales", "CREATE TABLE sales (day date, at timestamp(6) NULL, amount decimal(10, 2))");
        for (int month = 1; month <= 3; month++) {
            sql("INSERT INTO sales VALUES ('2026-0%1$d-01', '2026-0%1$d-01 00:00:00', 1.25),".formatted(month)
                    + " ('2026-0%1$d-03', '2026-0%1$d-03 00:00:00', 2.50)".formatted(month));
        }
        write("2 days", "UTC", "");
    }

    private void write(String overlap, String zone, String more) throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), """
                name: Changing
                time_zone: %s
                connections: { far: %s }
                datasets:
                  - name: sales
                    source: far.%s
                    time: day
                    hide_columns: true
                    fields: [ { name: day, expression: day }, { name: amount, expression: amount } %s ]
                    extract: { overlap: %s }
                metrics:
                  - { name: revenue, expression: sum(sales.amount) }
                  - { name: n, expression: count(sales.day) }
                """.formatted(zone, connection(), table(), more, overlap));
    }

    private Bellwether open() throws Exception {
        return Bellwether.open(new WorkspaceFolder(folder, List.of()), environment());
    }

    /** What the refresh says, and then what the extract answers. */
    private List<String> refreshed(String... metrics) throws Exception {
        try (Bellwether bellwether = open()) {
            List<String> said = new ArrayList<>(List.of(refresh(bellwether)));
            Catalog catalog = bellwether.loader().load(1).good();
            assertThat(bellwether.extracts().in(catalog)).isNotSameAs(catalog);
            var question = new QuestionText(List.of(metrics), List.of(), null, null, null, List.of(), List.of(), null);
            AsOf asOf = AsOf.date(LocalDate.of(2026, 12, 31));
            bellwether
                    .queries()
                    .answer(catalog, question, asOf, Deadline.none())
                    .table()
                    .rows()
                    .getFirst()
                    .forEach(value -> said.add(String.valueOf(value)));
            return said;
        }
    }

    private static String refresh(Bellwether bellwether) {
        Catalog catalog = bellwether.loader().load(1).good();
        var sales = catalog.dataset("sales").orElseThrow();
        return bellwether
                .extracts()
                .refresh(
                        sales,
                        catalog.workspace().calendar(),
                        Extracts.Manner.of(sales),
                        Instant.EPOCH,
                        Deadline.none())
                .text();
    }

    private static final String ALL = "sales: months read 3, kept 0";
    private static final String LAST = "sales: months read 1, kept 2";

    @Test
    void rowsOnTheWatermarkAndWithinTheOverlapCountOnce() throws Exception {
        assertThat(refreshed("n", "revenue")).containsExactly(ALL, "6", "11.25");
        assertThat(refreshed("n", "revenue")).containsExactly(LAST, "6", "11.25");
        sql("INSERT INTO sales VALUES ('2026-03-03', NULL, 1), ('2026-03-01', NULL, 1), ('2026-03-02', NULL, 1)");
        assertThat(refreshed("n", "revenue")).containsExactly(LAST, "9", "14.25");
        write("1 day", "UTC", "");
        sql("INSERT INTO sales VALUES ('2026-03-03', NULL, 1), ('2026-03-02', NULL, 1), ('2026-03-01', NULL, 1)");
        // The last is older than the overlap: only a full refresh sees it.
        assertThat(refreshed("n", "revenue")).containsExactly(LAST, "11", "16.25");
    }

    @Test
    void rowsThatWentFromTheOverlapGoAndTheMonthsBeforeStay() throws Exception {
        refreshed("n");
        sql("DELETE FROM sales WHERE day >= '2026-03-01'");
        assertThat(refreshed("n", "revenue").subList(1, 3)).containsExactly("4", "7.50");
        sql("INSERT INTO sales VALUES ('2026-04-01', NULL, 1)");
        assertThat(refreshed("n", "revenue").subList(1, 3)).containsExactly("5", "8.50");
    }

    @Test
    void aTableWithoutRows() throws Exception {
        sql("DELETE FROM sales");
        assertThat(refreshed("n", "revenue").subList(1, 3)).containsExactly("0", "null");
        sql("INSERT INTO sales VALUES (NULL, NULL, 7), ('2026-03-03', NULL, 1)");
        assertThat(refreshed("n", "revenue").subList(1, 3)).containsExactly("1", "8.00");
    }

    @Test
    void aColumnThatCameIsThereForAllMonths() throws Exception {
        refreshed("n");
        sql("ALTER TABLE sales ADD COLUMN tax decimal(10, 2) DEFAULT 0.50");
        assertThat(refreshed("n").get(1)).isEqualTo("6");
        write("2 days", "UTC", ", { name: tax, expression: tax }");
        Files.writeString(folder.resolve("more.yml"), "metrics: [ { name: taxes, expression: sum(sales.tax) } ]\n");
        assertThat(refreshed("taxes").get(1)).isEqualTo("3.00");
    }

    @Test
    void aColumnOfAnotherTypeKeepsItsDigits() throws Exception {
        refreshed("n");
        sql(alter("amount", "decimal(14, 4)"), "INSERT INTO sales VALUES ('2026-03-03', NULL, 0.1234)");
        assertThat(refreshed("revenue").get(1)).isEqualTo("11.3734");
        sql(alter("amount", "double precision"), "INSERT INTO sales VALUES ('2026-03-03', NULL, 0.5)");
        assertThat(Double.parseDouble(refreshed("revenue").get(1))).isEqualTo(11.8734);
    }

    abstract String alter(String column, String type);

    @Test
    void aColumnThatWentIsAProblemAndTheCopyStays() throws Exception {
        refreshed("n");
        sql("ALTER TABLE sales DROP COLUMN at");
        assertThat(refreshed("n", "revenue").subList(1, 3)).containsExactly("6", "11.25");
        sql("ALTER TABLE sales DROP COLUMN amount");
        try (Bellwether bellwether = open()) {
            assertThat(bellwether.loader().load(1).problems())
                    .anyMatch(problem -> problem.isError() && problem.message().contains("amount"));
        }
    }

    @Test
    void monthsOfAnotherTimeZoneAreReadAgain() throws Exception {
        refreshed("n");
        write("2 days", "Asia/Tokyo", "");
        assertThat(refreshed("n", "revenue")).containsExactly(ALL, "6", "11.25");
        assertThat(refreshed("n", "revenue")).containsExactly(LAST, "6", "11.25");
    }

    @Test
    void twoRefreshesAtOnceTakeTurns() throws Exception {
        try (Bellwether one = open();
                Bellwether other = open()) {
            List<CompletableFuture<String>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Bellwether mine = i % 2 == 0 ? one : other;
                all.add(CompletableFuture.supplyAsync(() -> refresh(mine), Thread::startVirtualThread));
            }
            assertThat(all.stream().map(CompletableFuture::join))
                    .containsOnlyOnce(ALL)
                    .contains(LAST);
        }
        assertThat(refreshed("n", "revenue")).containsExactly(LAST, "6", "11.25");
        try (var left = Files.list(folder.resolve(".bellwether/extracts/sales"))) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("6", "7", "current", "lock");
        }
    }
}
