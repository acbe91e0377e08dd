package io.bellwether.app.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.app.health.HealthRuns;
import io.bellwether.app.health.Run;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.definition.Definitions;
import io.bellwether.core.judge.Status;
import io.bellwether.core.lint.Finding;
import io.bellwether.core.lint.Practice;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.SourceFile;
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

/** What a metric says must hold for its values, and how fresh its data must be. */
class ValueChecksTest {
    private static final AsOf NOW = AsOf.date(LocalDate.parse("2026-11-22"));

    @TempDir
    Path folder;

    private Bellwether bellwether;

    /** Returns of October are more than what was sold: revenue of that month is -5. */
    private Catalog open(String revenueKeys, String datasetKeys) throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), """
                name: Shop
                currency: GBP
                datasets:
                  - { name: orders, source: orders.csv, time: day%s }
                metrics:
                  - { name: revenue, label: Revenue, description: x, expression: sum(orders.amount), unit: currency, direction: up%s }
                  - { name: baskets, description: x, expression: count(orders.id), unit: count, direction: up }
                  - { name: basket, description: x, expression: revenue / nullif(baskets, 0), unit: currency, direction: up }
                objectives: [ { name: grow, statement: Grow } ]
                kpis:
                  - { name: earned, metric: revenue, objective: grow, owner: m@example.com, cadence: monthly, target: { total: 120, by: 2026 } }
                  - { name: each, metric: basket, objective: grow, owner: m@example.com, cadence: monthly, target: { at_least: 1, by: 2026 } }
                """.formatted(comma(datasetKeys), comma(revenueKeys)));
        Files.writeString(folder.resolve("orders.csv"), """
                id,day,amount
                1,2026-08-10,10
                2,2026-09-10,20
                3,2026-10-10,-5
                4,2026-11-10,40
                """);
        bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
        return bellwether.loader().load(1).good();
    }

    private static String comma(String keys) {
        return keys.isEmpty() ? "" : ", " + keys;
    }

    private KpiCard card(Catalog catalog, String kpi) {
        return bellwether
                .scorecards()
                .scorecard(catalog, ScorecardRequest.all(NOW), Deadline.none())
                .kpi(kpi)
                .orElseThrow();
    }

    @AfterEach
    void close() {
        bellwether.close();
    }

    @Test
    void aValueOutOfItsBoundsTakesTheJudgementAwayAlsoFromWhatIsMadeOfIt() throws IOException {
        Catalog catalog = open("tests: [ { at_least: 0 } ]", "");
        KpiCard earned = card(catalog, "earned");
        assertThat(earned.status()).contains(Status.NO_DATA);
        assertThat(earned.why())
                .isEqualTo("The data failed its tests: Revenue is −£5.00 in Oct 2026, not at least £0."
                        + " The last good value is £30 (1 Jan – 30 Sep 2026).");
        assertThat(card(catalog, "each").status()).contains(Status.NO_DATA);
    }

    @Test
    void onlyTheLastWholePeriodCountsOfTheLengthThatTheTestNames() throws IOException {
        Catalog catalog = open("tests: [ { between: [0, 50], per: quarter }, { at_most: 39, per: day } ]", "");
        // The third quarter came to 30, and the 22nd of November sold nothing.
        assertThat(card(catalog, "earned").status()).contains(Status.OFF_TRACK);
        Catalog missing = open("tests: [ { not_null: true, per: day } ]", "");
        assertThat(card(missing, "earned").why())
                .startsWith("The data failed its tests: Revenue has no value on 22 Nov");
    }

    @Test
    void aWarningIsShownAndJudged() throws IOException {
        Catalog catalog = open("tests: [ { at_least: 0, severity: warn } ]", "");
        assertThat(card(catalog, "earned").status()).contains(Status.OFF_TRACK);
        Run run = new HealthRuns(bellwether.answering(), () -> {
                    throw new AssertionError("nothing is kept");
                })
                .look(catalog, NOW, Instant.parse("2026-11-22T08:00:00Z"));
        assertThat(run.datasets().getFirst().tests()).hasSize(2).last().satisfies(test -> {
            assertThat(test.test()).isEqualTo("revenue per month: at least £0");
            assertThat(test.outcome()).isEqualTo(Run.Outcome.FAILED);
            assertThat(test.isError()).isFalse();
        });
        assertThat(run.fails()).isFalse();
    }

    @Test
    void aMetricsFreshnessCountsInThePlaceOfItsDatasets() throws IOException {
        Catalog strict = open("expected_every: 1 day", "expected_every: 1 month");
        assertThat(card(strict, "earned").completeness().stale()).isTrue();
        assertThat(card(strict, "earned").status()).contains(Status.NO_DATA);
        // It is made of revenue, too.
        assertThat(card(strict, "each").completeness().stale()).isTrue();
        Catalog lenient = open("expected_every: 1 month", "expected_every: 1 day");
        assertThat(card(lenient, "earned").completeness().stale()).isFalse();
    }

    @Test
    void theLintKnowsWhatAMetricSaysForItself() throws IOException {
        assertThat(unwatched(open("", ""))).singleElement().asString().contains("\"earned\" and 1 more");
        // The other KPI's metric says nothing itself.
        assertThat(unwatched(open("tests: [ { at_least: 0 } ], expected_every: 1 day", "")))
                .singleElement()
                .asString()
                .contains("\"each\" has no data test and no expected_every");
    }

    private List<String> unwatched(Catalog catalog) throws IOException {
        var file = new SourceFile("bellwether.yml", Files.readString(folder.resolve("bellwether.yml")));
        var definitions = Definitions.parse(List.of(file)).definitions();
        return Practice.findings(definitions, catalog).stream()
                .map(Finding::problem)
                .filter(found -> found.code().equals("K121"))
                .map(Diagnostic::message)
                .toList();
    }

    @Test
    void whatATestCannotMeanIsSaidWithItsPlace() throws IOException {
        String wrong = "tests: [ { at_leest: 0 }, {}, { at_least: 1, not_null: true }, { between: [3, 1] },"
                + " { between: [1] }, { at_least: 5% } ]";
        assertThatThrownBy(() -> open(wrong, ""))
                .isInstanceOfSatisfying(
                        DiagnosticException.class,
                        e -> assertThat(e.diagnostics())
                                .allMatch(problem -> problem.span() != null)
                                .extracting(Diagnostic::code)
                                .contains("D302", "D303", "D304", "D335", "D336"));
    }
}
