package io.bellwether.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.FileReading;
import io.bellwether.core.catalog.SkippedRows;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are no data are told, and left out where the definition says so. */
@Timeout(60)
class SkippedRowsTest {
    private static final SkippedRows TOTAL =
            new SkippedRows(Set.of(), false, List.of(Map.of("Month", List.of("total", "sum"))));
    private static final SkippedRows LAST = new SkippedRows(Set.of(), true, List.of());

    private Workspace workspace;

    @BeforeEach
    void open(@TempDir Path folder) {
        workspace = new Workspace(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static DataSource source(String file, SkippedRows skipped) {
        return new DataSource.Files(file, new FileReading(Map.of(), skipped, false));
    }

    private String sum(String file, SkippedRows skipped) {
        DataSource source = source(file, skipped);
        workspace.engine.mount(source, Set.of("month", "amount"), Deadline.none());
        String query =
                "select cast(sum(amount) as varchar) || ' ' || max(month) from " + workspace.engine.relation(source);
        return String.valueOf(workspace
                .engine
                .run(Workspace.statement(query), Deadline.none())
                .rows()
                .getFirst()
                .getFirst());
    }

    private void files() throws Exception {
        workspace.file("t.csv", "month,amount\n2024-01-01,10\n2024-02-01,20\n\nTotal,30\n");
        workspace.file("t.json", """
                [{"month": "2024-01-01", "amount": 10}, {"month": "2024-02-01", "amount": 20},
                 {"month": "TOTAL", "amount": 30}]""");
        ParquetFiles.write(
                workspace.folder.resolve("t.parquet"),
                "select * from (values ('2024-01-01', 10), ('2024-02-01', 20), ('Total', 30)) t(month, amount)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"t.csv", "t.json", "t.parquet"})
    void byTextOrAsTheLastOrByNumber(String file) throws Exception {
        files();
        assertThat(sum(file, TOTAL)).isEqualTo("30 2024-02-01");
        assertThat(sum(file, LAST)).isEqualTo("30 2024-02-01");
        int number = file.endsWith("csv") ? 5 : 3;
        assertThat(sum(file, new SkippedRows(Set.of(number, number - 2), false, List.of())))
                .isEqualTo(file.endsWith("csv") ? "10 2024-01-01" : "20 2024-02-01");
    }

    @Test
    void linesAreCountedAsAnEditorDoes() {
        workspace.file(
                "t.csv", "Report;\r\n\r\nmonth;amount;note\r\n1;10;\"a\r\nb \"\"c\"\r\n2;20;5\" pipe\r\n3;40;\r\n");
        assertThat(sum("t.csv", new SkippedRows(Set.of(1, 5), false, List.of())))
                .isEqualTo("60 3");
        assertThat(sum("t.csv", new SkippedRows(Set.of(1, 6), true, List.of()))).isEqualTo("10 1");
    }

    @Test
    void oneColumnAndSeveralFiles() {
        workspace.file("t.csv", "amount\n10\n20\n30");
        DataSource one = source("t.csv", new SkippedRows(Set.of(2), true, List.of()));
        workspace.engine.mount(one, Set.of("amount"), Deadline.none());
        assertThat(workspace
                        .engine
                        .run(
                                Workspace.statement("select amount from " + workspace.engine.relation(one)),
                                Deadline.none())
                        .rows())
                .containsExactly(List.of(20L));
        workspace.file("d/1.csv", "month,amount\n1,10\nSum,10\n").file("d/2.csv", "amount,month\n5,2\n5,Total\n");
        assertThat(sum("d/*.csv", TOTAL)).isEqualTo("15 2");
        assertThat(sum("d/*.csv", LAST)).isEqualTo("15 2");
    }

    @Test
    void aColumnThatIsNotThere() {
        workspace.file("t.csv", "a,b\n1,2\n");
        assertThat(catchThrowableOfType(EngineException.class, () -> sum("t.csv", TOTAL))
                        .diagnostic()
                        .message())
                .isEqualTo("t.csv has no column named Month, which skip_rows asks for");
    }

    private List<String> told(String text) {
        workspace.file("t.csv", text);
        return workspace.describe("t.csv").warnings().stream()
                .filter(d -> d.code().equals("S438"))
                .map(Diagnostic::message)
                .map(message -> message.replaceAll("t.csv, (line \\d+).*", "$1"))
                .toList();
    }

    @Test
    void totalsAreTold() {
        assertThat(told("month,n,amount\nJan,1,10.5\nFeb,2,20\nTotal,3,30.5\n")).containsExactly("line 4");
        assertThat(told("a,n\nx,1\ny,2\nGrand total:,9\n")).containsExactly("line 4");
        assertThat(told("a,n\nx,1\ny,2\nSubtotal,3\nz,5\nSubtotal,5\nTotal,8\n"))
                .containsExactly("line 4", "line 6", "line 7");
        assertThat(told("a,n\nSumme,3\nx,1\ny,2\n")).containsExactly("line 2");
        assertThat(told("a;b;n\nx;1;\"1.000,50\"\ny;2;2\n;;\"1.002,50\"\n")).containsExactly("line 4");
    }

    @Test
    void whatIsNoneIsNotTold() {
        assertThat(told("brand,n\nShell,4\nTotal,9\nEsso,1\n")).isEmpty();
        assertThat(told("a,n\nx,1\ny,2\n,4\n")).isEmpty();
        assertThat(told("a,n\nx,1\ny,2\nz,3\n")).isEmpty();
        assertThat(told("a,n\n" + "Total,1\nx,1\n".repeat(40))).isEmpty();
    }
}
