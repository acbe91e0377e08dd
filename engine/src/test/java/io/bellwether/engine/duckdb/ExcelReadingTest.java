package io.bellwether.engine.duckdb;

import static io.bellwether.engine.sheet.RawWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.sheet.RawWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ExcelReadingTest {
    private Workspace workspace;

    @BeforeEach
    void open(@TempDir Path folder) {
        workspace = new Workspace(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void book(String name, Consumer<Worksheet> fill) throws IOException {
        try (OutputStream out = Files.newOutputStream(workspace.folder.resolve(name));
                Workbook book = new Workbook(out, "test", "1.0")) {
            fill.accept(book.newWorksheet("Sheet 1"));
        }
    }

    private static void header(Worksheet sheet, String... names) {
        for (int i = 0; i < names.length; i++) {
            sheet.value(0, i, names[i]);
        }
    }

    @Test
    void typesComeFromAllCells() throws IOException {
        book("a.xlsx", sheet -> {
            header(sheet, "id", "price", "day", "at", "paid", "note", "mixed");
            for (int row = 1; row <= 3; row++) {
                sheet.value(row, 0, row);
                sheet.value(row, 1, row + 0.25);
                sheet.value(row, 2, LocalDate.of(2024, 1, row));
                sheet.style(row, 2).format("yyyy-MM-dd").set();
                sheet.value(row, 3, LocalDateTime.of(2024, 1, row, 12, 30));
                sheet.style(row, 3).format("yyyy-MM-dd H:mm:ss").set();
                sheet.value(row, 4, row > 1);
                sheet.value(row, 5, "n" + row);
            }
            sheet.value(1, 6, 7);
            sheet.value(3, 6, "x");
        });
        assertThat(workspace.describe("a.xlsx").columns())
                .containsExactly(
                        new Column("id", Type.INTEGER),
                        new Column("price", Type.DECIMAL),
                        new Column("day", Type.DATE),
                        new Column("at", Type.TIMESTAMP),
                        new Column("paid", Type.BOOLEAN),
                        new Column("note", Type.TEXT),
                        new Column("mixed", Type.TEXT));
        assertThat(workspace
                        .ask(
                                "a.xlsx",
                                Set.of("id", "price", "day", "at", "paid", "mixed"),
                                "select sum(id), sum(price), max(day), max(\"at\"), bool_and(paid), min(mixed) from $")
                        .rows())
                .containsExactly(List.of(
                        6L,
                        new BigDecimal("6.75"),
                        LocalDate.of(2024, 1, 3),
                        LocalDateTime.of(2024, 1, 3, 12, 30),
                        false,
                        "7"));
    }

    @Test
    void emptyRowsAndShortRowsAndLongRows() throws IOException {
        book("a.xlsx", sheet -> {
            header(sheet, "a", "b");
            sheet.value(2, 0, 1);
            sheet.value(5, 1, 2);
            sheet.value(5, 2, 3);
        });
        assertThat(workspace.describe("a.xlsx").columns())
                .extracting(Column::name)
                .containsExactly("a", "b", "column2");
        assertThat(workspace
                        .ask(
                                "a.xlsx",
                                Set.of("a", "b", "column2"),
                                "select count(*), sum(a), sum(b), sum(column2) from $")
                        .rows())
                .containsExactly(List.of(2L, 1L, 2L, 3L));
    }

    @Test
    void severalBooksUniteByName() throws IOException {
        book("1.xlsx", sheet -> {
            header(sheet, "a", "b");
            sheet.value(1, 0, 1);
            sheet.value(1, 1, 2);
        });
        book("2.xlsx", sheet -> {
            header(sheet, "b", "a");
            sheet.value(1, 0, 20.5);
            sheet.value(1, 1, 10);
        });
        assertThat(workspace
                        .ask("*.xlsx", Set.of("a", "b"), "select sum(a), sum(b) from $")
                        .rows())
                .containsExactly(List.of(11L, new BigDecimal("22.5")));
    }

    @Test
    void onlyAHeader() throws IOException {
        book("a.xlsx", sheet -> header(sheet, "a", "b"));
        assertThat(workspace.describe("a.xlsx").columns()).hasSize(2);
        assertThat(workspace
                        .ask("a.xlsx", Set.of("a"), "select count(*) from $")
                        .rows())
                .containsExactly(List.of(0L));
    }

    @Test
    void whatIsNoWorkbook() throws IOException {
        book("empty.xlsx", sheet -> {});
        workspace.file("text.xlsx", "a,b\n1,2\n");
        workspace.file("old.xlsx", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0});
        zip("zip.xlsx", "readme.txt", 10);
        zip("bomb.xlsx", "xl/worksheets/sheet1.xml", 200 << 20);
        assertThat(workspace.problem("empty.xlsx").code()).isEqualTo("S405");
        for (String name : List.of("text.xlsx", "old.xlsx", "zip.xlsx", "bomb.xlsx")) {
            Diagnostic problem = workspace.problem(name);
            assertThat(problem.code()).as(name).isEqualTo("S413");
            assertThat(problem.message()).contains(name);
            assertThat(problem.fix()).isNotBlank();
        }
    }

    @Test
    void aDamagedSheet() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(workspace.folder.resolve("a.xlsx")))) {
            for (String name : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("<broken".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        assertThat(workspace.problem("a.xlsx").code()).isEqualTo("S413");
    }

    private void raw(String name, String rows) throws IOException {
        new RawWorkbook().sheet(rows).write(workspace.folder.resolve(name));
    }

    @Test
    void aCellThatIsAnErrorKeepsItsColumnFromBeingUsedAndNoOther() throws IOException {
        raw(
                "a.xlsx",
                row(1, "shop", "amount")
                        + row(2, "Bonn", 10)
                        + row(3, "Ulm", "<c r=\"%A\" t=\"e\"><v>#DIV/0!</v></c>")
                        + row(4, "Ulm", 30));
        assertThat(workspace.describe("a.xlsx").warnings())
                .singleElement()
                .satisfies(w -> assertThat(w.code() + w.message()).isEqualTo("S433a.xlsx: B3 is #DIV/0!"));
        assertThat(workspace
                        .ask("a.xlsx", Set.of("shop"), "select count(distinct shop), count(*) from $")
                        .rows())
                .containsExactly(List.of(2L, 3L));
        assertThatThrownBy(() -> workspace.ask("a.xlsx", Set.of("amount"), "select sum(amount) from $"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("S433");
    }

    @Test
    void decimalsStayDecimals() throws IOException {
        raw("a.xlsx", row(1, "p", "q") + row(2, 0.7, 1) + row(3, 0.1, "0.3333333333333333") + row(4, 0.1, 12345678));
        assertThat(workspace.describe("a.xlsx").columns())
                .extracting(Column::type)
                .containsExactly(Type.DECIMAL, Type.TEXT);
        raw("b.xlsx", row(1, "p", "q") + row(2, 0.7, 1) + row(3, 0.1, 1.0 / 3) + row(4, 0.1, 12345678));
        assertThat(workspace.describe("b.xlsx").columns())
                .extracting(Column::type)
                .containsExactly(Type.DECIMAL, Type.DOUBLE);
        assertThat(workspace.ask("b.xlsx", Set.of("p"), "select sum(p) from $").rows())
                .containsExactly(List.of(new BigDecimal("0.9")));
    }

    @Test
    void anotherTableBelowIsRefusedAndALineBetweenRowsIsNot() throws IOException {
        String table = row(1, "day", "amount") + row(2, 46001, 10) + row(3, 46002, 20);
        raw("gap.xlsx", table + row(6, 46003, 30));
        assertThat(workspace
                        .ask("gap.xlsx", Set.of("amount"), "select sum(amount) from $")
                        .rows())
                .containsExactly(List.of(60L));
        raw("two.xlsx", table + row(6, "shop", "staff") + row(7, 1, 4));
        assertThat(workspace.problem("two.xlsx").code()).isEqualTo("S434");
        assertThat(workspace.problem("two.xlsx").message()).contains("row 6").contains("shop, staff");
    }

    @Test
    void whatIsUnusualInASheetIsSaid() throws IOException {
        raw(
                "a.xlsx",
                row(1, "Sales report")
                        + row(3, "day", "amount")
                        + row(4, 46001, 10)
                        + row(5, 46002, 20).replace("<row ", "<row hidden=\"1\" ")
                        + row(6, 46003, 30)
                        + row(7, 46004, 40)
                        + row(8, 46005, "n/a"));
        assertThat(workspace.describe("a.xlsx").warnings())
                .extracting(w -> w.code() + " " + w.message())
                .containsExactly(
                        "S435 a.xlsx: the names are read from row 3, since A1 (Sales report) stands above the table",
                        "S435 a.xlsx: row 5 is hidden, and counts",
                        "S436 a.xlsx: column amount is read as text because of B8 (n/a); its other cells are numbers");
    }

    private void zip(String name, String part, int zeros) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(workspace.folder.resolve(name)))) {
            zip.putNextEntry(new ZipEntry(part));
            byte[] block = new byte[1 << 16];
            for (int left = zeros; left > 0; left -= block.length) {
                zip.write(block, 0, Math.min(left, block.length));
            }
        }
    }
}
