package io.bellwether.engine.duckdb;

import static io.bellwether.engine.sheet.RawWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.sheet.RawWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that sum up others are told by their place. */
@Timeout(30)
class ExcelTotalsTest {
    private static final String TABLE =
            row(1, "day", "shop", "sold") + row(2, 46001, "North", 13) + row(3, 46002, "South", 29);

    private Workspace workspace;

    @BeforeEach
    void open(@TempDir Path folder) {
        workspace = new Workspace(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private List<String> told(String rows) throws IOException {
        new RawWorkbook().sheet(rows).write(workspace.folder.resolve("a.xlsx"));
        return workspace.describe("a.xlsx").warnings().stream()
                .filter(w -> w.code().equals("S438"))
                .map(Diagnostic::message)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total",
                "GRAND TOTAL:",
                "Summe",
                "Total général",
                "Yhteensä",
                "ΣΥΝΟΛΟ",
                "Итого",
                "合計",
                "Összesen",
                "Total 2026",
                "Shops total",
                "Gesamt-Ergebnis",
                "— Sum —"
            })
    void aRowIsATotalInAnyLanguage(String word) throws IOException {
        assertThat(told(TABLE + row(4, "", word, 42)))
                .containsExactly("a.xlsx: B4 (" + word
                        + "): row 4 has the sum of other rows in sold, and counts as one of them");
    }

    @Test
    void theWayToLeaveItOutWorks() throws IOException {
        new RawWorkbook().sheet(TABLE + row(4, "", "All shops, total", 42)).write(workspace.folder.resolve("a.xlsx"));
        assertThat(workspace.describe("a.xlsx").warnings())
                .extracting(Diagnostic::fix)
                .containsExactly("leave it out: skip_rows: { shop: \"All shops, total\" }, or skip_rows: last");
    }

    @Test
    void aTotalNeedsNoName() throws IOException {
        String words = "a.xlsx: C4: row 4 has the sum of other rows in sold, and counts as one of them";
        assertThat(told(TABLE + row(4, "", "", 42))).containsExactly(words);
        assertThat(told(TABLE + row(4, 46003, "West", 41) + row(5, "", "Kokkuvõte", 83)))
                .containsExactly("a.xlsx: C5: row 5 has the sum of other rows in sold, and counts as one of them");
    }

    @Test
    void totalsBetweenGroupsAndOfTotals() throws IOException {
        assertThat(told(row(1, "month", "sold", "cost")
                        + row(2, "Jan", 107, 51)
                        + row(3, "Feb", 113, 62)
                        + row(4, "Mar", 95, 43)
                        + row(5, "Q1", 315, 156)
                        + row(6, "Apr", 11, 5)
                        + row(7, "May", 23, 6)
                        + row(8, "Jun", 31, 7)
                        + row(9, "Q2", 65, 18)
                        + row(10, "Half", 380, 174)))
                .extracting(m -> m.substring(8, m.indexOf(": row")))
                .containsExactly("B5", "B9", "B10");
    }

    @Test
    void aFormulaOverItsOwnColumnSaysSo() throws IOException {
        assertThat(told(TABLE + row(4, "", "x", "<c r=\"%A\"><f>SUBTOTAL(101,C2:C3)</f><v>21</v></c>")))
                .containsExactly("a.xlsx: C4: row 4 is worked out from other rows in sold, by =SUBTOTAL(101,C2:C3),"
                        + " and counts as one of them");
        String running = row(1, "shop", "sold", "so far")
                + row(2, "N", 5, "<c r=\"%A\"><f>SUM(B$2:B2)</f><v>5</v></c>")
                + row(3, "S", 7, "<c r=\"%A\"><f>C2+B3</f><v>12</v></c>");
        assertThat(told(running)).isEmpty();
    }

    @Test
    void aTotalAboveItsRowsIsOne() throws IOException {
        assertThat(told(row(1, "shop", "sold") + row(2, "Total", 42) + row(3, "North", 13) + row(4, "South", 29)))
                .containsExactly(
                        "a.xlsx: A2 (Total): row 2 looks like a total of the others, and counts as one of them");
    }

    @Test
    void aNameThatIsAWordAndNumbersThatAddUpByChanceAreNone() throws IOException {
        assertThat(told(row(1, "firm", "sold")
                        + row(2, "Total", 1)
                        + row(3, "Other", 2)
                        + row(4, "Total", 5)
                        + row(5, "Other", 7)))
                .isEmpty();
        assertThat(told(row(1, "shop", "items", "price")
                        + row(2, "N", 1, 10)
                        + row(3, "S", 2, 20)
                        + row(4, "W", 3, 30)
                        + row(5, "E", 5, 50)))
                .isEmpty();
        assertThat(told(TABLE + row(4, 46003, "Total Station", 7) + row(5, 46004, "Subtotals Ltd", 8)))
                .isEmpty();
    }

    @Test
    void manyAreToldInOneSentence() throws IOException {
        StringBuilder rows = new StringBuilder(row(1, "shop", "sold"));
        for (int i = 0; i < 15; i++) {
            rows.append(row(3 * i + 2, "N", 10 + i))
                    .append(row(3 * i + 3, "S", 20))
                    .append(row(3 * i + 4, "Total", 30 + i));
        }
        assertThat(told(rows.toString()))
                .hasSize(11)
                .last()
                .isEqualTo("a.xlsx: 5 more rows sum up others, the last of them row 46");
    }
}
