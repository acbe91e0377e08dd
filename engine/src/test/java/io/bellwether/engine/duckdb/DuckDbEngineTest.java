package io.bellwether.engine.duckdb;

import static io.bellwether.engine.duckdb.Workspace.gzip;
import static io.bellwether.engine.duckdb.Workspace.source;
import static io.bellwether.engine.duckdb.Workspace.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.expression.Type;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbEngineTest {
    private static final String SALES = "day,shop,amount\n2024-01-01,Rome,10.5\n2024-01-02,Oslo,2\n2024-01-02,Rome,\n";

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
    void csvHasColumnsOfTheTypesThatAllRowsHave() {
        workspace.file("sales.csv", SALES);
        assertThat(workspace.describe("sales.csv").columns())
                .containsExactly(
                        new Column("day", Type.DATE),
                        new Column("shop", Type.TEXT),
                        new Column("amount", Type.DECIMAL));
    }

    @Test
    void csvAnswersAQuery() {
        workspace.file("data/sales.csv", SALES);
        Table table = workspace.ask(
                "data/sales.csv",
                Set.of("shop", "amount"),
                "select shop, sum(amount), count(*) from $ group by shop order by shop");
        assertThat(table.rows())
                .containsExactly(
                        List.of("Oslo", new BigDecimal("2.0"), 1L), List.of("Rome", new BigDecimal("10.5"), 2L));
    }

    @Test
    void gzipAndTabsAndSemicolonsAreRead() {
        workspace.file("a.csv.gz", gzip(SALES));
        workspace.file("b.tsv", SALES.replace(',', '\t'));
        workspace.file("c.csv", SALES.replace(',', ';').replace("10.5", "\"10;5\""));
        assertThat(workspace.ask("a.csv.gz", Set.of(), "select count(*) from $").rows())
                .containsExactly(List.of(3L));
        assertThat(workspace
                        .ask("b.tsv", Set.of("amount"), "select sum(amount) from $")
                        .rows())
                .containsExactly(List.of(new BigDecimal("12.5")));
        assertThat(workspace
                        .ask("c.csv", Set.of("amount"), "select max(amount) from $")
                        .rows())
                .containsExactly(List.of("2"));
    }

    @Test
    void moreColumnsOnDemand() {
        workspace.file("sales.csv", SALES);
        workspace.ask("sales.csv", Set.of("shop"), "select shop from $");
        Table table =
                workspace.ask("sales.csv", Set.of("amount"), "select shop, amount from $ order by amount limit 1");
        assertThat(table.rows()).containsExactly(List.of("Oslo", new BigDecimal("2.0")));
    }

    @Test
    void expectedColumnsComeAlongWithTheNextLoad() {
        workspace.file("sales.csv", SALES);
        workspace.engine.expect(source("sales.csv"), Set.of("AMOUNT", "no such column"));
        workspace.engine.expect(source("sales.csv"), Set.of("day"));
        Table table = workspace.ask("sales.csv", Set.of("shop"), "select * from $ order by all limit 1");
        assertThat(table.rows()).containsExactly(List.of(LocalDate.of(2024, 1, 1), "Rome", new BigDecimal("10.5")));
    }

    @Test
    void expectingLoadsNothing() {
        workspace.file("sales.csv", SALES);
        workspace.engine.expect(source("sales.csv"), Set.of("amount"));
        assertThat(workspace.engine.isStarted()).isFalse();
        workspace.engine.expect(source("not there.csv"), Set.of("amount"));
    }

    @Test
    void aLongFileWithLinesInsideQuotesIsWhole() {
        var text = new StringBuilder("id,note\n");
        for (int i = 0; i < 400_000; i++) {
            text.append(i)
                    .append(",\"said \"\"")
                    .append(i)
                    .append("\"\",\n")
                    .append(i)
                    .append(",x\"\n");
        }
        workspace.file("notes.csv", text.toString()).file("notes.csv.gz", gzip(text.toString()));
        for (String name : List.of("notes.csv", "notes.csv.gz")) {
            assertThat(workspace
                            .ask(
                                    name,
                                    Set.of("id", "note"),
                                    "select count(*), sum(id), count(*) filter (note = 'said \"' || id || '\",' || chr(10) || id"
                                            + " || ',x') from $")
                            .rows())
                    .containsExactly(List.of(400_000L, 79_999_800_000L, 400_000L));
        }
    }

    @Test
    void aChangedFileIsReadAgain() {
        workspace.file("sales.csv", SALES);
        workspace.ask("sales.csv", Set.of("amount"), "select 1 from $");
        workspace.file("sales.csv", "day,amount,extra\n2024-01-01,7,1\n");
        assertThat(workspace
                        .ask("sales.csv", Set.of("amount"), "select amount from $")
                        .rows())
                .containsExactly(List.of(7L));
    }

    @Test
    void jsonAsArrayOrLines() {
        workspace.file("a.json", "[{\"id\":1,\"name\":\"x\"},{\"id\":2,\"late\":true}]");
        workspace.file("b.ndjson.gz", gzip("{\"id\":1}\n{\"id\":2}\n"));
        assertThat(workspace.describe("a.json").columns())
                .containsExactly(
                        new Column("id", Type.INTEGER),
                        new Column("name", Type.TEXT),
                        new Column("late", Type.BOOLEAN));
        assertThat(workspace
                        .ask("a.json", Set.of("id"), "select sum(id) from $")
                        .rows())
                .containsExactly(List.of(3L));
        assertThat(workspace
                        .ask("b.ndjson.gz", Set.of("id"), "select sum(id) from $")
                        .rows())
                .containsExactly(List.of(3L));
    }

    @Test
    void parquetThatGrowsAndShrinksIsReadAsItIs() throws Exception {
        Path file = workspace.folder.resolve("a.parquet");
        for (int rows : new int[] {3, 200_000, 2, 300_000, 1}) {
            ParquetFiles.write(file, "select i, md5(i::text) as noise from range(" + rows + ") t(i)");
            assertThat(workspace
                            .ask("a.parquet", Set.of("i"), "select count(*), count(distinct noise) from $")
                            .rows())
                    .containsExactly(List.of((long) rows, (long) rows));
        }
    }

    @Test
    void parquetIsReadInPlace() throws Exception {
        ParquetFiles.write(workspace.folder.resolve("a.parquet"), "select 1 as id, 1.10::decimal(9,2) as price");
        assertThat(workspace.describe("a.parquet").columns())
                .containsExactly(new Column("id", Type.INTEGER), new Column("price", Type.DECIMAL));
        assertThat(workspace
                        .ask("a.parquet", Set.of("id"), "select price from $")
                        .rows())
                .containsExactly(List.of(new BigDecimal("1.10")));
    }

    @Test
    void globsUniteColumnsByName() throws Exception {
        workspace.file("d/1.csv", "a,b\n1,2\n").file("d/2.csv", "b,a,c\n20,10.5,x\n");
        ParquetFiles.write(workspace.folder.resolve("p/1.parquet"), "select 1 as a");
        ParquetFiles.write(workspace.folder.resolve("p/2.parquet"), "select 2 as b");
        assertThat(workspace.describe("d/*.csv").columns())
                .containsExactly(
                        new Column("a", Type.DECIMAL), new Column("b", Type.INTEGER), new Column("c", Type.TEXT));
        assertThat(workspace
                        .ask("d/*.csv", Set.of("a", "b"), "select sum(a), sum(b) from $")
                        .rows())
                .containsExactly(List.of(new BigDecimal("11.5"), 22L));
        assertThat(workspace.describe("p/*.parquet").columns()).hasSize(2);
        assertThat(workspace
                        .ask("p/*.parquet", Set.of(), "select count(*) from $")
                        .rows())
                .containsExactly(List.of(2L));
    }

    @Test
    void valuesAreExact() {
        Table table = workspace.engine.run(
                statement(
                        "select true, 3::tinyint, 170141183460469231731687303715884105727::hugeint, 0.10::decimal(4,2),"
                                + " 1.5::float, 'x', date '2024-02-29', timestamp '2024-02-29 12:00:00.123456',"
                                + " timestamptz '2024-02-29 12:00:00+02', time '10:30', null::integer, [1, 2]"),
                Deadline.none());
        assertThat(table.rows().getFirst())
                .containsExactly(
                        true,
                        3L,
                        new BigInteger("170141183460469231731687303715884105727"),
                        new BigDecimal("0.10"),
                        1.5,
                        "x",
                        LocalDate.of(2024, 2, 29),
                        LocalDateTime.of(2024, 2, 29, 12, 0, 0, 123_456_000),
                        Instant.parse("2024-02-29T10:00:00Z"),
                        LocalTime.of(10, 30),
                        null,
                        "[1, 2]");
        assertThat(table.columns().get(2).type()).isEqualTo(Type.INTEGER);
    }

    @Test
    void keysAreCheckedAndRemembered() {
        workspace.file("k.csv", "id,part,x\n1,1,a\n1,2,a\n,2,a\n,2,b\n");
        var engine = workspace.engine;
        assertThat(engine.keyCheck(source("k.csv"), List.of("id", "part"), Deadline.none())
                        .isUnique())
                .isTrue();
        assertThat(engine.keyCheck(source("k.csv"), List.of("id"), Deadline.none())
                        .example())
                .isEqualTo("1");
        try (Workspace next = new Workspace(workspace.folder)) {
            assertThat(next.engine
                            .keyCheck(source("k.csv"), List.of("id"), Deadline.none())
                            .isUnique())
                    .isFalse();
            assertThat(next.engine.isStarted()).isFalse();
        }
    }

    @Test
    void namesThatDifferInCaseOnlyAreTwoSources() {
        workspace.file("a.csv", "x\n1\n").file("A.csv", "x\n2\n");
        assertThat(workspace.ask("a.csv", Set.of("x"), "select x from $").rows())
                .containsExactly(List.of(1L));
        assertThat(workspace.ask("A.csv", Set.of("X"), "select x from $").rows())
                .containsExactly(List.of(2L));
        assertThat(workspace.ask("a.csv", Set.of("x"), "select x from $").rows())
                .containsExactly(List.of(1L));
    }

    @Test
    void oddFileNamesStandForThemselves() {
        for (String name : List.of("it's; drop.csv", "a\"b.csv", "[x]*?.csv", "späß 日本.csv")) {
            workspace.file(name, "x\n5\n");
            assertThat(workspace.ask(name, Set.of("x"), "select x from $").rows())
                    .containsExactly(List.of(5L));
        }
    }
}
