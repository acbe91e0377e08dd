package io.bellwether.app.manual;

import static io.bellwether.app.manual.Manual.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.core.source.DiagnosticException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of values as people send them, and as nobody should. */
class UploadTest {
    private static final ManualMetric HOURS =
            ManualMetric.find(CATALOG, "hours").orElseThrow();
    private static final ManualMetric HEADS =
            ManualMetric.find(CATALOG, "heads").orElseThrow();

    private static List<Entry> read(ManualMetric metric, String text, Charset charset) {
        return Upload.read(metric, text.getBytes(charset)).entries();
    }

    private static String text(Entry entry) {
        return entry.period() + "|" + entry.where().values() + "|" + entry.value() + "|"
                + entry.place().of("value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
    void textsComeInManyEncodings(String charset) {
        String csv = "period,team,value\nFY2026-Q3,Zürich,4h\n";
        assertThat(read(HOURS, csv, Charset.forName(charset)))
                .extracting(UploadTest::text)
                .containsExactly("FY2026-Q3|[Zürich]|4h|row 2, column C (value)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,5 | 0.5",
                "-1.234,5 | -1234.5",
                "12,5% | 12.5%",
                "1.234.567 | 1234567",
                "7 | 7",
                "0.25 | 0.25",
                "1,2,3 | 1,2,3",
                "1.23,4 | 1.23,4",
            })
    void inFilesOfSemicolonsACommaIsADecimalPoint(String written, String read) {
        String file = "\uFEFFperiod;value\r\n2026-08;0,1\r\n2026-09;" + written + "\r\n";
        assertThat(entries(file).getLast().value()).isEqualTo(read);
        // Without any decimal comma in the file a point is one, and elsewhere a comma is none.
        assertThat(entries("period;value\n2026-09;1.234\n").getLast().value()).isEqualTo("1.234");
        assertThat(entries("period\tvalue\n2026-09\t1,5\n").getLast().value()).isEqualTo("1,5");
    }

    private static List<Entry> entries(String file) {
        ManualMetric heads = ManualMetric.find(Manual.CATALOG, "heads").orElseThrow();
        return Upload.read(heads, file.getBytes(StandardCharsets.UTF_8)).entries();
    }

    @Test
    void quotedFieldsHoldSeparatorsBreaksAndQuotes() {
        String csv =
                "\uFEFFValue;Period; TEAM ;reason\r\n\r\n\"4h\";FY2026-Q3;\"a \"\"b\"\";\n c\";\"x;\ny\"\r\n5h;FY2026-Q2;d";
        List<Entry> entries = read(HOURS, csv, StandardCharsets.UTF_8);
        assertThat(entries)
                .extracting(UploadTest::text)
                .containsExactly(
                        "FY2026-Q3|[a \"b\";\n c]|4h|row 3, column A (value)",
                        "FY2026-Q2|[d]|5h|row 4, column A (value)");
        assertThat(entries.getFirst().reason()).isEqualTo("x;\ny");
    }

    @Test
    void aWorkbookIsReadAsItIsSeen() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("values");
            sheet.value(1, 0, "Period");
            sheet.value(1, 1, "Value");
            sheet.value(2, 0, LocalDate.of(2026, 10, 1));
            sheet.style(2, 0).format("yyyy-mm-dd").set();
            sheet.value(2, 1, 12.5);
            sheet.value(4, 0, "2026-09");
            sheet.formula(4, 1, "1+2");
        }
        assertThat(Upload.read(HEADS, bytes.toByteArray()).entries())
                .extracting(UploadTest::text)
                .containsExactly("2026-10-01|[]|12.5|row 3, column B (value)", "2026-09|[]||row 5, column B (value)");
    }

    @Test
    void whatIsWrongWithAFileAsAWholeIsSaid() {
        refused("", "empty");
        refused("\n\n", "empty");
        refused("period,team\n2026-10,a\n", "\"value\" is missing");
        refused("period,team,value,vlaue\n", "column D: no value has a \"vlaue\"");
        refused("period,team,value,Team\n", "column D: \"team\" stands twice");
        refused("period,team,value\n2026-10,\"a,1\n", "row 2: a quoted text never ends");
        refused("period,team,value\n2026-10,a\0b,1\n", "not text");
        refused("period,team,value" + ",".repeat(100), "more than 64 columns");
        refused("period,team,value\n" + "FY2026-Q1,a,1\n".repeat(20_001), "more than 20000 rows");
        refused("period,team,value\nFY2026-Q1," + "x".repeat(3_000) + ",1\n", "more than 2000 characters");
        refused("x".repeat(Upload.LARGEST + 1), "more than 4 MB");
    }

    private static void refused(String csv, String message) {
        refused(csv.getBytes(StandardCharsets.UTF_8), message);
    }

    private static void refused(byte[] bytes, String message) {
        assertThatThrownBy(() -> Upload.read(HOURS, bytes)).isInstanceOfSatisfying(DiagnosticException.class, e -> {
            assertThat(e.diagnostics()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("P828");
                assertThat(problem.message()).contains(message);
                assertThat(problem.fix()).isNotBlank();
            });
        });
    }

    @Test
    void aBombIsNotUnpacked() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 512; i++) {
                zip.write(zeros);
            }
        }
        assertThat(bytes.size()).isLessThan(Upload.LARGEST);
        refused(bytes.toByteArray(), "once it is unpacked");
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws IOException {
        refused(new byte[] {'P', 'K', 3, 4, 0, 0, 0}, "not an Excel workbook");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, "old .xls kind");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write('x');
        }
        refused(bytes.toByteArray(), "not an Excel workbook");
    }

    /** Any change of a good workbook's bytes is read or refused; nothing else comes out of it. */
    @Test
    void damagedWorkbooksNeverFailOtherwise() throws IOException {
        var good = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(good, "test", "1.0")) {
            var sheet = workbook.newWorksheet("values");
            sheet.value(0, 0, "period");
            sheet.value(0, 1, "team");
            sheet.value(0, 2, "value");
            sheet.value(1, 0, "FY2026-Q3");
            sheet.value(1, 1, "a");
            sheet.value(1, 2, 4);
        }
        var random = new Random(1);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = good.toByteArray();
            for (int n = 0; n < 8; n++) {
                bytes[4 + random.nextInt(bytes.length - 4)] = (byte) random.nextInt(256);
            }
            try {
                Upload.read(HOURS, bytes);
            } catch (DiagnosticException refused) {
                assertThat(refused.diagnostics().getFirst().code()).isEqualTo("P828");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-a", "@SUM(A1)", "a\tb", "a\nb", "\u202Egpj", ""})
    void whatASpreadsheetWouldRunIsNobodysName(String member) {
        var problems = new java.util.ArrayList<io.bellwether.core.source.Diagnostic>();
        var check = new EntryCheck(HOURS, java.time.LocalDateTime.parse("2026-11-22T12:00:00"));
        assertThat(check.check(Manual.entry("FY2026-Q3", "1", "team", member), problems))
                .isNull();
        assertThat(problems).singleElement().satisfies(p -> assertThat(p.code()).isEqualTo("P823"));
    }
}
