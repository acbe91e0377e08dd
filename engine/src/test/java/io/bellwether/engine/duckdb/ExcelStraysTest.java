package io.bellwether.engine.duckdb;

import static io.bellwether.engine.sheet.RawWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.engine.sheet.RawWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What stands around a table never counts in silence. */
@Timeout(30)
class ExcelStraysTest {
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
                .map(w -> w.code() + " " + w.message() + " → " + w.fix())
                .toList();
    }

    @Test
    void aNoteBelowTheTableIsTold() throws IOException {
        String words = " (As of Friday) has nothing in the other columns, and counts as a row of the table"
                + " → leave out what is no data: skip_rows: [";
        assertThat(told(TABLE + row(4, "", "As of Friday"))).containsExactly("S435 a.xlsx: B4" + words + "4]");
        assertThat(told(TABLE + row(7, "", "As of Friday"))).containsExactly("S435 a.xlsx: B7" + words + "7]");
    }

    @Test
    void headingsBetweenGroupsAreTold() throws IOException {
        assertThat(told(row(1, "item", "sold", "left")
                        + row(2, "Fruit")
                        + row(3, "Apple", 1, 2)
                        + row(4, "Pear", 2, 4)
                        + row(5, "Plum", 2, 4)
                        + row(6, "Herbs")
                        + row(7, "Basil", 3, 9)
                        + row(8, "Thyme", 4, 9)
                        + row(9, "Mint", 4, 9)))
                .containsExactly("S435 a.xlsx: A2 (Fruit), A6 (Herbs) have nothing in the other columns, and count as"
                        + " rows of the table → leave out what is no data: skip_rows: [2, 6]");
    }

    @Test
    void whatStandsBelowAnEmptyLineIsTold() throws IOException {
        assertThat(told(row(1, "name", "city")
                        + row(2, "A", "Ghent")
                        + row(4, "product", "colour")
                        + row(5, "Cup", "red")))
                .containsExactly(
                        "S435 a.xlsx: A4 (product) stands below an empty line, and counts as a row of the table"
                                + " → if it is none, leave it out: skip_rows: [4]");
    }

    @Test
    void namesThatComeAgainAreTold() throws IOException {
        assertThat(told(row(1, "name", "city") + row(2, "A", "Ghent") + row(3, "Name", "City") + row(4, "B", "Lyon")))
                .containsExactly("S435 a.xlsx: A3 (Name) repeats the names of the columns, and counts as a row of the"
                        + " table → leave it out: skip_rows: [3]");
    }

    @Test
    void anotherTableBesideIsToldAndWithMoreRowsRefused() throws IOException {
        String both = row(1, "shop", "sold", "", "item", "left") + row(2, "N", 1, "", "Cup", 5);
        assertThat(told(both + row(3, "S", 1)))
                .containsExactly(
                        "S435 a.xlsx: column C is empty; what stands beside it, from column D (item) on, is read"
                                + " as more columns of the same rows → move it to a sheet of its own if it is another table");
        new RawWorkbook().sheet(both + row(3, "", "", "", "Pan", 6)).write(workspace.folder.resolve("b.xlsx"));
        assertThat(workspace.problem("b.xlsx").code()).isEqualTo("S434");
        assertThat(workspace.problem("b.xlsx").message()).contains("from column D (item) on");
    }

    @Test
    void aTextBesideTheTableIsTold() throws IOException {
        assertThat(told(row(1, "shop", "sold") + row(2, "N", 1, "", "seen by Ann") + row(3, "S", 2)))
                .containsExactly(
                        "S435 a.xlsx: D2 (seen by Ann) stands in a column without a name; it is read as column3"
                                + " → write a name above it, or move it to another sheet");
        assertThat(told(row(1, "shop", "sold") + row(2, "N", 1) + row(3, "", "", "", "seen by Ann") + row(4, "S", 2)))
                .first()
                .asString()
                .startsWith(
                        "S435 a.xlsx: D3 (seen by Ann) stands in a column without a name; it is read as column3, and"
                                + " counts as a row where nothing else is");
    }

    @Test
    void rowsThatLackWhatIsOptionalAreRows() throws IOException {
        assertThat(told(row(1, "name", "note", "sold")
                        + row(2, "A", "", 1)
                        + row(3, "B", "new")
                        + row(4, "C")
                        + row(5, "D", "", 3)))
                .isEmpty();
    }
}
