package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One definition that is wrong is in the way of those questions that use it, and of no others. */
class ErrorsApartTest {
    private static final String SALES = """
            name: Shop
            datasets:
              - { name: sales, source: sales.csv, primary_key: [id] }
            metrics:
              - { name: paid, expression: sum(sales.paid), unit: EUR, description: All that was paid }
            """;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void data() {
        shell = new Shell(folder).file("w/sales.csv", "id,paid\n1,7\n2,5\n");
    }

    private Shell.Result ask(String metrics, String more) {
        return shell.file("w/bellwether.yml", SALES + more).run("query", metrics, "-w", "w", "--format", "csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  - { name: bad, expression: sum(sales.nowhere), unit: EUR, description: A column that is not there }\n",
                "  - { name: bad, expression: sales.paid, unit: EUR, description: No aggregate }\n",
                "  - { name: bad, expression: worse + 1, unit: EUR, description: A circle }\n"
                        + "  - { name: worse, expression: bad + 1, unit: EUR, description: A circle }\n",
                "  - { name: bad, expression: sum(sales., unit: EUR, description: No expression at all }\n"
            })
    void whatDoesNotUseItIsAnswered(String bad) {
        var answer = ask("paid", bad);
        assertThat(answer.err()).contains("Other definitions have errors");
        assertThat(answer.out()).isEqualTo("paid\n12\n");
        assertThat(answer.exit()).isZero();

        var refused = ask("bad", bad);
        assertThat(refused.exit()).isEqualTo(Exit.WORKSPACE);
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void whatStandsOnItIsRefused() {
        String bad = "  - { name: bad, expression: sum(sales.nowhere), unit: EUR, description: Bad }\n"
                + "  - { name: share, expression: paid / bad, unit: ratio, description: Of the bad }\n";
        assertThat(ask("share", bad).err()).contains("nowhere");
    }

    @Test
    void aNameThatTwoMetricsHaveBlocksAll() {
        String twice = "  - { name: paid, expression: max(sales.paid), unit: EUR, description: Another }\n";
        assertThat(ask("paid", twice).exit()).isEqualTo(Exit.WORKSPACE);
    }

    @Test
    void aWrongCalendarOrRelationshipBlocksAll() {
        assertThat(ask("paid", "time_zone: Nowhere/City\n").exit()).isEqualTo(Exit.WORKSPACE);
        assertThat(ask("paid", "relationships:\n  - { from: sales, to: nobody, columns: { id: id } }\n")
                        .exit())
                .isEqualTo(Exit.WORKSPACE);
    }
}
