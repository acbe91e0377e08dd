package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void shop() {
        shell = Shell.smallShop(folder);
    }

    /** Ten months of 21 + n.25 − 10.50: 105 + 57.50 = 162.50 of 200 in 304 of 365 days. */
    @Test
    void judgesEveryKpiByNumbersThatCanBeCheckedByHand() {
        var result = shell.run("status", "--as-of", "2026-10-31", "--format", "json");
        assertThat(result.exit()).isZero();
        assertThat(result.out())
                .contains("\"name\" : \"revenue_2026\"", "\"value\" : 162.50", "\"target\" : 200")
                .contains("\"progress\" : 0.8125000000", "\"expected\" : 0.8328767123", "\"pace\" : 0.9755345395")
                .contains("\"status\" : \"on_track\"", "\"as_of\" : \"2026-10-31\"")
                .contains("\"from\" : \"2026-01-01\"", "\"to\" : \"2026-10-31\"")
                .contains("\"status\" : \"draft\"")
                .contains("\"statements\" : 3");
    }

    @Test
    void aTableForPeopleWithShapesAndWords() {
        var result = shell.run("status", "--as-of", "2026-10-31");
        assertThat(result.out())
                .contains("As of 31 Oct 2026", "Grow the shop  ● On track", "Revenue 2026", "▁", "· Draft", "≥ 1");
    }

    @Test
    void csvHasTheSameColumnsAsJson() {
        var result = shell.run("status", "--as-of", "2026-10-31", "--format", "csv");
        assertThat(result.out().lines().findFirst())
                .contains("objective,name,label,value,target,progress,expected,pace,status,why,as_of,period,last_good");
        assertThat(result.out()).contains("grow,revenue_2026,Revenue 2026,162.50,200,");
    }

    @Test
    void filtersByOwnerAndObjective() {
        assertThat(shell.run("status", "--owner", "sam@example.com").out())
                .contains("Spanish orders")
                .doesNotContain("Revenue 2026");
        var unknown = shell.run("status", "--objective", "gro");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("did you mean \"grow\"?");
    }

    @Test
    void oneKpiThatFailsDoesNotFailTheRest() {
        shell.file("more.yml", """
                metrics:
                  - { name: bad, expression: "sum(cast(orders.country as integer))", direction: up }
                kpis:
                  - { name: broken, metric: bad, objective: grow, owner: a@example.com, cadence: monthly,
                      target: { total: 5, by: 2026 } }
                """);
        var result = shell.run("status", "--as-of", "2026-10-31", "--format", "csv");
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isZero();
        assertThat(result.out())
                .contains("grow,revenue_2026,Revenue 2026,162.50,200,")
                .containsPattern("grow,broken,[^\\n]*no_data,[^\\n]*could not be read");
    }

    @Test
    void dataThatFailsItsTestsIsNotJudged() {
        shell.file("more.yml", """
                datasets:
                  - name: tested
                    source: data/orders.csv
                    time: ordered_at
                    tests:
                      - { not_null: customer }
                      - { sql: "quantity > 0", severity: warn }
                metrics:
                  - { name: pieces, expression: sum(tested.quantity), direction: up }
                kpis:
                  - { name: tested_pieces, metric: pieces, objective: grow, owner: a@example.com, cadence: monthly,
                      target: { total: 5, by: 2026 } }
                """);
        var result = shell.run("status", "--as-of", "2026-10-31", "--format", "csv");
        assertThat(result.out())
                .containsPattern("tested_pieces,[^\\n]*no_data,[^\\n]*10 rows of tested have no customer");
    }

    @Test
    void staleDataIsNotJudgedButItsLastGoodValueIsShown() {
        shell.file(
                "model.yml", shellModel().replace("time: ordered_at", "time: ordered_at\n    expected_every: 1 week"));
        var result = shell.run("status", "--as-of", "2026-12-15", "--format", "csv");
        assertThat(result.out()).containsPattern("revenue_2026,Revenue 2026,,200,,,,no_data,");
    }

    private String shellModel() {
        try {
            return java.nio.file.Files.readString(folder.resolve("model.yml"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void explainFillsTheFormulasWithNumbers() {
        var result = shell.run("explain", "revenue_2026", "--as-of", "2026-10-31");
        assertThat(result.exit()).isZero();
        assertThat(result.out())
                .contains("Revenue 2026 (revenue_2026)  ● On track")
                .contains("revenue = sum(orders.amount) = €162.50")
                .contains("data/orders.csv, rows until 2026-10-28 00:00")
                .contains("why: It pays the rent", "kpis.yml:4");
        var draft = shell.run("explain", "basket", "--as-of", "2026-10-31");
        assertThat(draft.out()).contains("average_order = revenue / nullif(orders_count, 0) = €20.75 / nullif(2, 0)");
        var json = shell.run("explain", "revenue_2026", "--as-of", "2026-10-31", "--format", "json");
        assertThat(json.out()).contains("\"expression\" : \"sum(orders.amount)\"", "\"value\" : 162.50");
        assertThat(shell.run("explain", "revenue_2025").exit()).isEqualTo(2);
    }
}
