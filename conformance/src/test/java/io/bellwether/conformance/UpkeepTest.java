package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What definitions ask to be kept, and what {@code status} and {@code refresh} say of it. */
class UpkeepTest {
    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.writeString(folder.resolve("orders.csv"), "day,price\n2026-02-10,5\n2026-03-01,7\n");
        definitions("true", "auto");
    }

    private void definitions(String extract, String rollups) throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), """
                name: Shop
                rollups: %s
                datasets:
                  - { name: orders, source: orders.csv, time: day, extract: %s }
                metrics:
                  - { name: revenue, expression: sum(orders.price), direction: up }
                kpis:
                  - { name: sold, metric: revenue, owner: a@example.com, cadence: monthly, lifecycle: draft,
                      target: { total: 100, by: 2026 } }
                """.formatted(rollups, extract));
    }

    private String status() {
        Cli cli = Cli.run(folder, "status", "--as-of", "2026-03-31");
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("12");
        return cli.err();
    }

    @Test
    void whatIsMissingAndOldIsSaidUntilItIsRefreshed() throws IOException {
        assertThat(status()).contains("S426  warning", "S428  warning: 1 rollup is not there yet");
        assertThat(Cli.run(folder, "refresh").out()).contains("orders: months read 2, kept 0\n", "rollup of ");
        assertThat(status()).isEmpty();
        assertThat(Cli.run(folder, "refresh").out()).isEqualTo("Nothing is due.\n");
        Files.writeString(folder.resolve("orders.csv"), "day,price\n2026-02-10,5\n2026-03-01,7\n2026-05-01,1\n");
        assertThat(status()).contains("S427  warning: the extract of orders is out of date");
        assertThat(Cli.run(folder, "refresh").out()).startsWith("orders: months read 4, kept 0\n");
        assertThat(status()).isEmpty();
    }

    @Test
    void everyHoldsARefreshBack() throws IOException {
        definitions("{ every: 1 day }", "{ every: 1 day }");
        Cli.run(folder, "refresh");
        Files.writeString(folder.resolve("orders.csv"), "day,price\n2026-02-10,5\n2026-03-01,7\n2026-05-01,1\n");
        assertThat(status()).doesNotContain("S427");
        assertThat(Cli.run(folder, "refresh").out()).isEqualTo("Nothing is due.\n");
    }

    @Test
    void oneThatFailsIsMissedByNoOther() throws IOException {
        Files.createDirectories(folder.resolve(".bellwether/extracts"));
        Files.writeString(folder.resolve(".bellwether/extracts/orders"), "a file in the way");
        Cli cli = Cli.run(folder, "refresh");
        assertThat(cli.exit()).isEqualTo(3);
        assertThat(cli.err()).contains("E608").doesNotContain("\tat ");
        assertThat(cli.out()).contains("rollup of ");
    }

    @Test
    void wrongUseIsSaidWithItsPlace() throws IOException {
        definitions("{ overlap: 2 days }", "always");
        Files.writeString(
                folder.resolve("bellwether.yml"),
                Files.readString(folder.resolve("bellwether.yml")).replace("time: day, ", ""));
        Cli cli = Cli.run(folder, "check");
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.out())
                .contains("\"rollups\" is auto or off, not \"always\"")
                .contains("D341", "\"overlap\" needs the dataset's \"time\"");
    }
}
