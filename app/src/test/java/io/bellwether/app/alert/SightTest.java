package io.bellwether.app.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.message.Outbox;
import io.bellwether.app.store.Store;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.wiring.Operation;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Alert;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.time.AsOf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts over real data: forty days of 100 a day, then one of 900, and a KPI that is far behind. */
class SightTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = FIRST.plusDays(99);
    private static final Instant AT = Instant.parse("2026-04-11T08:00:00Z");

    @TempDir
    Path folder;

    private Bellwether open(String alerts) throws IOException {
        StringBuilder rows = new StringBuilder("day,amount\n");
        for (int i = 0; i < 100; i++) {
            rows.append(FIRST.plusDays(i))
                    .append(',')
                    .append(i == 99 ? 900 : 100 + i % 3)
                    .append('\n');
        }
        Files.writeString(folder.resolve("sales.csv"), rows);
        Files.writeString(folder.resolve("bellwether.yml"), """
                name: Shop
                time_zone: Europe/London
                datasets:
                  - { name: sales, source: sales.csv, time: day, expected_every: 1 day,
                      tests: [ {accepted_values: {amount: [100, 101, 102]}} ] }
                metrics:
                  - { name: revenue, label: Revenue, expression: sum(sales.amount), unit: count, direction: up, grain: day }
                  - { name: broken, expression: sum(sales.amount / 0), unit: count, direction: up, grain: day }
                people:
                  - { email: maria@example.com, name: Maria }
                objectives:
                  - { name: grow, statement: Grow, owner: maria@example.com, timeframe: 2026 }
                kpis:
                  - { name: year, label: The year, metric: revenue, objective: grow, owner: maria@example.com, role: lagging,
                      kind: output, target: { total: 1_000_000, by: 2026 }, cadence: weekly, why: x, response: Sell }
                """ + alerts);
        return Bellwether.open(new WorkspaceFolder(folder, List.of()), Map.of());
    }

    private static Verdict see(Bellwether bellwether, Catalog catalog, int alert) {
        Sight sight = new Sight(
                catalog,
                AsOf.date(LAST),
                AT,
                bellwether.scorecards(),
                bellwether.answering(),
                io.bellwether.engine.Deadline.none());
        Alert one = catalog.operations().alerts().get(alert);
        return sight.see(one, one.on().getFirst());
    }

    @Test
    void eachKindOfAlertSaysWhatItSaw() throws IOException {
        try (Bellwether bellwether = open("""
                alerts:
                  - { on: revenue, when: anomaly, to: [ maria@example.com ] }
                  - { on: revenue, when: { above: 500 }, to: [ maria@example.com ] }
                  - { on: revenue, when: { below: 500 }, to: [ maria@example.com ] }
                  - { on: revenue, when: { change: 50%, minimum: 1000 }, to: [ maria@example.com ] }
                  - { on: revenue, when: { change: 50%, minimum: 500 }, to: [ maria@example.com ] }
                  - { on: year, when: { probability_below: 30% }, to: [ maria@example.com ] }
                  - { on: sales, when: data, to: [ maria@example.com ] }
                  - { on: revenue, when: status, to: [ maria@example.com ] }
                  - { on: year, when: status, to: [ maria@example.com ] }
                """)) {
            Catalog catalog = bellwether.loader().load(1).good();
            assertThat(see(bellwether, catalog, 0))
                    .isEqualTo(new Verdict.Holds(
                            "high", "Revenue was 900 (10 Apr 2026); 14 comparable periods lead to expect about 101."));
            assertThat(see(bellwether, catalog, 1)).isInstanceOf(Verdict.Holds.class);
            assertThat(see(bellwether, catalog, 2)).isInstanceOf(Verdict.Fine.class);
            assertThat(see(bellwether, catalog, 3)).isInstanceOf(Verdict.Fine.class);
            assertThat(see(bellwether, catalog, 4))
                    .isInstanceOfSatisfying(
                            Verdict.Holds.class,
                            holds -> assertThat(holds.mark()).isEqualTo("rise"));
            assertThat(see(bellwether, catalog, 5))
                    .as("no chance is worked out from data that fails its test")
                    .isInstanceOf(Verdict.Unknown.class);
            assertThat(see(bellwether, catalog, 6))
                    .isInstanceOfSatisfying(
                            Verdict.Holds.class,
                            holds -> assertThat(holds.mark()).isEqualTo("failing"));
            assertThat(see(bellwether, catalog, 7)).isInstanceOf(Verdict.Unknown.class);
            assertThat(see(bellwether, catalog, 8))
                    .as("the data fails its test")
                    .isInstanceOf(Verdict.Holds.class);
        }
    }

    /** The breach of an objective's KPI opens one action for its owner, and the digest of the next day says it. */
    @Test
    void aBreachOpensOneActionAndTheDigestTellsOfTheChange() throws IOException {
        try (Bellwether bellwether = open("""
                alerts:
                  - { on: grow, when: status, to: [ maria@example.com, sam@example.com ] }
                """)) {
            Catalog catalog = bellwether.loader().load(1).good();
            Operation operation = bellwether.operation(() -> catalog, () -> AT);
            Alerts.Looked looked = operation.alerts().look(catalog, AsOf.date(LAST), AT);
            assertThat(looked).isEqualTo(new Alerts.Looked(2, 2, 0, 2));
            Store store = operation.store();
            List<io.bellwether.app.people.Action> open = store.read(io.bellwether.app.people.Actions::open);
            assertThat(open).hasSize(1).first().satisfies(action -> {
                assertThat(action.owner()).isEqualTo("maria@example.com");
                assertThat(action.kpi()).isEqualTo("year");
                assertThat(action.source()).isEqualTo("alert");
            });

            store.keep(handle -> {
                Memory.changed(handle, new Memory.Seen("year", "off_track", "on_track", AT, "The year is off track."));
                return true;
            });
            Instant later = AT.plus(Duration.ofHours(1));
            Digests digests = operation.digests();
            assertThat(digests.send(catalog, AsOf.date(LAST), later, Digests.Rhythm.DAILY))
                    .isEqualTo(1);
            assertThat(digests.send(catalog, AsOf.date(LAST), later, Digests.Rhythm.DAILY))
                    .as("once a day")
                    .isZero();
            List<Outbox.Row> rows =
                    store.read(handle -> Outbox.latest(handle, Optional.of("digest:maria@example.com"), 9));
            assertThat(rows)
                    .hasSize(1)
                    .first()
                    .satisfies(row -> assertThat(row.body())
                            .contains("Changed status\n- The year: Was on track. The year is off track.")
                            .contains("How they stand\n- The year: ○ No data. The data failed its tests: "));
        }
    }
}
