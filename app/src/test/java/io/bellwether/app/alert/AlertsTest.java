package io.bellwether.app.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.app.message.Outbox;
import io.bellwether.app.store.Audit;
import io.bellwether.app.store.Store;
import io.bellwether.app.store.StoreOnBoth;
import io.bellwether.core.catalog.Alert;
import io.bellwether.core.catalog.Alert.Channel;
import io.bellwether.core.catalog.Alert.Moment;
import io.bellwether.core.catalog.Alert.QuietHours;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertsTest {
    private static final Instant NOON = Instant.parse("2026-11-14T12:00:00Z");
    private static final Verdict BAD = new Verdict.Holds("low", "Revenue was £3 in Oct 2026.");
    private static final Verdict FINE = new Verdict.Fine("Revenue is as usual.");
    private static final Verdict BROKEN = new Verdict.Unknown("It could not be read: the server is down.");

    private final AtomicReference<Verdict> verdict = new AtomicReference<>(FINE);

    private Alerts.Looked look(Store store, Catalog catalog, Verdict seen, Instant at) {
        verdict.set(seen);
        return Watching.alerts(() -> store, verdict::get).look(catalog, AsOf.date(LocalDate.of(2026, 11, 14)), at);
    }

    private static List<String> subjects(Store store) {
        List<Outbox.Row> rows = store.read(handle -> Outbox.latest(handle, Optional.empty(), 100));
        return rows.reversed().stream().map(Outbox.Row::subject).toList();
    }

    private static Instant hours(int n) {
        return NOON.plus(Duration.ofHours(n));
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void aChangeIsToldOnceWithItsRecoveryAndItsTrouble(StoreOnBoth.Opening opening) {
        Catalog catalog = Watching.catalog(Watching.alert("Odd", Watching.mail("maria@example.com")));
        try (Store store = opening.open()) {
            assertThat(look(store, catalog, FINE, hours(0)).told()).isZero();
            assertThat(look(store, catalog, BAD, hours(1)).told()).isEqualTo(1);
            assertThat(look(store, catalog, BAD, hours(2)).told()).isZero();
            assertThat(look(store, catalog, FINE, hours(3)).told()).isEqualTo(1);
            assertThat(look(store, catalog, FINE, hours(4)).told()).isZero();
            assertThat(look(store, catalog, BROKEN, hours(5)).told()).isEqualTo(1);
            assertThat(look(store, catalog, FINE, hours(6)).told()).isEqualTo(1);
            assertThat(subjects(store))
                    .containsExactly(
                            "revenue needs you – Odd",
                            "revenue is fine again – Odd",
                            "revenue cannot be watched – Odd",
                            "revenue is fine again – Odd");
            List<Audit.Entry> log = store.read(handle -> Audit.latest(handle, Optional.of("metric:revenue"), 9));
            assertThat(log)
                    .extracting(Audit.Entry::action)
                    .containsExactly("alert.recover", "alert.error", "alert.recover", "alert.fail");
            Audit.Verified whole = store.read(Audit::verify);
            assertThat(whole.brokenAt()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void anotherKindOfFailingIsNewsAndWhatStaysIsToldAgainInTime(StoreOnBoth.Opening opening) {
        Alert alert = Watching.alert(
                "Odd", EnumSet.of(Moment.FAIL), Duration.ofHours(24), null, Watching.mail("maria@example.com"));
        Catalog catalog = Watching.catalog(alert);
        try (Store store = opening.open()) {
            look(store, catalog, new Verdict.Holds("at_risk", "x"), hours(0));
            look(store, catalog, new Verdict.Holds("off_track", "x"), hours(1));
            look(store, catalog, new Verdict.Holds("off_track", "x"), hours(24));
            look(store, catalog, new Verdict.Holds("off_track", "x"), hours(25));
            look(store, catalog, FINE, hours(26));
            look(store, catalog, new Verdict.Holds("off_track", "x"), hours(27));
            assertThat(subjects(store))
                    .containsExactly(
                            "revenue needs you – Odd",
                            "revenue needs you – Odd",
                            "Still: revenue needs you – Odd",
                            "revenue needs you – Odd");
        }
    }

    /** 22:00 to 07:00 on the receiver's clock: Maria is in Tokyo (13:00 to 22:00 UTC), the hook in Berlin (21:00 to 06:00). */
    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void inQuietHoursNothingIsToldAndAfterThemOnlyWhatIsStillSo(StoreOnBoth.Opening opening) {
        Alert alert = Watching.alert(
                "Odd",
                EnumSet.allOf(Moment.class),
                null,
                new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)),
                Watching.mail("maria@example.com"),
                new Channel(Channel.Kind.WEBHOOK, "https://hook.example.com/secret", null));
        Catalog catalog = Watching.catalog(alert);
        try (Store store = opening.open()) {
            assertThat(look(store, catalog, BAD, hours(2)).told())
                    .as("the hook only")
                    .isEqualTo(1);
            assertThat(look(store, catalog, FINE, hours(4)).told()).isEqualTo(1);
            assertThat(look(store, catalog, BAD, hours(9)).told())
                    .as("both quiet")
                    .isZero();
            assertThat(look(store, catalog, BAD, hours(10)).told())
                    .as("Tokyo wakes")
                    .isEqualTo(1);
            assertThat(look(store, catalog, FINE, hours(12)).told()).isEqualTo(1);
            assertThat(look(store, catalog, FINE, hours(20)).told())
                    .as("Berlin heard of nothing")
                    .isZero();
            List<Outbox.Row> rows = store.read(handle -> Outbox.latest(handle, Optional.empty(), 9));
            assertThat(rows).filteredOn(row -> row.channel().equals("EMAIL")).hasSize(2);
            List<Audit.Entry> log = store.read(handle -> Audit.latest(handle, Optional.empty(), 9));
            assertThat(log).noneMatch(entry -> entry.detail().contains("secret"));
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void whatIsNotWatchedAnyMoreFallsSilent(StoreOnBoth.Opening opening) {
        Catalog catalog = Watching.catalog(Watching.alert("Odd", Watching.mail("maria@example.com")));
        try (Store store = opening.open()) {
            look(store, catalog, BAD, hours(0));
            assertThat(look(store, catalog, new Verdict.Resting(), hours(1)).told())
                    .isZero();
            assertThat(look(store, catalog, FINE, hours(2)).told()).isZero();
            int forgotten = store.keep(handle -> Memory.clean(handle, List.of()));
            assertThat(forgotten).isEqualTo(1);
            assertThat(look(store, catalog, BAD, hours(0)).told())
                    .as("even at the same moment")
                    .isZero();
            assertThat(look(store, catalog, FINE, hours(3)).told()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void twoServersThatLookAtOnceTellOnce(StoreOnBoth.Opening opening) throws Exception {
        Catalog catalog = Watching.catalog(Watching.alert("Odd", Watching.mail("maria@example.com")));
        try (Store store = opening.open();
                Store other = opening.open();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 10; round++) {
                Instant at = hours(round);
                Verdict seen = round % 2 == 0 ? BAD : FINE;
                Future<?> first = threads.submit(() -> look(store, catalog, seen, at));
                Future<?> second = threads.submit(() -> look(other, catalog, seen, at.plusMillis(1)));
                first.get();
                second.get();
            }
            assertThat(subjects(store)).hasSize(10);
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void aTestIsMarkedAndGoesToAllReceivers(StoreOnBoth.Opening opening) {
        Alert alert = Watching.alert("Odd", Watching.mail("maria@example.com"), Watching.mail("sam@example.com"));
        Catalog catalog = Watching.catalog(alert);
        var maria = catalog.operations().person("maria@example.com").orElseThrow();
        try (Store store = opening.open()) {
            Alerts alerts = Watching.alerts(() -> store, verdict::get);
            assertThat(alerts.test(catalog, "Odd", maria, NOON)).isEqualTo(2);
            assertThat(subjects(store)).containsExactly("[Test] Odd", "[Test] Odd");
            assertThatThrownBy(() -> alerts.test(catalog, "Od", maria, NOON))
                    .isInstanceOfSatisfying(
                            DiagnosticException.class,
                            e -> assertThat(e.diagnostics().getFirst())
                                    .satisfies(d -> assertThat(d.code()).isEqualTo("P841"))
                                    .satisfies(d -> assertThat(d.fix()).contains("Odd")));
        }
    }
}
