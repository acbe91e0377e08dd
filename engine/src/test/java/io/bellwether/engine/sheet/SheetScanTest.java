package io.bellwether.engine.sheet;

import static io.bellwether.engine.sheet.RawWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the reader of workbooks would pass over or trip over is refused with its cell. */
class SheetScanTest {
    @TempDir
    private Path folder;

    private List<SheetRow> rows(String sheet) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        new SheetTable(
                        new RawWorkbook().sheet(sheet).write(folder.resolve("a.xlsx")),
                        "a.xlsx",
                        SheetChoice.NONE,
                        Deadline.in(Duration.ofMinutes(1)))
                .read((names, row) -> rows.add(row));
        return rows;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<c r='B2' t='d'><v>2026-01-05</v></c> | the cell B2 is of a kind that is not read: a date as a text",
                "<c r='B2' t='q'><v>1</v></c> | the cell B2 is of a kind that is not read",
                "<c r='A2'><v>1</v></c> | its cell A2 comes twice",
                "<c r='B1'><v>1</v></c> | its cell B1 comes twice",
                "<c r='B2' t='s'><v>7</v></c> | the text of its cell B2 is not there"
            })
    void aCellThatIsNotAsItShouldBe(String cell, String words) {
        String sheet = row(1, "shop", "sold") + row(2, "N", cell.strip().replace('\'', '"'));
        EngineException refused = catchThrowableOfType(EngineException.class, () -> rows(sheet));
        assertThat(refused.diagnostic().code()).isEqualTo("S413");
        assertThat(refused.diagnostic().message()).contains(words.strip());
    }

    @Test
    void aFormulaWithoutAResultIsNoEmptyCell() throws IOException {
        String head = row(1, "shop", "sold");
        assertThat(rows(head + row(2, "N", "<c r=\"%A\"><f>SUM(1,2)</f><v></v></c>"))
                        .getFirst()
                        .value(1))
                .isInstanceOf(CellProblem.class);
        assertThat(rows(head + row(2, "N", "<c r=\"%A\" t=\"str\"><f>T(1)</f><v></v></c>"))
                        .getFirst()
                        .value(1))
                .isNull();
    }
}
