package io.bellwether.engine.sheet;

import static io.bellwether.engine.sheet.RawWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.catalog.SkippedRows;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets as people have them. */
class SheetTableTest {
    @TempDir
    private Path folder;

    private final List<List<Object>> rows = new ArrayList<>();

    private SheetTable.Read read(RawWorkbook book, SheetChoice choice) throws IOException {
        rows.clear();
        return new SheetTable(
                        book.write(folder.resolve("a.xlsx")), "a.xlsx", choice, Deadline.in(Duration.ofMinutes(1)))
                .read((names, row) -> rows.add(row.values()));
    }

    private SheetTable.Read read(String rows) throws IOException {
        return read(new RawWorkbook().sheet(rows), SheetChoice.NONE);
    }

    private EngineException refused(RawWorkbook book, SheetChoice choice) {
        return catchThrowableOfType(EngineException.class, () -> read(book, choice));
    }

    @Test
    void theFirstSheetThatAPersonSeesIsMeant() throws IOException {
        RawWorkbook book = new RawWorkbook()
                .sheet("Lists", "hidden", row(1, "a") + row(2, 999), "")
                .sheet("Sales", "visible", row(1, "a") + row(2, 5), "")
                .sheet("Plan", "visible", row(1, "a") + row(2, 7), "");
        SheetTable.Read read = read(book, SheetChoice.NONE);
        assertThat(read.sheet()).isEqualTo("Sales");
        assertThat(read.others()).containsExactly("Plan");
        assertThat(rows).containsExactly(List.of(new BigDecimal("5")));
        read(book, new SheetChoice(Optional.of("lists"), 0, SkippedRows.NONE));
        assertThat(rows).containsExactly(List.of(new BigDecimal("999")));
        EngineException problem = refused(book, new SheetChoice(Optional.of("Nowhere"), 0, SkippedRows.NONE));
        assertThat(problem.diagnostic().code()).isEqualTo("S431");
        assertThat(problem.diagnostic().fix()).contains("Lists, Sales, Plan");
    }

    @Test
    void aWorkbookThatShowsNoSheetIsRefused() {
        RawWorkbook book = new RawWorkbook().sheet("A", "veryHidden", row(1, "a") + row(2, 1), "");
        assertThat(refused(book, SheetChoice.NONE).diagnostic().code()).isEqualTo("S431");
    }

    @Test
    void whatStandsAboveTheTableIsNotARowOfIt() throws IOException {
        SheetTable.Read read = read(row(1, "Sales of 2026")
                + row(2, "made on", 46000)
                + row(4, "day", "shop", "amount")
                + row(5, 46001, "Bonn", 10)
                + row(6, 46002, "Ulm", 20.5));
        assertThat(read.names()).containsExactly("day", "shop", "amount");
        assertThat(read.header()).isEqualTo(4);
        assertThat(read.above()).hasSize(2);
        assertThat(rows).hasSize(2);
    }

    @Test
    void aTableOfTextsBeginsWithItsFirstRow() throws IOException {
        SheetTable.Read read = read(row(1, "a", "b") + row(2, "x", "y") + row(3, "z", "w"));
        assertThat(read.header()).isEqualTo(1);
        assertThat(read.above()).isEmpty();
        assertThat(rows).hasSize(2);
    }

    @Test
    void theDefinitionSaysWhereTheNamesAreAndWhichRowsAreNone() throws IOException {
        String sheet = row(1, "x", "y") + row(2, "a", "b") + row(3, 1, 2) + row(4, "Total", 2);
        SheetTable.Read read = read(
                new RawWorkbook().sheet(sheet),
                new SheetChoice(Optional.empty(), 2, new SkippedRows(Set.of(4), false, List.of())));
        assertThat(read.names()).containsExactly("a", "b");
        assertThat(rows).containsExactly(List.of(new BigDecimal("1"), new BigDecimal("2")));
        SheetChoice nowhere = new SheetChoice(Optional.empty(), 9, SkippedRows.NONE);
        assertThat(refused(new RawWorkbook().sheet(sheet), nowhere).diagnostic().code())
                .isEqualTo("S405");
    }

    @Test
    void textsMergedOverRowsHoldForEach() throws IOException {
        String sheet =
                row(1, "region", "amount") + row(2, "EU", 10) + row(3, "", 20) + row(4, "US", 30) + row(6, "", 40);
        String merged = "<mergeCells><mergeCell ref=\"A4:A6\"/><mergeCell ref=\"A2:A3\"/></mergeCells>";
        read(new RawWorkbook().sheet("S", "visible", sheet, merged), SheetChoice.NONE);
        assertThat(rows).extracting(r -> r.getFirst()).containsExactly("EU", "EU", "US", "US");
    }

    @Test
    void aNumberOverRowsAndCellsMergedAcrossAreProblems() throws IOException {
        String sheet = row(1, "a", "b", "c") + row(2, "x", 10, 1) + row(3, "y", "", 2) + row(4, "Part two", "", "");
        String down = "<mergeCells><mergeCell ref=\"B2:B3\"/></mergeCells>";
        read(new RawWorkbook().sheet("S", "visible", sheet, down), SheetChoice.NONE);
        assertThat(rows.getFirst().get(1)).isInstanceOf(CellProblem.class);
        String across = "<mergeCells><mergeCell ref=\"A4:C4\"/></mergeCells>";
        EngineException problem = refused(new RawWorkbook().sheet("S", "visible", sheet, across), SheetChoice.NONE);
        assertThat(problem.diagnostic().code()).isEqualTo("S432");
        assertThat(problem.diagnostic().message()).contains("A4").contains("C4");
        String title = row(1, "Report") + row(2, "a", "b") + row(3, 1, 2) + row(4, 3, 4);
        String above = "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>";
        assertThat(read(new RawWorkbook().sheet("S", "visible", title, above), SheetChoice.NONE)
                        .header())
                .isEqualTo(2);
    }

    @Test
    void ofAFormulaItsResultIsRead() throws IOException {
        RawWorkbook book = new RawWorkbook();
        int day = book.format("dd/mm/yyyy");
        book.sheet(row(1, "day", "amount", "error", "open")
                + row(
                        2,
                        "<c r=\"%A\" s=\"" + day + "\"><f>EOMONTH(A1,1)</f><v>46081</v></c>",
                        "<c r=\"%A\"><f>0.1+0.2</f><v>0.30000000000000004</v></c>",
                        "<c r=\"%A\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
                        "<c r=\"%A\"><f>1+1</f></c>")
                + row(
                        3,
                        "<c r=\"%A\" s=\"" + day + "\"><v>46112.5</v></c>",
                        "<c r=\"%A\" t=\"str\"><f>\"\"</f><v></v></c>",
                        "<c r=\"%A\" t=\"e\"><v>#N/A</v></c>",
                        7));
        read(book, SheetChoice.NONE);
        assertThat(rows.getFirst().get(0)).isEqualTo(LocalDate.of(2026, 2, 28).atStartOfDay());
        assertThat(rows.getFirst().get(1)).isEqualTo(new BigDecimal("0.300000000000000"));
        assertThat(rows.getFirst().get(2)).isEqualTo(CellProblem.error("#DIV/0!"));
        assertThat(((CellProblem) rows.getFirst().get(3)).what()).contains("without a result");
        assertThat(rows.getLast().get(0)).isEqualTo(LocalDateTime.of(2026, 3, 31, 12, 0));
        assertThat(rows.getLast().get(1)).isNull();
        assertThat(rows.getLast().get(2)).isEqualTo(CellProblem.error("#N/A"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "yyyy-mm-dd | true",
                "d. mmmm | true",
                "mmm | true",
                "[$-409]d-mmm-yy;@ | true",
                "h:mm | false",
                "#,##0.00 | false",
                "_-* #,##0\\ _€_D_M_-;-* #,##0\\ _€_D_M_- | false",
                "_-* #,##0.00 _Y_T_L_- | false",
                "0 \"days\" | false",
                "\"Day \"0 | false",
                "[Red]0;[Yellow]0 | false",
                "0\\d | false",
                "General | false",
            })
    void aFormatShowsADateByItsLettersAlone(String format, boolean date) {
        assertThat(CellFormat.isDate(null, format)).isEqualTo(date);
    }

    @Test
    void daysCountInEitherCalendar() {
        // From Microsoft's page on the two date systems: 5 July 1998 is 35981 and 34519.
        assertThat(SerialDate.of(new BigDecimal("35981"), false)).contains(LocalDateTime.of(1998, 7, 5, 0, 0));
        assertThat(SerialDate.of(new BigDecimal("34519"), true)).contains(LocalDateTime.of(1998, 7, 5, 0, 0));
        assertThat(SerialDate.of(BigDecimal.ONE, false)).contains(LocalDateTime.of(1900, 1, 1, 0, 0));
        assertThat(SerialDate.of(new BigDecimal("61"), false)).contains(LocalDateTime.of(1900, 3, 1, 0, 0));
        assertThat(SerialDate.of(new BigDecimal("60"), false)).isEmpty();
        assertThat(SerialDate.of(new BigDecimal("-1"), false)).isEmpty();
        assertThat(SerialDate.of(new BigDecimal("2958466"), false)).isEmpty();
        assertThat(SerialDate.of(new BigDecimal("1e300"), true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"XFE1", "A1048577", "A0", "1A", "ZZZZZZZ3", "A99999999999", "AAAA1", "Ä1"})
    void aCellThatExcelHasNoPlaceForIsDamage(String address) {
        RawWorkbook book =
                new RawWorkbook().sheet(row(1, "a") + "<row r=\"2\"><c r=\"" + address + "\"><v>1</v></c></row>");
        assertThat(refused(book, SheetChoice.NONE).diagnostic().code()).isEqualTo("S413");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>77</v></c></row>",
                "<row r=\"2\"><c r=\"A2\" s=\"99\"><v>1</v></c></row>",
                "<row r=\"two\"><c><v>1</v></c></row>",
                "<row r=\"2\"><c r=\"A2\"><v>1</v></row>",
            })
    void whatCannotBeReadIsDamageAndNoFailureOfOurs(String row) throws IOException {
        RawWorkbook book = new RawWorkbook().sheet(row(1, "a") + row);
        try {
            read(book, SheetChoice.NONE);
        } catch (EngineException e) {
            assertThat(e.diagnostic().code()).isEqualTo("S413");
        }
    }

    @Test
    void aPlaceIsWrittenAsInTheSheet() {
        assertThat(CellRange.address(7, 2)).isEqualTo("C7");
        assertThat(CellRange.address(1, 701)).isEqualTo("ZZ1");
        assertThat(CellRange.of("$ZZ$1").orElseThrow().firstColumn()).isEqualTo(701);
        assertThat(CellRange.of("XFD1048576")).isPresent();
        assertThatThrownBy(() -> CellRange.of("A1:B").orElseThrow()).isInstanceOf(RuntimeException.class);
    }
}
