package io.bellwether.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes, amounts and dates as other programs and people write them, and files that differ. */
@Timeout(30)
class CsvAsPeopleHaveItTest {
    private Workspace workspace;

    @BeforeEach
    void open(@TempDir Path folder) {
        workspace = new Workspace(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Type type(String... values) {
        workspace.file("t.csv", "n;x\n" + rows(values));
        return workspace.describe("t.csv").column("x").orElseThrow().type();
    }

    private static String rows(String... values) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            rows.append(i).append(';').append(values[i]).append('\n');
        }
        return rows.toString();
    }

    private Object sum(String... values) {
        type(values);
        return workspace
                .ask("t.csv", Set.of("x"), "select sum(x) from $")
                .rows()
                .getFirst()
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "1.1, 1.10, TEXT",
        "1E2, 1E3, TEXT",
        "007, 010, TEXT",
        "T, F, TEXT",
        "10-12-11, 01-02-03, TEXT",
        "+5, 6, TEXT",
        "12345678901234567890, 1, TEXT",
        "1234567890.1234567, 1.50, TEXT",
        "1.10, 2.50, DECIMAL",
        "1.1, 2.25, DECIMAL",
        "7, 2.25, DECIMAL",
        "1.0, 2.25, DECIMAL",
        "1.5e-07, 2, DOUBLE",
        "0.30000000000000004, 2, DOUBLE",
        "1, -2, INTEGER",
        "true, false, BOOLEAN",
        "2026-01-31, 2026-02-01, DATE",
        "2026-01-31 10:00, 2026-02-01 09:00, TIMESTAMP",
        "2026-01-31T10:00:00Z, 2026-02-01T09:00:00+02:00, TIMESTAMP_TZ",
        "2026-01-31 10:15:00 -0500, 2026-01-31 10:15:00 -0500, TIMESTAMP_TZ",
        "31.01.26, 01.02.26, DATE",
        "5 Jan 2026, 12 Feb 2026, DATE",
        "05-Jan-26, 12-Feb-26, DATE",
        "01/31/2026 11:30 PM, 02/01/2026 12:15 AM, TIMESTAMP",
    })
    void aColumnHasATypeWhereItsTextsComeBack(String one, String two, Type type) {
        assertThat(type(one, two)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,56- | 2.000,00 | 765.44",
                "$1,234.50 | $7.00 | 1241.50",
                "(12.50) | 3.25 | -9.25",
                "12.5% | 100% | 1.125",
                "€ 12 | € 1000 | 1012",
                "1.234.567 | 7 | 1234574",
                "1 | -0,5 | 0.5",
            })
    void amountsAreUnderstoodWhereTheWholeColumnAgrees(String one, String two, BigDecimal sum) {
        assertThat((BigDecimal) sum(one, two)).isEqualByComparingTo(sum);
    }

    @Test
    void decimalsAddUpExactly() {
        assertThat(sum("0.7", "0.1", "0.1")).isEqualTo(new BigDecimal("0.9"));
    }

    @Test
    void aPointThatMayStandBetweenThousandsIsTold() {
        type("1.234", "2.500", "12.345");
        assertThat(workspace.describe("t.csv").warnings())
                .extracting(Diagnostic::code)
                .containsExactly("S437");
        type("1.234", "0.500");
        assertThat(workspace.describe("t.csv").warnings()).isEmpty();
    }

    @Test
    void whatIsNoNumberAndNoDateKeepsItsColumnFromBeingUsed() {
        for (String none : List.of("nan", "inf", "-Infinity", "NaN")) {
            assertThat(type("1", none, "2.5")).isNotEqualTo(Type.TEXT);
            assertThat(workspace.problem("t.csv").message()).contains("column x has 1 value");
            assertThat(workspace
                            .ask("t.csv", Set.of("n"), "select count(n) from $")
                            .rows())
                    .containsExactly(List.of(3L));
        }
        type("2026-01-01", "infinity", "-infinity");
        assertThat(workspace.problem("t.csv").code()).isEqualTo("S433");
        assertThat(workspace.problem("t.csv").message()).contains("2 values at infinity");
    }

    @Test
    void eachFileIsReadAsItIs() {
        workspace.file("d/1.csv", "d,amt\n2026-01-05,10\n").file("d/2.csv", "d;amt\r\n2026-02-05;20,5\r\n");
        workspace.file("d/3.csv", "sep=|\nAMT|d\n\n30|2026-03-05\n");
        assertThat(workspace
                        .ask("d/*.csv", Set.of("d"), "select count(*), min(d), max(d) from $")
                        .rows())
                .containsExactly(List.of(3L, LocalDate.of(2026, 1, 5), LocalDate.of(2026, 3, 5)));
    }

    @Test
    void oneOrderOfDayAndMonthHoldsForAllFiles() {
        workspace.file("m/1.csv", "d\n01/05/2026\n01/12/2026\n").file("m/2.csv", "d\n01/13/2026\n");
        assertThat(workspace.ask("m/*.csv", Set.of("d"), "select max(d) from $").rows())
                .containsExactly(List.of(LocalDate.of(2026, 1, 13)));
        workspace.file("n/1.csv", "d\n01/05/26 7:30 PM\n").file("n/2.csv", "d\n13/05/26 12:05 AM\n");
        assertThat(workspace.ask("n/*.csv", Set.of("d"), "select max(d) from $").rows())
                .containsExactly(List.of(LocalDateTime.of(2026, 5, 13, 0, 5)));
    }

    @Test
    void aColumnThatAFileLacksIsRefusedByItsName() {
        workspace.file("d/1.csv", "d,amt\n2026-01-05,10\n").file("d/2.csv", "d,amount\n2026-02-05,20\n");
        Diagnostic problem = workspace.problem("d/*.csv");
        assertThat(problem.code()).isEqualTo("S417");
        assertThat(problem.message()).contains("csv").containsAnyOf("no column amt", "no column amount");
        assertThat(workspace
                        .ask("d/*.csv", Set.of("d"), "select count(d) from $")
                        .rows())
                .containsExactly(List.of(2L));
    }

    @Test
    void whatProgramsWriteAboveATableIsNoneOfIt() {
        workspace.file("a.csv", "# Report\n# of 2026\n\nday,n\n2026-01-05,5\n2026-01-06,7\n");
        workspace.file("b.csv", ",,\n#id,n,m\n#1,2,3\n");
        workspace.file("c.csv", "n,m\r\n1,2\n3,4\r5,6\r\n");
        assertThat(workspace.ask("a.csv", Set.of("n"), "select sum(n) from $").rows())
                .containsExactly(List.of(12L));
        assertThat(workspace.describe("b.csv").columns())
                .extracting(c -> c.name())
                .contains("#id");
        assertThat(workspace
                        .ask("c.csv", Set.of("n", "m"), "select sum(n), sum(m) from $")
                        .rows())
                .containsExactly(List.of(9L, 12L));
    }
}
