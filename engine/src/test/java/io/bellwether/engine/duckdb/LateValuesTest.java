package io.bellwether.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.expression.Type;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sample of the first rows would miss: DuckDB by itself rounds the late fraction and cuts off the late time. */
class LateValuesTest {
    private static final String ROWS =
            IntStream.range(0, 60_000).mapToObj(i -> i + ",5,2024-01-01\n").collect(Collectors.joining());

    private Workspace workspace;

    @BeforeEach
    void open(@TempDir Path folder) {
        workspace = new Workspace(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void fractionsAmongWholeNumbersAreReadAsTheyAre() {
        workspace.file("a.csv", "a,b,c\n" + ROWS + "1,5.5,2024-01-01\n");
        assertThat(workspace.ask("a.csv", Set.of("b"), "select max(b) from $").rows())
                .containsExactly(List.of(new BigDecimal("5.5")));
        assertThat(workspace.describe("a.csv").columns()).contains(new Column("b", Type.DECIMAL));
    }

    @Test
    void aTimeAmongDatesIsNotCutOff() {
        workspace.file("a.csv", "a,b,c\n" + ROWS + "1,5,2024-01-02 10:30:00\n");
        assertThat(workspace.ask("a.csv", Set.of("c"), "select max(c) from $").rows())
                .containsExactly(List.of(LocalDateTime.of(2024, 1, 2, 10, 30)));
    }

    @Test
    void textAmongNumbersMakesTheColumnText() {
        workspace.file("a.csv", "a,b,c\n" + ROWS + "x12,5,2024-01-01\n");
        assertThat(workspace
                        .ask("a.csv", Set.of("a"), "select max(a), count(*) from $")
                        .rows())
                .containsExactly(List.of("x12", 60_001L));
    }

    @Test
    void aLateFileOfAGlobCountsAsMuchAsTheFirst() {
        workspace.file("d/1.csv", "a,b,c\n" + ROWS).file("d/2.csv", "a,b,c\n1,5.5,13/02/2024\n");
        workspace.file("d/3.csv", "a,b,c\n1,,\n");
        assertThat(workspace
                        .ask("d/*.csv", Set.of("b", "c"), "select max(b), max(c), count(*) from $")
                        .rows())
                .containsExactly(List.of(new BigDecimal("5.5"), LocalDate.of(2024, 2, 13), 60_002L));
    }

    @Test
    void aLateLetterTellsTheEncoding() {
        String name = "n".repeat(100);
        String rows = (name + ",1\n").repeat(60_000);
        workspace.file("a.csv", ("name,b\n" + rows + "Zoë,2\n").getBytes(Charset.forName("windows-1252")));
        assertThat(workspace
                        .ask("a.csv", Set.of("name", "b"), "select name from $ where b = 2")
                        .rows())
                .containsExactly(List.of("Zoë"));
    }

    @Test
    void aLateRaggedRowIsAProblemWithItsLine() {
        workspace.file("a.csv", "a,b,c\n" + ROWS + "1,2\n");
        assertThat(workspace.problem("a.csv").message()).contains("line 60002");
    }
}
