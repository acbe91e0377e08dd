package io.bellwether.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import java.io.IOException;
import java.io.OutputStream;
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
                        new Column("price", Type.DOUBLE),
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
                .containsExactly(
                        List.of(6L, 6.75, LocalDate.of(2024, 1, 3), LocalDateTime.of(2024, 1, 3, 12, 30), false, "7"));
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
                .containsExactly(List.of(11L, 22.5));
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
