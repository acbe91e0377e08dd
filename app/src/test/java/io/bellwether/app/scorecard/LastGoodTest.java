package io.bellwether.app.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.health.GoodValues;
import io.bellwether.app.page.ScorecardFilter;
import io.bellwether.app.page.ScorecardText;
import io.bellwether.app.people.Work;
import io.bellwether.app.promise.Closing;
import io.bellwether.app.promise.Promised;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.judge.LastGood;
import io.bellwether.core.judge.Status;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside the reason where a KPI cannot be judged: numbers added up by hand from the few rows below. */
class LastGoodTest {
    private static final AsOf NOW = AsOf.date(LocalDate.parse("2026-11-22"));
    private static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");
    private static final String GOOD = """
            id,day,customer,amount
            1,2026-08-10,a,10
            2,2026-09-10,b,20
            3,2026-10-10,c,30
            """;

    @TempDir
    Path folder;

    private Bellwether bellwether;

    private Catalog open(String datasetKeys, String rows) throws IOException {
        Files.writeString(
                folder.resolve("bellwether.yml"), """
                name: Shop
                currency: GBP
                datasets:
                  - { name: orders, source: orders.csv, time: day%s }
                metrics:
                  - { name: revenue, expression: sum(orders.amount), unit: currency, direction: up }
                objectives: [ { name: grow, statement: Grow } ]
                kpis:
                  - { name: earned, metric: revenue, objective: grow, owner: maria@example.com, cadence: monthly, target: { total: 120, by: 2026 } }
                """.formatted(datasetKeys.isEmpty() ? "" : ", " + datasetKeys));
        rows(rows);
        bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
        return bellwether.loader().load(1).good();
    }

    private void rows(String rows) throws IOException {
        Files.writeString(folder.resolve("orders.csv"), rows);
    }

    private KpiCard card(Catalog catalog, AsOf asOf) {
        return bellwether
                .scorecards()
                .scorecard(catalog, ScorecardRequest.all(asOf), Deadline.none())
                .kpi("earned")
                .orElseThrow();
    }

    private LastGood good(Catalog catalog) {
        KpiCard card = card(catalog, NOW);
        assertThat(card.status()).contains(Status.NO_DATA);
        assertThat(card.value()).isNull();
        return card.lastGood().orElseThrow();
    }

    @AfterEach
    void close() {
        bellwether.close();
    }

    @Test
    void staleDataIsGoodAsFarAsItReaches() throws IOException {
        Catalog catalog = open("expected_every: 1 month", GOOD.replace("2026-10-10", "2026-08-20"));
        assertThat(good(catalog).value()).isEqualByComparingTo("60");
        assertThat(good(catalog).day()).isEqualTo("2026-09-30");
    }

    @Test
    void withoutAMemoryTheTestsAreAskedOfEarlierRows() throws IOException {
        Catalog catalog = open("tests: [ { not_null: customer } ]", GOOD + "4,2026-10-11,,5\n5,2026-11-02,d,40\n");
        // The row without a customer came in October: the end of September is the last at which all was well.
        LastGood good = good(catalog);
        assertThat(good.value()).isEqualByComparingTo("30");
        assertThat(good.day()).isEqualTo("2026-09-30");
        assertThat(card(catalog, NOW).why())
                .isEqualTo("The data failed its tests: 1 row of orders has no customer."
                        + " The last good value is £30 (1 Jan – 30 Sep 2026).");
    }

    @Test
    void aBrokenRowFromTheBeginningLeavesNothingGood() throws IOException {
        Catalog catalog = open("tests: [ { not_null: customer } ]", GOOD.replace(",a,", ",,"));
        assertThat(card(catalog, NOW).status()).contains(Status.NO_DATA);
        assertThat(card(catalog, NOW).lastGood()).isEmpty();
    }

    @Test
    void aWarningTakesNoNumberAway() throws IOException {
        Catalog catalog = open("tests: [ { not_null: customer, severity: warn } ]", GOOD + "4,2026-11-11,,5\n");
        assertThat(card(catalog, NOW).value()).isEqualByComparingTo("65");
        assertThat(card(catalog, NOW).lastGood()).isEmpty();
    }

    @Test
    void whatWasSeenWhileAllWasWellIsNewerThanAWholePeriod() throws IOException {
        Catalog catalog = open("tests: [ { not_null: customer } ]", GOOD + "4,2026-11-02,d,40\n");
        assertThat(remember(catalog)).isEqualTo(1);
        assertThat(remember(catalog)).isZero();
        rows(GOOD + "4,2026-11-02,,40\n");
        assertThat(good(catalog).value()).isEqualByComparingTo("100");
        assertThat(good(catalog).day()).isEqualTo("2026-11-22");
        // Of a day before it was seen, nothing is known of it.
        KpiCard before = card(catalog, AsOf.date(LocalDate.parse("2026-11-05")));
        assertThat(before.lastGood().orElseThrow().value()).isEqualByComparingTo("60");
        // It is of no use once the KPI is measured in another way.
        String path = "bellwether.yml";
        Files.writeString(
                folder.resolve(path),
                Files.readString(folder.resolve(path)).replace("sum(orders.amount)", "2 * sum(orders.amount)"));
        Catalog other = bellwether.loader().load(2).good();
        assertThat(good(other).value()).isEqualByComparingTo("120");
    }

    private int remember(Catalog catalog) {
        var scorecard = bellwether.scorecards().scorecard(catalog, ScorecardRequest.all(NOW), Deadline.none());
        return GoodValues.note(bellwether.store(catalog), scorecard, kpi -> print(catalog), AT);
    }

    private static String print(Catalog catalog) {
        return Promised.of(catalog, catalog.kpi("earned").orElseThrow()).print();
    }

    @Test
    void aLostFileHasWhatWasReportedLast() throws IOException {
        Catalog catalog =
                open("expected_every: 1 month, tests: [ { not_null: customer } ]", GOOD + "4,2026-11-02,d,40\n");
        bellwether.note(catalog, AT);
        close(catalog);
        rows("id,day,customer\n1,2026-11-02,a\n");
        LastGood good = good(catalog);
        assertThat(good.value()).isEqualByComparingTo("60");
        assertThat(good.windowText()).isEqualTo("at the close of Oct 2026");
    }

    @Test
    void dataInDoubtRestatesNothingAndAPeriodThatClosesInDoubtSaysWhatWasGood() throws IOException {
        // A row of November: October is settled, and closes.
        Catalog catalog =
                open("expected_every: 1 month, tests: [ { not_null: customer } ]", GOOD + "4,2026-11-20,d,40\n");
        bellwether.note(catalog, AT);
        close(catalog);
        rows(GOOD.replace(",c,30", ",,3") + "4,2026-11-20,d,40\n5,2026-12-01,d,1\n");
        var later = AsOf.date(LocalDate.parse("2026-12-02"));
        var run = bellwether.promises(catalog).closings().closeDue(catalog, later, AT.plusSeconds(900_000));
        assertThat(run.restated()).isEmpty();
        Closing november = run.closed().getFirst();
        assertThat(november.label()).isEqualTo("2026-11");
        assertThat(november.reported().status()).isEqualTo(Status.NO_DATA);
        assertThat(november.reported().value()).isNull();
        List<Closing> all = bellwether.promises(catalog).closings().of("earned");
        assertThat(november.goodBefore(all).orElseThrow().label()).isEqualTo("2026-10");
    }

    private void close(Catalog catalog) {
        bellwether.promises(catalog).closings().closeDue(catalog, NOW, AT);
    }

    @Test
    void thePageShowsNoNumberOfNowAndTheGoodOneBesideIt() throws IOException {
        Catalog catalog = open("tests: [ { not_null: customer } ]", GOOD + "4,2026-11-02,,40\n");
        var scorecard = bellwether.scorecards().scorecard(catalog, ScorecardRequest.all(NOW), Deadline.none());
        var looking = new ScorecardText.Looking(null, Work.NONE);
        var row = ScorecardText.view(catalog, scorecard, looking, ScorecardFilter.ALL, List.of())
                .objectives()
                .getFirst()
                .kpis()
                .getFirst();
        assertThat(row.value()).isNull();
        assertThat(row.lastGoodText()).isEqualTo("£60 (1 Jan – 31 Oct 2026)");
        assertThat(row.previous()).isNull();
        assertThat(row.stale()).isTrue();
    }
}
