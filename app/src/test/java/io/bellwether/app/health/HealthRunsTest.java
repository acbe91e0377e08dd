package io.bellwether.app.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.page.DataHealthText;
import io.bellwether.app.store.Store;
import io.bellwether.app.store.StoreOnBoth;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.time.AsOf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Looks at data, kept in both kinds of store. */
class HealthRunsTest {
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final AsOf AS_OF = AsOf.date(LocalDate.parse("2026-11-22"));

    @TempDir
    Path folder;

    @BeforeEach
    void workspace() throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), """
                name: Shop
                datasets:
                  - { name: orders, source: orders.csv, time: day, expected_every: 1 day,
                      tests: [ { not_null: customer }, { sql: "id > 0", severity: warn } ] }
                  - { name: gone, source: gone.csv, tests: [ { not_null: id } ] }
                metrics: [ { name: n, expression: count(orders.id), unit: count, direction: up } ]
                objectives: [ { name: grow, statement: Grow } ]
                kpis:
                  - { name: many, metric: n, objective: grow, owner: maria@example.com, cadence: monthly, target: { total: 9, by: 2026 } }
                """);
        orders("1,2026-11-21,a\n");
        Files.writeString(folder.resolve("gone.csv"), "id\n1\n");
    }

    private void orders(String rows) throws IOException {
        Files.writeString(folder.resolve("orders.csv"), "id,day,customer\n" + rows);
    }

    private static List<String> said(Run run, String dataset) {
        return run.datasets().stream()
                .filter(d -> d.dataset().equals(dataset))
                .flatMap(d -> d.tests().stream())
                .map(test -> test.test() + ": " + test.outcome() + (test.said() == null ? "" : ", " + test.said()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void aTestFailsSinceTheFirstLookThatFoundItSo(StoreOnBoth.Opening opening) throws IOException {
        try (Store store = opening.open();
                var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()))) {
            Catalog catalog = bellwether.loader().load(1).good();
            var runs = new HealthRuns(bellwether.answering(), () -> store);
            assertThat(runs.latest()).isEmpty();

            Run good = runs.run(catalog, AS_OF, START);
            assertThat(good.fails()).isFalse();
            assertThat(said(good, "orders"))
                    .containsExactly(
                            "customer is never missing: PASSED", "id > 0: PASSED", "day is never missing: PASSED");
            assertThat(good.datasets().getFirst().watermark()).isEqualTo("2026-11-22T00:00");
            assertThat(DataHealthText.sentence(good)).isEqualTo("All 2 datasets can be trusted.");

            orders("1,2026-11-21,a\n-2,2026-11-21,\n");
            Run bad = runs.run(catalog, AS_OF, START.plusSeconds(3600));
            Run worse = runs.run(catalog, AS_OF, START.plusSeconds(7200));
            assertThat(bad.fails()).isTrue();
            assertThat(said(worse, "orders"))
                    .containsExactly(
                            "customer is never missing: FAILED, 1 row of orders has no customer",
                            "id > 0: FAILED, 1 row of orders breaks the test \"id > 0\"",
                            "day is never missing: PASSED");
            var failing = worse.datasets().getFirst().tests().getFirst();
            assertThat(runs.since("orders", failing)).isEqualTo(START.plusSeconds(3600));
            assertThat(runs.past().get(HealthRuns.key("orders", "customer is never missing")))
                    .extracting(HealthRuns.Past::outcome)
                    .containsExactly(Run.Outcome.PASSED, Run.Outcome.FAILED, Run.Outcome.FAILED);
            var view = new DataHealthText(catalog, runs).of(worse);
            assertThat(view.sentence()).isEqualTo("1 of 2 datasets cannot be trusted: orders.");
            assertThat(view.datasets().getFirst().kpis())
                    .singleElement()
                    .satisfies(kpi -> assertThat(kpi.href()).isEqualTo("/kpi/many"));
            assertThat(view.datasets().getFirst().tests())
                    .extracting(test -> test.state())
                    .containsExactly("bad", "warn", "good");
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void whatCannotBeReadOrIsLateIsSaid(StoreOnBoth.Opening opening) throws IOException {
        try (Store store = opening.open();
                var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()))) {
            Catalog catalog = bellwether.loader().load(1).good();
            var runs = new HealthRuns(bellwether.answering(), () -> store);
            Files.delete(folder.resolve("gone.csv"));
            AsOf later = AsOf.date(LocalDate.parse("2026-11-25"));
            Run run = runs.run(catalog, later, START.plus(Duration.ofDays(3)));
            assertThat(run.fails()).isTrue();
            assertThat(said(run, "gone")).containsExactly("id is never missing: NOT_READ");
            assertThat(run.datasets().get(1).problem()).contains("S40");
            var view = new DataHealthText(catalog, runs).of(run);
            assertThat(view.datasets().getFirst().late()).isEqualTo("3 days late");
            assertThat(view.datasets().get(1).tests().getFirst().state()).isEqualTo("none");
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void oldLooksAreGivenUp(StoreOnBoth.Opening opening) {
        try (Store store = opening.open();
                var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()))) {
            Catalog catalog = bellwether.loader().load(1).good();
            var runs = new HealthRuns(bellwether.answering(), () -> store);
            runs.run(catalog, AS_OF, START.minus(Duration.ofDays(100)));
            runs.run(catalog, AS_OF, START.minus(Duration.ofDays(80)));
            runs.run(catalog, AS_OF, START);
            assertThat(runs.past().get(HealthRuns.key("orders", "id > 0"))).hasSize(2);
        }
    }
}
