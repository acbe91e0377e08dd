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
import io.bellwether.engine.SourceSchema;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One bad row is set aside where the definition says so: counted and told, and all others count. */
@Timeout(60)
class QuarantineTest {
    private static final Map<String, Told> NUMBER = Map.of("n", new Told(Type.DECIMAL, null));

    private Workspace workspace;

    @BeforeEach
    void open(@TempDir Path folder) {
        workspace = new Workspace(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static DataSource source(String file) {
        return new DataSource.Files(file, new FileReading(NUMBER, SkippedRows.NONE, true));
    }

    private List<?> sumAndRows(String file) {
        DataSource source = source(file);
        workspace.engine.mount(source, Set.of("a", "n"), Deadline.none());
        String query = "select cast(sum(n) as varchar), count(*) from " + workspace.engine.relation(source);
        return workspace
                .engine
                .run(Workspace.statement(query), Deadline.none())
                .rows()
                .getFirst();
    }

    private String told(String file) {
        SourceSchema schema = workspace.engine.describe(source(file));
        List<String> told = schema.warnings().stream()
                .filter(d -> d.code().equals("S439"))
                .map(Diagnostic::message)
                .toList();
        assertThat(told).hasSize(schema.aside() == 0 ? 0 : 1);
        return schema.aside() + " " + String.join("", told).replaceAll(".*set aside: ", "");
    }

    @Test
    void aLineWithAnotherNumberOfFields() {
        workspace.file("t.csv", "a,n\r\nx,1\r\ny\r\nz,2,3\r\n\r\nv,4\r\n");
        assertThat(sumAndRows("t.csv")).isEqualTo(List.of("5", 2L));
        assertThat(told("t.csv"))
                .isEqualTo("2 line 3 has 1 field where the others have 2; line 4 has 3 fields where the others have 2");
        assertThat(workspace.problem("t.csv").code()).isEqualTo("S408");
    }

    @Test
    void aTextThatIsNotOfItsType() {
        workspace.file("t.csv", "a,n\nx,1.5\ny,none\nz,2\nv,\n");
        assertThat(sumAndRows("t.csv")).isEqualTo(List.of("3.5", 3L));
        assertThat(told("t.csv")).isEqualTo("1 t.csv, line 3: \"none\" in column n is no decimal");
        workspace.file("t.json", "[{\"a\": 1, \"n\": \"1.5\"}, {\"a\": 2, \"n\": \"none\"}, {\"a\": 3, \"n\": \"2\"}]");
        assertThat(sumAndRows("t.json")).isEqualTo(List.of("3.5", 2L));
        assertThat(told("t.json")).isEqualTo("1 t.json, record 2: \"none\" in column n is no decimal");
    }

    @Test
    void anOpenQuotationMarkTakesNoOtherRowWithIt() {
        workspace.file("t.csv", "a,n\nx,1\n\"y,2\n" + "z,3\n".repeat(100_000) + "\"v\nw\",4\nu,\"5\n");
        assertThat(sumAndRows("t.csv")).isEqualTo(List.of("300005", 100_002L));
        assertThat(told("t.csv")).startsWith("2 line 3 has a quotation mark that is not closed");
    }

    @Test
    void anOpenQuotationMarkInAFileOfSeveralBlocksLosesNoRow() {
        workspace.file("t.csv", "a,n\nx,1\n\"y,2\n" + ("z".repeat(400) + ",3\n").repeat(25_000));
        assertThat(workspace.problem("t.csv").message())
                .isEqualTo("t.csv, line 3 has a quotation mark that is not closed");
        assertThat(sumAndRows("t.csv")).isEqualTo(List.of("75001", 25_001L));
    }

    @Test
    void severalFilesAreCountedTogether() {
        workspace.file("d/1.csv", "a,n\nx,1\ny\n").file("d/2.csv", "n;a\n2;x\nno;y\n4;z\n");
        assertThat(sumAndRows("d/*.csv")).isEqualTo(List.of("7", 3L));
        assertThat(told("d/*.csv")).startsWith("2 1.csv, line 3 has 1 field");
    }

    @Test
    void whereMostTextsAreNoneTheDefinitionIsWrong() {
        workspace.file("t.csv", "a,n\nx,one\ny,two\nz,3\n");
        assertThat(catchThrowableOfType(EngineException.class, () -> sumAndRows("t.csv"))
                        .diagnostic()
                        .code())
                .isEqualTo("E606");
    }

    @Test
    void whatIsReadableIsNot() {
        workspace.file("t.csv", "# a comment\na,n\n\"x\n\"\"y\"\"\",1\n5\" pipe,2\n");
        assertThat(sumAndRows("t.csv")).isEqualTo(List.of("3", 2L));
        assertThat(told("t.csv")).isEqualTo("0 ");
    }
}
