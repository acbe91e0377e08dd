package io.bellwether.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.FileReading;
import io.bellwether.core.catalog.FileReading.Told;
import io.bellwether.core.catalog.SkippedRows;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a definition says of a column is how it is read. */
@Timeout(30)
class ToldColumnsTest {
    private Workspace workspace;

    @BeforeEach
    void open(@TempDir Path folder) {
        workspace = new Workspace(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static DataSource told(String file, Type type, @Nullable String format) {
        return new DataSource.Files(
                file, new FileReading(Map.of("x", new Told(type, format)), SkippedRows.NONE, false));
    }

    private List<Object> values(DataSource source) {
        workspace.engine.mount(source, Set.of("x"), Deadline.none());
        String query = "select x from " + workspace.engine.relation(source);
        List<Object> values = new ArrayList<>();
        workspace
                .engine
                .run(Workspace.statement(query), Deadline.none())
                .rows()
                .forEach(row -> values.add(row.getFirst()));
        return values;
    }

    private List<Object> csv(Type type, @Nullable String format, String... texts) {
        workspace.file("t.csv", "n;x\n1;" + String.join("\n1;", texts) + "\n");
        return values(told("t.csv", type, format));
    }

    private Diagnostic refused(DataSource source) {
        return catchThrowableOfType(EngineException.class, () -> values(source)).diagnostic();
    }

    @Test
    void aTextIsTheTextOfTheFile() {
        assertThat(csv(Type.TEXT, null, "7", "08", "1")).containsExactly("7", "08", "1");
        assertThat(csv(Type.TEXT, null, "2024-01-05", "2024-1-6")).containsExactly("2024-01-05", "2024-1-6");
        workspace.file("amounts.csv", "n;x\nA;10,50\nB;1.200,00\n");
        assertThat(values(told("amounts.csv", Type.TEXT, null))).containsExactly("10,50", "1.200,00");
        workspace.file("t.json", "[{\"x\": 1.10}, {\"x\": 1.1}, {\"x\": 12345678901234567890}]");
        assertThat(values(told("t.json", Type.TEXT, null))).containsExactly("1.10", "1.1", "12345678901234567890");
    }

    @Test
    void aNumberMayBeWrittenAsPeopleDo() {
        assertThat(csv(Type.DECIMAL, null, "1.10", "1.1", "+2")).containsExactly(dec("1.10"), dec("1.10"), dec("2.00"));
        assertThat(csv(Type.DECIMAL, null, "1.234,50", "12")).containsExactly(dec("1234.50"), dec("12.00"));
        assertThat(csv(Type.DECIMAL, null, "12345678901234567.89")).containsExactly(dec("12345678901234567.89"));
    }

    @Test
    void dates() {
        assertThat(csv(Type.DATE, null, "20240105", "20241231"))
                .containsExactly(LocalDate.of(2024, 1, 5), LocalDate.of(2024, 12, 31));
        assertThat(csv(Type.DATE, null, "13-12-24")).containsExactly(LocalDate.of(2024, 12, 13));
        assertThat(csv(Type.DATE, "%d %b %y", "5 Jan 24", "31 Dec 24"))
                .containsExactly(LocalDate.of(2024, 1, 5), LocalDate.of(2024, 12, 31));
        assertThat(csv(Type.TIMESTAMP, "%m/%d/%Y %H.%M", "02/01/2024 13.05"))
                .containsExactly(LocalDateTime.of(2024, 2, 1, 13, 5));
        workspace.file("t.json", "[{\"x\": \"05|01|2024\"}, {\"x\": null}]");
        assertThat(values(told("t.json", Type.DATE, "%d|%m|%Y"))).containsExactly(LocalDate.of(2024, 1, 5), null);
    }

    @Test
    void aFormatHoldsForIsoDatesToo() {
        assertThat(csv(Type.DATE, "%Y-%d-%m", "2024-05-01", "2024-06-01"))
                .containsExactly(LocalDate.of(2024, 1, 5), LocalDate.of(2024, 1, 6));
    }

    @Test
    void whatIsNoneIsNamedWithItsLine() {
        workspace.file("t.csv", "n,x\n1,\"two\nlines\"\n2,4\n");
        Diagnostic number = refused(told("t.csv", Type.DECIMAL, null));
        assertThat(number.code()).isEqualTo("E606");
        assertThat(number.message()).startsWith("t.csv, line 2: \"two\nlines\" in column x is no decimal");
        workspace.file("u.csv", "# from the till\nn,x\n1,31/12/2024\n\n2,31/13/2024\n");
        assertThat(refused(told("u.csv", Type.DATE, "%d/%m/%Y")).message())
                .isEqualTo("u.csv, line 5: \"31/13/2024\" in column x is not written as %d/%m/%Y");
        workspace.file("t.json", "[{\"x\": \"4\"}, {\"x\": \"four\"}, {\"x\": \"five\"}]");
        assertThat(refused(told("t.json", Type.INTEGER, null)).message())
                .isEqualTo("t.json, record 2: \"four\" in column x is no integer; so are 1 others");
        workspace.file("p/1.csv", "n,x\n1,3\n").file("p/2.csv", "x,n\n4,1\nno,2\n");
        assertThat(refused(told("p/*.csv", Type.DOUBLE, null)).message()).startsWith("p/*.csv (2.csv), line 3: \"no\"");
    }

    @Test
    void aCastThatFailsNamesThePlaceOfItsValue() {
        workspace
                .file("t.csv", "n,x\n1,2024-01-05\n\n2,\"next week\"\n")
                .file("t.json", "[{\"x\": \"1\"}, {\"x\": \"one\"}]");
        assertThat(catchThrowableOfType(
                                EngineException.class,
                                () -> workspace.ask("t.csv", Set.of("x"), "select cast(x as date) from $"))
                        .diagnostic()
                        .message())
                .contains("next week")
                .endsWith(" (t.csv, line 4, column x)");
        assertThat(catchThrowableOfType(
                                EngineException.class,
                                () -> workspace.ask("t.json", Set.of("x"), "select cast(x as integer) from $"))
                        .diagnostic()
                        .message())
                .endsWith(" (t.json, record 2, column x)");
    }

    @Test
    void bothReadingsOfADateAreTold() {
        workspace.file("t.csv", "n;x\n1;01-02-24\n");
        assertThat(workspace.engine.describe(told("t.csv", Type.DATE, null)).warnings())
                .extracting(Diagnostic::code)
                .containsExactly("S418");
        assertThat(workspace
                        .engine
                        .describe(told("t.csv", Type.DATE, "%d-%m-%y"))
                        .warnings())
                .isEmpty();
    }

    @Test
    void twoReadingsOfAFileAreTwoTables() {
        workspace.file("t.csv", "n;x\n1;5\n");
        DataSource text = told("t.csv", Type.TEXT, null);
        assertThat(values(text)).containsExactly("5");
        assertThat(values(Workspace.source("t.csv"))).containsExactly(5L);
        assertThat(values(text)).containsExactly("5");
    }

    private static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }
}
