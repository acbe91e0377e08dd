package io.bellwether.app.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.store.Audit;
import io.bellwether.app.store.Store;
import io.bellwether.app.store.StoreOnBoth.Opening;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.judge.Status;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.unit.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shop sells for 10 a day: 310 in July, 620 by the end of August, 920 in the third quarter, promised 900. */
class ClosingsTest {
    private static final Instant JULY = Instant.parse("2026-07-05T12:00:00Z");
    private static final Instant AUGUST = Instant.parse("2026-08-03T09:00:00Z");
    private static final Instant OCTOBER = Instant.parse("2026-10-05T12:00:00Z");
    private static final AsOf AS_OF = AsOf.date(LocalDate.of(2026, 10, 5));

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void everythingThatIsOverIsClosedOnceAsItStoodThen(Opening opening) {
        var shop = new Shop(folder);
        try (Store store = opening.open();
                Bellwether bellwether = shop.open()) {
            PromiseHistory promises = Shop.promises(store, bellwether);
            var catalog = Shop.catalog(bellwether);
            promises.versions().note(catalog, JULY, "unknown");
            var run = promises.closings().closeDue(catalog, AS_OF, OCTOBER);
            assertThat(run.problems()).isEmpty();
            assertThat(promises.closings().of("sales"))
                    .extracting(c -> c.kind() + " " + c.label() + " "
                            + c.reported().value().toPlainString() + " "
                            + c.reported().status())
                    .containsExactly(
                            "TIMEFRAME 2026-Q3 920.00 ACHIEVED",
                            "PERIOD 2026-09 920.00 ACHIEVED",
                            "PERIOD 2026-08 620.00 ON_TRACK",
                            "PERIOD 2026-07 310.00 ON_TRACK");
            assertThat(run.closed()).hasSize(4);
            var again = promises.closings().closeDue(catalog, AS_OF, OCTOBER);
            assertThat(again.closed()).isEmpty();
            assertThat(again.restated()).isEmpty();
            assertThat(promises.closings().book().latest(AS_OF).get("sales").label())
                    .isEqualTo("2026-09");
            assertThat(store.read(Audit::verify).brokenAt()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void whatWasStoredBeforeItWasOverIsTakenBackAndStaysToBeSeen(Opening opening) {
        var shop = new Shop(folder);
        try (Store store = opening.open();
                Bellwether bellwether = shop.open()) {
            PromiseHistory promises = Shop.promises(store, bellwether);
            var catalog = Shop.catalog(bellwether);
            promises.versions().note(catalog, JULY, "unknown");
            ClosingBook book = promises.closings().book();
            book.keep(
                    List.of(early(LocalDate.of(2026, 8, 1), "30"), early(LocalDate.of(2026, 10, 1), "9")),
                    List.of(),
                    AUGUST);

            var run = promises.closings().closeDue(catalog, AS_OF, OCTOBER);

            assertThat(run.withdrawn()).isEqualTo(2);
            assertThat(promises.closings().of("sales"))
                    .filteredOn(closing ->
                            closing.isEarly(catalog.workspace().calendar().zone()))
                    .extracting(c -> c.label() + ": " + c.reported().value() + ", then "
                            + c.restated().stream()
                                    .map(s -> s.value() + " " + s.status())
                                    .toList())
                    .containsExactly(
                            "2026-10: 9, then [null NO_DATA]", "2026-08: 30, then [null NO_DATA, 620.00 ON_TRACK]");
            assertThat(book.lastGood("sales", AS_OF.seenBefore()).orElseThrow().label())
                    .isEqualTo("2026-Q3");
            List<String> details = store.read(handle -> handle.createQuery("select detail from audit")
                    .mapTo(String.class)
                    .list());
            assertThat(details)
                    .anyMatch(detail ->
                            detail.contains("stored_before_it_was_over") && detail.contains("2026-10 v1: 9, missed"));
            assertThat(store.read(Audit::verify).brokenAt()).isNull();
            var again = promises.closings().closeDue(catalog, AS_OF, OCTOBER);
            assertThat(again.withdrawn()).isZero();
            assertThat(again.restated()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void aPeriodThatGetsNoDataIsStoredAsThatOnceAnotherIsOverAndFilledInWhenTheyCome(Opening opening) {
        var rows = new StringBuilder("day,country,amount\n");
        LocalDate.of(2026, 7, 1)
                .datesUntil(LocalDate.of(2026, 8, 1))
                .forEach(day -> rows.append(day).append(",Spain,10.00\n"));
        var shop = new Shop(folder).write("sales.csv", rows.toString());
        try (Store store = opening.open()) {
            try (Bellwether bellwether = shop.open()) {
                PromiseHistory promises = Shop.promises(store, bellwether);
                var catalog = Shop.catalog(bellwether);
                promises.versions().note(catalog, JULY, "unknown");
                // August is over by the clock, but it may still come.
                promises.closings().closeDue(catalog, AsOf.date(LocalDate.of(2026, 9, 29)), OCTOBER);
                assertThat(reported(promises)).containsExactly("PERIOD 2026-07 310.00 ON_TRACK");
                promises.closings().closeDue(catalog, AS_OF, OCTOBER);
                assertThat(reported(promises))
                        .containsExactly("PERIOD 2026-08 null NO_DATA", "PERIOD 2026-07 310.00 ON_TRACK");
                assertThat(promises.closings().closeDue(catalog, AS_OF, OCTOBER).restated())
                        .isEmpty();
            }
            shop.sales("10.00");
            try (Bellwether bellwether = shop.open()) {
                PromiseHistory promises = Shop.promises(store, bellwether);
                var run = promises.closings().closeDue(Shop.catalog(bellwether), AS_OF, OCTOBER);
                assertThat(run.restated())
                        .extracting(c -> c.label() + " " + c.now().value() + " "
                                + c.now().status())
                        .containsExactly("2026-08 620.00 ON_TRACK");
            }
        }
    }

    private static List<String> reported(PromiseHistory promises) {
        return promises.closings().of("sales").stream()
                .map(c -> c.kind() + " " + c.label() + " " + c.reported().value() + " "
                        + c.reported().status())
                .toList();
    }

    /** As one row in the middle of the month once closed it. */
    private static Closing early(LocalDate month, String value) {
        var stand = new Closing.Stand(
                new BigDecimal(value),
                new BigDecimal("900"),
                null,
                Status.MISSED,
                month.plusDays(2).atTime(9, 0).toInstant(ZoneOffset.UTC));
        return new Closing(
                "sales",
                Closing.Kind.PERIOD,
                month.toString().substring(0, 7),
                month.atStartOfDay(),
                month.plusMonths(1).atStartOfDay(),
                1,
                stand,
                List.of());
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void dataThatChangesAfterTheCloseShowsBothNumbers(Opening opening) {
        var shop = new Shop(folder);
        try (Store store = opening.open()) {
            try (Bellwether bellwether = shop.open()) {
                PromiseHistory promises = Shop.promises(store, bellwether);
                promises.versions().note(Shop.catalog(bellwether), JULY, "unknown");
                promises.closings().closeDue(Shop.catalog(bellwether), AS_OF, OCTOBER);
            }
            for (String amount : List.of("9.00", "9.00", "9.01", "10.00")) {
                try (Bellwether bellwether = shop.sales(amount).open()) {
                    Shop.promises(store, bellwether).closings().closeDue(Shop.catalog(bellwether), AS_OF, OCTOBER);
                }
                Closing closing = frame(store);
                assertThat(closing.reported().value()).isEqualByComparingTo("920");
                assertThat(closing.reported().status()).isEqualTo(Status.ACHIEVED);
                assertThat(closing.now().value())
                        .isEqualByComparingTo(new BigDecimal(amount).multiply(new BigDecimal(92)));
                assertThat(closing.isRestated()).isEqualTo(!amount.equals("10.00"));
                if (amount.equals("9.00")) {
                    assertThat(ClosingWords.text(closing, null, new Unit.Currency("EUR")))
                            .isEqualTo("reported €920, Achieved; now €828, Missed");
                }
            }
            assertThat(frame(store).restated()).hasSize(3);
            assertThat(store.read(Audit::verify).brokenAt()).isNull();
        }
    }

    private static Closing frame(Store store) {
        return store.<List<Closing>>read(handle -> PromiseRows.closings(handle, "sales", 1))
                .getFirst();
    }

    /** No row of October shows that September is whole: time does, as long as the dataset says. */
    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void aPeriodIsSettledWhenItsRowsCanComeNoMore(Opening opening) throws IOException {
        var shop = new Shop(folder);
        Path sales = folder.resolve("sales.csv");
        Files.writeString(
                sales,
                Files.readString(sales)
                        .lines()
                        .filter(line -> line.startsWith("day") || line.compareTo("2026-10") < 0)
                        .collect(Collectors.joining("\n")));
        Path model = folder.resolve("model.yml");
        Files.writeString(
                model,
                Files.readString(model)
                        .replace("time: day\n", "time: day\n    expected_every: 1 day\n    settles_after: 3 days\n"));
        try (Store store = opening.open();
                Bellwether bellwether = shop.open()) {
            var promises = Shop.promises(store, bellwether);
            Catalog catalog = Shop.catalog(bellwether);
            promises.versions().note(catalog, JULY, "unknown");
            AsOf end = AsOf.date(LocalDate.of(2026, 9, 30));
            // Paris is two hours ahead: the third of October ends at 22:00 UTC.
            var early = promises.closings().closeDue(catalog, end, Instant.parse("2026-10-03T21:59:00Z"));
            assertThat(early.closed()).extracting(Closing::label).containsExactly("2026-07", "2026-08");
            var late = promises.closings().closeDue(catalog, end, Instant.parse("2026-10-03T22:00:00Z"));
            assertThat(late.closed()).extracting(Closing::label).containsExactly("2026-09", "2026-Q3");
        }
    }

    @Test
    void onlyFloatingNumbersMayDifferByTheirLastDigits() {
        assertThat(stand("828.92").isAs(stand("828.9200"))).isTrue();
        assertThat(stand("828.92").isAs(stand("828.9199999999994"))).isTrue();
        assertThat(stand("828.92").isAs(stand("828.93"))).isFalse();
        assertThat(stand("1000000000000.01").isAs(stand("1000000000000.02"))).isFalse();
        assertThat(stand("828.9199999999994").isAs(stand("828.9199999"))).isFalse();
        assertThat(stand("0").isAs(stand("0.0000000000000001"))).isFalse();
        assertThat(stand("1").isAs(new Closing.Stand(null, null, null, Status.MISSED, JULY)))
                .isFalse();
    }

    private static Closing.Stand stand(String value) {
        return new Closing.Stand(new BigDecimal(value), null, null, Status.MISSED, JULY);
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void whatHasClosedStaysJudgedByThePromiseOfThen(Opening opening) {
        var shop = new Shop(folder).kpi("target: { total: 1000, by: 2026-Q3 }");
        try (Store store = opening.open();
                Bellwether bellwether = shop.open()) {
            PromiseHistory promises = Shop.promises(store, bellwether);
            promises.versions().note(Shop.catalog(bellwether), JULY, "unknown");
            shop.kpi("target: { total: 900, by: 2026-Q3 }");
            var lowered = Shop.catalog(bellwether);
            promises.versions().note(lowered, OCTOBER, "unknown");
            promises.closings().closeDue(lowered, AS_OF, OCTOBER);
            Closing frame = frame(store);
            assertThat(frame.version()).isEqualTo(1);
            assertThat(frame.reported().target()).isEqualByComparingTo("1000");
            assertThat(frame.reported().status()).isEqualTo(Status.MISSED);

            // The scorecard, too, holds against what was promised then.
            var judged = promises.inForce(lowered, AS_OF);
            var card = bellwether
                    .scorecards()
                    .scorecard(
                            judged,
                            io.bellwether.app.scorecard.ScorecardRequest.all(AS_OF),
                            io.bellwether.engine.Deadline.none());
            assertThat(card.kpi("sales").orElseThrow().status()).isEqualTo(Optional.of(Status.MISSED));

            // A new timeframe is a new promise.
            shop.kpi("target: { total: 1800, by: 2026-12-31 }".replace("2026-12-31", "2026-07-01..2026-12-31"));
            var next = Shop.catalog(bellwether);
            promises.versions().note(next, OCTOBER, "unknown");
            assertThat(promises.inForce(next, AS_OF)).isSameAs(next);
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void aChangedFormulaLeavesWhatWasReportedAlone(Opening opening) {
        var shop = new Shop(folder);
        try (Store store = opening.open();
                Bellwether bellwether = shop.open()) {
            PromiseHistory promises = Shop.promises(store, bellwether);
            promises.versions().note(Shop.catalog(bellwether), JULY, "unknown");
            promises.closings().closeDue(Shop.catalog(bellwether), AsOf.date(LocalDate.of(2026, 8, 5)), OCTOBER);
            shop.write("model.yml", read(shop).replace("sum(sales.paid)", "sum(sales.paid) * 2"));
            var catalog = Shop.catalog(bellwether);
            promises.versions().note(catalog, OCTOBER, "unknown");
            promises.closings().closeDue(catalog, AS_OF, OCTOBER);
            assertThat(promises.closings().of("sales"))
                    .extracting(c -> c.label() + " v" + c.version() + " "
                            + c.now().value().stripTrailingZeros().toPlainString() + " " + c.isRestated())
                    .containsExactly(
                            "2026-Q3 v2 1840 false",
                            "2026-09 v2 1840 false",
                            "2026-08 v2 1240 false",
                            "2026-07 v1 310 false");
        }
    }

    private static String read(Shop shop) {
        try {
            return java.nio.file.Files.readString(shop.folder.resolve("model.yml"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void renewedTimeframesCloseOneAfterTheOtherAndDraftsDoNot(Opening opening) {
        var shop = new Shop(folder).kpi("target: { total: 305, every: month }", "lifecycle: draft");
        try (Store store = opening.open();
                Bellwether bellwether = shop.open()) {
            PromiseHistory promises = Shop.promises(store, bellwether);
            promises.versions().note(Shop.catalog(bellwether), JULY, "unknown");
            promises.closings().closeDue(Shop.catalog(bellwether), AS_OF, OCTOBER);
            assertThat(promises.closings().of("sales")).isEmpty();
            shop.kpi("target: { total: 305, every: month }");
            promises.versions().note(Shop.catalog(bellwether), Instant.parse("2026-08-03T12:00:00Z"), "unknown");
            promises.closings().closeDue(Shop.catalog(bellwether), AS_OF, OCTOBER);
            assertThat(promises.closings().book().timeframes(6).get("sales"))
                    .extracting(c -> c.label() + " " + c.reported().status())
                    .containsExactly("2026-09 MISSED", "2026-08 ACHIEVED");
        }
    }
}
