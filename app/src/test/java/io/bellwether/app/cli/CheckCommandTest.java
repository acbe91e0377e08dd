package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void shop() {
        shell = Shell.smallShop(folder);
    }

    @Test
    void aSoundWorkspaceIsFine() {
        var result = shell.run("check");
        assertThat(result.out())
                .contains("advice: the objective \"grow\" has two active KPIs")
                .endsWith("2 warnings, 8 pieces of advice in 1 dataset, 3 metrics, 1 objective, 3 KPIs.\n");
        assertThat(result.exit()).isZero();
    }

    @Test
    void everyErrorIsToldWithItsPlaceAndItsFix() {
        shell.file("more.yml", """
                metrics:
                  - { name: half, expression: revenu / 2 }
                  - { name: what, expression: sum(orders.qantity) }
                """);
        var result = shell.run("check");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out())
                .contains("more.yml:2:31  D301", "did you mean \"revenue\" (model.yml:8)?")
                .contains("more.yml:3:", "did you mean \"quantity\"?")
                .contains("2 errors.");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void whatIsWaivedIsCountedAndShownWhenAskedFor() {
        shell.file("waivers.yml", """
                waivers:
                  - { code: M201, reason: Names say enough, until: 2026-12-31 }
                  - { code: K109, on: revenue_2026, reason: With the bank, until: 2026-11-15 }
                """);
        var result = shell.run("check");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).doesNotContain("M201").endsWith(" 4 findings are waived.\n");
        assertThat(shell.run("check", "--waived").out())
                .contains(
                        "M201  advice: the metric \"revenue\" has no description",
                        "waived until 2026-12-31: Names say enough");
        assertThat(shell.run("check", "--as-of", "2026-11-16").out())
                .contains("W101  warning: the waiver of K109 on \"revenue_2026\" ended on 2026-11-15 (With the bank)")
                .contains("the active KPI \"revenue_2026\" has no response plan");
        assertThat(shell.run("check", "--format", "json", "--waived").out())
                .contains("\"waived\" : 4", "\"waived_because\" : \"With the bank\"");
    }

    @Test
    void adviceWaitsForErrors() {
        shell.file("more.yml", "metrics:\n  - { name: half, expression: revenu / 2 }\n");
        assertThat(shell.run("check").out()).contains("D301").doesNotContain("K109", "M201");
    }

    @Test
    void aWaiverOfNoRuleIsAnError() {
        shell.file("waivers.yml", "waivers: [{ code: K10, reason: x, until: 2026-12-31 }]\n");
        var result = shell.run("check");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).contains("waivers.yml:1:19  D301  no rule \"K10\"", "did you mean \"K1");
    }

    @Test
    void jsonForScripts() {
        shell.file("more.yml", "metrics:\n  - { name: half, expression: revenu / 2 }\n");
        var result = shell.run("check", "--format", "json");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out())
                .contains(
                        "\"errors\" : 1",
                        "\"code\" : \"D301\"",
                        "\"severity\" : \"error\"",
                        "\"file\" : \"more.yml\"",
                        "\"line\" : 2",
                        "\"column\" : 31");
    }

    @Test
    void sarifForCodeHosts() {
        shell.file("more.yml", "metrics:\n  - { name: half, expression: revenu / 2 }\n");
        var result = shell.run("check", "--format", "sarif");
        assertThat(result.out())
                .contains(
                        "\"version\" : \"2.1.0\"",
                        "\"ruleId\" : \"D301\"",
                        "\"uri\" : \"more.yml\"",
                        "\"startLine\" : 2");
    }

    @Test
    void aMissingFileIsAProblemOfTheWorkspaceAndNotOfTheEngine() {
        shell.file("more.yml", "datasets:\n  - { name: gone, source: data/gone.csv }\n");
        var result = shell.run("check");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).contains("more.yml:2:", "S4").contains("gone.csv");
    }

    @Test
    void aSourceOutsideNeedsTheOperatorsWord(@TempDir Path outside) {
        new Shell(outside).file("x.csv", "a,b\n1,2\n");
        shell.file("more.yml", "datasets:\n  - { name: x, source: \"" + outside + "/x.csv\" }\n");
        assertThat(shell.run("check").exit()).isEqualTo(1);
        assertThat(shell.run("check", "--allow-path", outside.toString()).exit())
                .isZero();
    }

    @Test
    void aFolderThatIsNotThereIsToldWithTheOption() {
        var result = shell.run("check", "-w", "nowhere");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.out()).contains("S480").contains("-w DIR");
    }

    @Test
    void wrongUsageShowsTheUsage() {
        var result = shell.run("check", "--formt", "json");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).contains("--formt").doesNotContain("Exception");
        assertThat(shell.run().exit()).isEqualTo(2);
        assertThat(shell.run("chekc").exit()).isEqualTo(2);
    }
}
