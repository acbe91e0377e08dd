package io.bellwether.engine.duckdb;

import static io.bellwether.engine.sheet.RawWorkbook.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.FileReading;
import io.bellwether.core.catalog.SkippedRows;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.sheet.RawWorkbook;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A definition says which sheet is meant, and where the names stand. */
@Timeout(30)
class ToldPlaceTest {
    private Workspace workspace;

    @BeforeEach
    void open(@TempDir Path folder) {
        workspace = new Workspace(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static DataSource source(String file, @Nullable String sheet, int header) {
        return new DataSource.Files(
                file, new FileReading(Map.of(), SkippedRows.NONE, false, new FileReading.Place(sheet, header)));
    }

    private List<?> sold(String file, @Nullable String sheet, int header) {
        DataSource source = source(file, sheet, header);
        workspace.engine.mount(source, Set.of("sold"), Deadline.none());
        return workspace
                .engine
                .run(
                        Workspace.statement("select sum(sold), count(*) from " + workspace.engine.relation(source)),
                        Deadline.none())
                .rows()
                .getFirst();
    }

    private Diagnostic problem(String file, @Nullable String sheet, int header) {
        return catchThrowableOfType(EngineException.class, () -> workspace.engine.describe(source(file, sheet, header)))
                .diagnostic();
    }

    private void files() throws IOException {
        new RawWorkbook()
                .sheet(row(1, "shop", "sold") + row(2, "N", 1))
                .sheet(
                        "Second",
                        "visible",
                        row(1, "in", "EUR")
                                + row(2, "net", "all")
                                + row(3, "shop", "sold")
                                + row(4, "N", 5)
                                + row(5, "S", 8),
                        "")
                .write(workspace.folder.resolve("a.xlsx"));
        workspace.file("a.csv", "a,b\n1,2\nshop,sold\nN,5\nS,8\n");
        workspace.file("a.ndjson", "{\"sold\": 1}\n");
    }

    @Test
    void theSheetAndTheRowThatAreMeant() throws IOException {
        files();
        assertThat(sold("a.xlsx", null, 0).toString()).isEqualTo("[1, 1]");
        assertThat(sold("a.xlsx", "Second", 3).toString()).isEqualTo("[13, 2]");
        assertThat(workspace.engine.describe(source("a.xlsx", "Second", 3)).warnings())
                .isEmpty();
        assertThat(sold("a.csv", null, 3).toString()).isEqualTo("[13, 2]");
    }

    @Test
    void aLineOfNumbersMayBeTheNames() {
        workspace.file("years.csv", "2024,2025\n1,2\n3,4\n");
        assertThat(workspace.engine.describe(source("years.csv", null, 1)).columns())
                .extracting(c -> c.name())
                .containsExactly("2024", "2025");
    }

    @Test
    void whatIsNotThereIsRefused() throws IOException {
        files();
        assertThat(problem("a.xlsx", "Third", 0).fix()).contains("Sheet1, Second");
        assertThat(problem("a.xlsx", "Second", 7).message())
                .isEqualTo("a.xlsx has nothing in row 7, where `header:` says the names are");
        assertThat(problem("a.csv", null, 7).message())
                .isEqualTo("a.csv has nothing in line 7, where `header:` says the names are");
        assertThat(problem("a.csv", "Second", 0).message()).contains("a.csv has no sheets");
        assertThat(problem("a.ndjson", null, 2).message()).contains("has no line of names");
    }
}
