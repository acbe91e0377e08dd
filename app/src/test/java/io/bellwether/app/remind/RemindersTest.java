package io.bellwether.app.remind;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.alert.Links;
import io.bellwether.app.message.Outbox;
import io.bellwether.app.people.Action;
import io.bellwether.app.people.Actions;
import io.bellwether.app.people.Author;
import io.bellwether.app.store.Store;
import io.bellwether.app.store.StoreOnBoth.Opening;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody is told what they have to do, once. */
class RemindersTest {
    private static final String STORES = "io.bellwether.app.store.StoreOnBoth#stores";
    private static final String MARIA = "maria@example.com";
    private static final String SAM = "sam@example.com";
    private static final String MAIL = "mail: { host: localhost, port: 1, from: kpi@example.com, security: none }\n";
    /** Ten in the morning in London, three in Honolulu at night. */
    private static final Instant AT = Instant.parse("2026-11-03T13:00:00Z");

    @TempDir
    Path folder;

    private Bellwether bellwether;

    private Catalog open(String more) throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), """
                name: Shop
                time_zone: Europe/London
                people:
                  - { email: maria@example.com, name: Maria }
                  - { email: sam@example.com, name: Sam, time_zone: Pacific/Honolulu }
                datasets: [ { name: orders, source: orders.csv, time: day } ]
                metrics:
                  - { name: sold, expression: count(orders.day), unit: count, direction: up }
                  - { name: mood, label: Mood, manual: { every: month }, unit: percent, direction: up, owner: maria@example.com }
                objectives: [ { name: grow, statement: Grow, owner: maria@example.com } ]
                kpis:
                  - { name: many, label: Orders, metric: sold, objective: grow, owner: maria@example.com, cadence: monthly, target: { total: 9, by: 2026 } }
                """ + more);
        Files.writeString(folder.resolve("orders.csv"), "day\n2026-10-01\n");
        bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
        return bellwether.loader().load(1).good();
    }

    @AfterEach
    void close() {
        bellwether.close();
    }

    private static List<String> mails(Store store, String to) {
        return store.read(handle -> Outbox.latest(handle, Optional.of("reminder:" + to), 10)).stream()
                .map(Outbox.Row::body)
                .toList();
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void tellsEachThingOnceAndAgainWhenItIsOverdue(Opening opening) throws IOException {
        Catalog catalog = open(MAIL);
        try (Store store = opening.open()) {
            var reminders = new Reminders(() -> store, new Links("http://kpi.example.com"));
            assertThat(reminders.send(catalog, AT)).isEqualTo(1);
            assertThat(mails(store, MARIA))
                    .hasSize(1)
                    .first()
                    .satisfies(body -> assertThat(body)
                            .contains("Needs a check-in", "Nobody has said anything of it yet")
                            .contains("Waiting for a value", "Mood", "There is no value for Oct 2026 yet.")
                            .contains("To review", "Its review is due, about Oct 2026. It was never reviewed.")
                            .contains("http://kpi.example.com/kpi/many", "http://kpi.example.com/values"));
            assertThat(reminders.send(catalog, AT.plusSeconds(3600))).isZero();
            // An action is told the day before, and once more when its day is over.
            store.keep(handle -> Actions.open(
                    handle,
                    Author.bellwether(catalog, AT),
                    new Action.New("many", "Ask them", MARIA, LocalDate.parse("2026-11-05"), Action.From.PAGE, null)));
            assertThat(reminders.send(catalog, AT.plusSeconds(3600))).isZero();
            assertThat(reminders.send(catalog, Instant.parse("2026-11-04T13:00:00Z")))
                    .isEqualTo(1);
            assertThat(reminders.send(catalog, Instant.parse("2026-11-05T13:00:00Z")))
                    .isZero();
            assertThat(reminders.send(catalog, Instant.parse("2026-11-06T13:00:00Z")))
                    .isEqualTo(1);
            assertThat(mails(store, MARIA).getFirst()).contains("Ask them", "It was due on 2026-11-05.");
            // A month later another period is over: all three are due anew.
            assertThat(reminders.send(catalog, Instant.parse("2026-12-01T13:00:00Z")))
                    .isEqualTo(1);
            assertThat(mails(store, MARIA).getFirst()).contains("There is no value for Nov 2026 yet.");
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void whoSleepsIsToldLaterByTheirOwnClock(Opening opening) throws IOException {
        Catalog catalog = open(MAIL + """
                alerts:
                  - { name: a, on: many, when: status, to: [ maria@example.com ], quiet_hours: "12:00-14:00" }
                """);
        try (Store store = opening.open()) {
            var reminders = new Reminders(() -> store, new Links(null));
            store.keep(handle -> Actions.open(
                    handle,
                    Author.bellwether(catalog, AT),
                    new Action.New("many", "Ask them", SAM, LocalDate.parse("2026-11-03"), Action.From.PAGE, null)));
            // One in London is inside of the quiet hours of Maria's alert; it is three at night where Sam is.
            assertThat(reminders.send(catalog, AT)).isZero();
            assertThat(reminders.send(catalog, AT.plusSeconds(3600))).isEqualTo(1);
            assertThat(mails(store, SAM)).isEmpty();
            assertThat(reminders.send(catalog, Instant.parse("2026-11-03T18:00:00Z")))
                    .isEqualTo(1);
            assertThat(mails(store, SAM).getFirst()).contains("Ask them", "It is due today.");
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void aValueThatIsGivenIsAwaitedNoMore(Opening opening) throws IOException {
        Catalog catalog = open(MAIL);
        try (Store store = opening.open()) {
            var reminders = new Reminders(() -> store, new Links(null));
            LocalDate day = LocalDate.parse("2026-11-03");
            assertThat(awaited(reminders, catalog, day)).containsExactly("mood");
            give(store, "2026-10", "0.5");
            assertThat(awaited(reminders, catalog, day)).isEmpty();
            give(store, "2026-10", null);
            assertThat(awaited(reminders, catalog, day)).containsExactly("mood");
        }
    }

    private static List<String> awaited(Reminders reminders, Catalog catalog, LocalDate day) {
        return reminders.due(catalog, day).stream()
                .filter(duty -> duty.kind() == Duty.Kind.VALUES)
                .map(duty -> duty.key().split("\\|")[1])
                .toList();
    }

    private static void give(Store store, String period, @Nullable String value) {
        store.keep(handle -> handle.execute(
                "insert into manual_value (metric, grain, period, starts, members, number, origin, person, at)"
                        + " values ('mood', 'month', ?, ?, '{}', ?, 'typed', 'x', '2026-11-02T00:00:00Z')",
                period,
                period + "-01",
                value));
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void withoutAMailServerNothingIsSentAndNothingCountsAsTold(Opening opening) throws IOException {
        Catalog catalog = open("");
        try (Store store = opening.open()) {
            var reminders = new Reminders(() -> store, new Links(null));
            assertThat(reminders.send(catalog, AT)).isZero();
            assertThat(store.<Integer>keep(handle -> Reminders.clean(handle, AT.plusSeconds(1))))
                    .isZero();
            assertThat(reminders.due(catalog, LocalDate.parse("2026-11-03"))).hasSize(3);
        }
    }
}
