package io.bellwether.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.store.Audit;
import io.bellwether.app.store.Store;
import io.bellwether.app.store.StoreOnBoth.Opening;
import io.bellwether.app.wiring.Bellwether;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VersionsTest {
    private static final Instant AUGUST = Instant.parse("2026-08-10T12:00:00Z");
    private static final Instant LATER = Instant.parse("2026-08-20T23:30:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void whatIsPromisedIsNotedOnce(Opening opening) {
        var shop = new Shop(folder);
        try (Store store = opening.open();
                Bellwether bellwether = shop.open()) {
            Versions versions = new Versions(store);
            versions.note(Shop.catalog(bellwether), AUGUST, "unknown");
            shop.kpi("# the same in other words", "target:", "    by: '2026-Q3'", "    total: \"900\"");
            assertThat(versions.note(Shop.catalog(bellwether), LATER, "unknown"))
                    .isEmpty();
            Version only = versions.of("sales").getFirst();
            assertThat(only.change()).isEqualTo("promised: total of €900, Q3 2026");
            assertThat(only.effective()).isEqualTo(LocalDate.of(2026, 8, 10));
            assertThat(only.isUnreasoned()).isFalse();
            assertThat(store.read(Audit::verify)).isEqualTo(new Audit.Verified(1, null, null));
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void eachMoveIsAVersionThatSaysWhatChanged(Opening opening) {
        var shop = new Shop(folder);
        try (Store store = opening.open();
                Bellwether bellwether = shop.open()) {
            Versions versions = new Versions(store);
            for (Shop each : (Iterable<Shop>) moves(shop)::iterator) {
                versions.note(Shop.catalog(bellwether), LATER.minusSeconds(600), "sam@example.com");
                versions.note(Shop.catalog(bellwether), LATER, "sam@example.com");
                assertThat(each).isNotNull();
            }
            assertThat(versions.of("sales"))
                    .extracting(version -> version.change().replaceAll("\\h", " "))
                    .containsExactly(
                            "promised: total of €900, Q3 2026",
                            "target €900 → €800",
                            "timeframe Q3 2026 → Q4 2026",
                            "slice everything → sales.country = 'France'",
                            "target total of €800 → reach €700; on track from 90 % → 80 %",
                            "metric revenue → sold; target €700 → 700",
                            "formula count(sales.amount) → count(sales.country)",
                            "active → retired",
                            "taken out of the files",
                            "back in the files; retired → active; target 700 → 600");
            // The day of Paris, where it is past midnight; the retired and the returned one moved nobody's goalposts.
            assertThat(versions.of("sales")).extracting(Version::effective).containsOnly(LocalDate.of(2026, 8, 21));
            assertThat(versions.of("sales"))
                    .extracting(Version::insideOpen)
                    .containsExactly(false, true, true, false, false, false, false, false, false, false);
            assertThat(versions.unreasoned(Shop.catalog(bellwether)).get("sales"))
                    .extracting(Version::number)
                    .containsExactly(2, 3);
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void whatIsAwayForAMomentLeavesNoTrace(Opening opening) {
        var shop = new Shop(folder);
        try (Store store = opening.open();
                Bellwether bellwether = shop.open()) {
            Versions versions = new Versions(store);
            var there = Shop.catalog(bellwether);
            versions.note(there, AUGUST, "unknown");
            var away = Shop.catalog(shop.write("kpis.yml", "").open());
            versions.note(away, AUGUST.plusSeconds(1), "unknown");
            versions.note(away, AUGUST.plusSeconds(600), "unknown");
            assertThat(versions.isRemovalDue(AUGUST.plusSeconds(600))).isFalse();
            versions.note(there, AUGUST.plusSeconds(600), "unknown");
            assertThat(versions.isRemovalDue(LATER)).isFalse();
            assertThat(versions.of("sales")).hasSize(1);

            // Away once more, it is away from then on, and this time it stays.
            versions.note(away, LATER, "unknown");
            versions.note(away, LATER.plusSeconds(599), "unknown");
            assertThat(versions.of("sales")).hasSize(1);
            assertThat(versions.isRemovalDue(LATER.plusSeconds(600))).isTrue();
            versions.note(away, LATER.plusSeconds(600), "unknown");
            versions.note(away, LATER.plusSeconds(1200), "unknown");
            assertThat(versions.of("sales"))
                    .extracting(Version::state)
                    .containsExactly(Version.State.PROMISED, Version.State.REMOVED);
            assertThat(versions.isRemovalDue(LATER.plusSeconds(9999))).isFalse();
            assertThat(store.read(Audit::verify)).isEqualTo(new Audit.Verified(2, null, null));
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void howLongIsSettable(Opening opening) {
        var shop = new Shop(folder).write("more.yml", "removed_after: 2 hours\n");
        try (Store store = opening.open();
                Bellwether bellwether = shop.open()) {
            Versions versions = new Versions(store);
            versions.note(Shop.catalog(bellwether), AUGUST, "unknown");
            var away = Shop.catalog(shop.write("kpis.yml", "").open());
            versions.note(away, AUGUST, "unknown");
            versions.note(away, AUGUST.plusSeconds(7199), "unknown");
            assertThat(versions.of("sales")).hasSize(1);
            versions.note(away, AUGUST.plusSeconds(7200), "unknown");
            assertThat(versions.of("sales")).hasSize(2);
        }
    }

    /** One after the other; the timeframe is over from the third on. */
    private static Stream<Shop> moves(Shop shop) {
        String slice = "where: sales.country = 'France'";
        String reach = "target: { reach: 700, by: 2026-Q4 }";
        String thresholds = "thresholds: { on_track: 80% }";
        return Stream.<Callable<Shop>>of(
                        () -> shop,
                        () -> shop.kpi("target: { total: 800, by: 2026-Q3 }"),
                        () -> shop.kpi("target: { total: 800, by: 2026-Q4 }"),
                        () -> shop.kpi("target: { total: 800, by: 2026-Q4 }", slice),
                        () -> shop.kpi(reach, slice, thresholds),
                        () -> shop.kpi(reach, slice, thresholds)
                                .write("kpis.yml", read(shop).replace("metric: revenue", "metric: sold")),
                        () -> shop.write(
                                "model.yml", model(shop).replace("count(sales.amount)", "count(sales.country)")),
                        () -> shop.write("kpis.yml", read(shop) + "    lifecycle: retired\n"),
                        () -> shop.write("kpis.yml", "kpis: []\n"),
                        () -> shop.kpi("target: { reach: 600, by: 2026-Q4 }", slice, thresholds)
                                .write("kpis.yml", read(shop).replace("metric: revenue", "metric: sold")))
                .map(VersionsTest::done);
    }

    private static Shop done(Callable<Shop> move) {
        try {
            return move.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Shop shop) throws java.io.IOException {
        return java.nio.file.Files.readString(shop.folder.resolve("kpis.yml"));
    }

    private static String model(Shop shop) throws java.io.IOException {
        return java.nio.file.Files.readString(shop.folder.resolve("model.yml"));
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void aReasonInTheFileCountsForOneChangeOnly(Opening opening) {
        var shop = new Shop(folder);
        try (Store store = opening.open();
                Bellwether bellwether = shop.open()) {
            Versions versions = new Versions(store);
            versions.note(Shop.catalog(bellwether), AUGUST, "unknown");
            shop.kpi("target: { total: 800, by: 2026-Q3 }", "reason: The supplier left");
            versions.note(Shop.catalog(bellwether), AUGUST, "unknown");
            shop.kpi("target: { total: 700, by: 2026-Q3 }", "reason: The supplier left");
            versions.note(Shop.catalog(bellwether), LATER, "unknown");
            assertThat(versions.of("sales"))
                    .extracting(Version::reason)
                    .containsExactly(null, "The supplier left", null);
            assertThat(versions.unreasoned(Shop.catalog(bellwether)).get("sales"))
                    .hasSize(1);

            shop.kpi("target: { total: 700, by: 2026-Q3 }", "reason: And so did another");
            assertThat(versions.note(Shop.catalog(bellwether), LATER, "unknown"))
                    .isEmpty();
            assertThat(versions.of("sales").getLast().reason()).isEqualTo("And so did another");
            assertThat(versions.unreasoned(Shop.catalog(bellwether))).isEmpty();
            assertThat(versions.explain("sales", LATER, "maria@example.com", "Once more"))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void manyServersAtOnceNoteAChangeOnce(Opening opening) throws Exception {
        var shop = new Shop(folder);
        try (Store store = opening.open();
                Bellwether bellwether = shop.open();
                var threads = Executors.newFixedThreadPool(6)) {
            var catalog = Shop.catalog(bellwether);
            Callable<Object> note = () -> new Versions(store).note(catalog, AUGUST, "unknown");
            for (var done : threads.invokeAll(List.of(note, note, note, note, note, note))) {
                done.get();
            }
            assertThat(new Versions(store).of("sales")).hasSize(1);
            assertThat(store.read(Audit::verify)).isEqualTo(new Audit.Verified(1, null, null));
        }
    }
}
