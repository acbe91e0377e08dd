package io.bellwether.engine.duckdb;

import static io.bellwether.engine.duckdb.Workspace.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.source.Diagnostic;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people really put into a folder: each is read rightly, or is a problem with a place and a fix. */
@Timeout(30)
class BadInputTest {
    private Workspace workspace;

    @BeforeEach
    void open(@TempDir Path folder) {
        workspace = new Workspace(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void assertProblem(String pattern, String code, String part) {
        Diagnostic problem = workspace.problem(pattern);
        assertThat(problem.code()).as(problem.toString()).isEqualTo(code);
        assertThat(problem.message())
                .contains(part)
                .hasSizeLessThan(500)
                .doesNotContain("\n", workspace.folder.toString());
        assertThat(problem.fix()).isNotBlank();
    }

    /** Far more rows than any sample. */
    private static String manyRows() {
        return IntStream.range(0, 60_000).mapToObj(i -> i + ",5,2024-01-01\n").collect(Collectors.joining());
    }

    @Test
    void emptyFiles() {
        workspace.file("a.csv", "").file("b.json", "").file("c.parquet", "").file("d.xlsx", "");
        workspace.file("e.csv.gz", gzip(""));
        for (String name : List.of("a.csv", "b.json", "c.parquet", "d.xlsx", "e.csv.gz")) {
            assertProblem(name, "S405", name);
        }
    }

    @Test
    void onlyAHeader() {
        workspace.file("a.csv", "x,y\n");
        assertThat(workspace.describe("a.csv").columns()).hasSize(2);
        assertThat(workspace.ask("a.csv", Set.of("x"), "select count(*) from $").rows())
                .containsExactly(List.of(0L));
    }

    @Test
    void missingAndFolderAndUnknownKind() throws Exception {
        Files.createDirectories(workspace.folder.resolve("sub.csv"));
        workspace.file("notes.docx", "x");
        assertProblem("no.csv", "S403", "no.csv");
        assertProblem("no/*.csv", "S403", "no/*.csv");
        assertProblem("sub.csv", "S404", "folder");
        assertProblem("notes.docx", "S402", "notes.docx");
    }

    @Test
    void otherEncodingsAreReadAsTheyAre() {
        String text = "name,n\nZoë,1\nÅsa,2\n";
        Charset windows = Charset.forName("windows-1252");
        workspace.file("latin.csv", text.getBytes(windows));
        workspace.file("utf16le.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        workspace.file("utf16be.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE));
        workspace.file("unmarked.csv", text.getBytes(StandardCharsets.UTF_16LE));
        workspace.file("marked8.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
        workspace.file("late.csv", ("a,b,c\n" + manyRows().repeat(5) + "7,Zoë,\n").getBytes(windows));
        for (String name : List.of("latin.csv", "utf16le.csv", "utf16be.csv", "unmarked.csv", "marked8.csv")) {
            assertThat(workspace
                            .ask(name, Set.of("name", "n"), "select name, n from $ order by n")
                            .rows())
                    .as(name)
                    .containsExactly(List.of("Zoë", 1L), List.of("Åsa", 2L));
        }
        assertThat(workspace
                        .ask("late.csv", Set.of("b"), "select max(b) from $")
                        .rows())
                .containsExactly(List.of("Zoë"));
    }

    @Test
    void damagedTextSaysWhere() {
        byte[] bytes = "a,b\nä,1\n?,2\n".getBytes(StandardCharsets.UTF_8);
        bytes[9] = (byte) 0xE4;
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        workspace.file("mixed.csv", bytes).file("noise.csv", noise);
        assertProblem("mixed.csv", "S406", "mixed.csv, line 3: byte 9");
        assertProblem("noise.csv", "S406", "not text");
    }

    @Test
    void aTenMegabyteLine() {
        String big = "x".repeat(10_000_000);
        workspace.file("a.csv", "a,b\n1," + big + "\n2,y\n").file("b.csv", big);
        workspace.file("late.csv", "a,b,c\n" + manyRows().repeat(8) + "1," + big + ",2024-01-01\n");
        assertProblem("a.csv", "S407", "line 2");
        assertProblem("b.csv", "S407", "line 1");
        assertProblem("late.csv", "S407", "late.csv");
    }

    @Test
    void whatOnlyAMachineWrites() {
        workspace.file("digits.csv", "a,b\n1," + "1".repeat(1_900_000) + "\n");
        workspace.file("wide.csv", "a" + ",1".repeat(900_000) + "\n");
        assertProblem("digits.csv", "S407", "line 2 has more than 100000 digits");
        assertProblem("wide.csv", "S407", "more than 20000 columns");
    }

    @Test
    void fiveThousandColumnsAreReadAndNoted() {
        String header = IntStream.range(0, 5000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, 5000).mapToObj(i -> "" + i).collect(Collectors.joining(","));
        workspace.file("wide.csv", header + "\n" + row + "\n" + row + "\n");
        assertThat(workspace.describe("wide.csv").columns()).hasSize(5000);
        assertThat(workspace.describe("wide.csv").warnings())
                .extracting(Diagnostic::code)
                .containsExactly("S414");
        assertThat(workspace
                        .ask("wide.csv", Set.of("c4999"), "select sum(c4999) from $")
                        .rows())
                .containsExactly(List.of(9998L));
    }

    @Test
    void raggedRowsSayTheirLine() {
        workspace.file("short.csv", "a,b,c\n1,2,3\n4,5\n6,7,8\n").file("long.csv", "a,b,c\n1,2,3\n4,5,6,7\n6,7,8\n");
        workspace.file("top.csv", "Report of 2024\n\na,b,c\n1,2,3\n4,5,6\n");
        workspace.file("late.csv", "a,b,c\n" + manyRows() + "5,6\n1,2,2024-01-01\n");
        workspace.file("open.csv", "a,b\n\"x,1\nfoo,2\nbar,3\n");
        workspace.file("shifted.csv", "a,b,c\n" + manyRows() + "5,2024-01-01\n1,2,2024-01-01\n");
        assertProblem("shifted.csv", "S408", "line 60002 has 2 fields where the others have 3");
        assertProblem("short.csv", "S408", "line 3 has 2 fields where the others have 3");
        assertProblem("long.csv", "S408", "line 3 has 4 fields where the others have 3");
        assertProblem("top.csv", "S408", "line 1 has 1 fields where the others have 3");
        assertProblem("late.csv", "S408", "line 60002 has 2 fields where the others have 3");
        assertProblem("open.csv", "S408", "open.csv");
    }

    @Test
    void noRowIsDroppedForLookingLikeAComment() {
        workspace.file("a.csv", "a,b\n#1,2\n#2,3\n\"#3\",4\n");
        assertThat(workspace
                        .ask("a.csv", Set.of("b"), "select count(*), sum(b) from $")
                        .rows())
                .containsExactly(List.of(3L, 9L));
    }

    @Test
    void quotesThatComeLateAreStillQuotes() {
        workspace.file("a.csv", "a,b,c\n" + manyRows() + "1,\"5\",2024-01-01\n");
        assertThat(workspace.ask("a.csv", Set.of("b"), "select sum(b) from $").rows())
                .containsExactly(List.of(300_005L));
    }

    @Test
    void quotationMarksInsideAFieldAreItsOwn() {
        workspace.file("a.csv", "name,n\n5\" pipe,1\n\"6\"\" pipe, long\",2\n");
        assertThat(workspace
                        .ask("a.csv", Set.of("name", "n"), "select name from $ order by n")
                        .rows())
                .containsExactly(List.of("5\" pipe"), List.of("6\" pipe, long"));
        workspace.file("b.csv", "name,n\n" + "x,1\n".repeat(30_000) + "\"x\" y,3\n");
        assertProblem("b.csv", "S408", "line 30002 has a quotation mark that is not closed");
    }

    @Test
    void headersThatAreMissingOrDoubled() {
        workspace.file("none.csv", "1,2\n3,4\n").file("twice.csv", "id,id\n1,2\n");
        assertThat(workspace.describe("none.csv").warnings())
                .extracting(Diagnostic::code)
                .containsExactly("S415");
        assertThat(workspace
                        .ask("none.csv", Set.of("column0"), "select sum(column0) from $")
                        .rows())
                .containsExactly(List.of(4L));
        assertThat(workspace.describe("twice.csv").warnings())
                .extracting(Diagnostic::code)
                .containsExactly("S416");
    }

    @Test
    void datesThatCouldBeReadInTwoWaysAreNoted() {
        workspace.file("two.csv", "d,n\n01/02/2024,1\n,2\n").file("one.csv", "d,n\n01/02/2024,1\n13/02/2024,2\n");
        workspace.file("at.csv", "d,n\n01/02/2024 10:00:00,1\n").file("iso.csv", "d,n\n2024-02-01,1\n");
        assertThat(workspace.describe("two.csv").warnings())
                .extracting(Diagnostic::code)
                .containsExactly("S418");
        assertThat(workspace.describe("at.csv").warnings())
                .extracting(Diagnostic::code)
                .containsExactly("S418");
        assertThat(workspace.describe("one.csv").warnings()).isEmpty();
        assertThat(workspace.describe("iso.csv").warnings()).isEmpty();
    }

    @Test
    void gzipThatIsCutOrIsNone() {
        byte[] packed = gzip("a,b,c\n" + manyRows().repeat(10));
        workspace.file("cut.csv.gz", Arrays.copyOf(packed, packed.length / 2)).file("none.csv.gz", "a,b\n1,2\n");
        byte[] json = gzip("{\"a\":1}\n".repeat(100_000));
        workspace.file("cut.json.gz", Arrays.copyOf(json, json.length - 4));
        assertProblem("cut.csv.gz", "S410", "cut.csv.gz");
        assertProblem("none.csv.gz", "S410", "none.csv.gz");
        assertProblem("cut.json.gz", "S410", "cut.json.gz");
    }

    @Test
    void parquetThatIsNone() throws Exception {
        ParquetFiles.write(workspace.folder.resolve("good.parquet"), "select range as a from range(100000)");
        byte[] good = Files.readAllBytes(workspace.folder.resolve("good.parquet"));
        workspace.file("text.parquet", "a,b\n1,2\nand much more than twelve bytes");
        workspace.file("cut.parquet", Arrays.copyOf(good, good.length / 2));
        Arrays.fill(good, good.length - 200, good.length - 8, (byte) 7);
        workspace.file("broken.parquet", good);
        assertProblem("text.parquet", "S411", "text.parquet is not a Parquet file");
        assertProblem("cut.parquet", "S411", "cut.parquet is cut off");
        assertProblem("broken.parquet", "S411", "broken.parquet");
    }

    @Test
    void jsonThatIsNone() {
        workspace.file("a.json", "[{\"a\":1},{\"a\":2,").file("deep.json", "[".repeat(1_000_000));
        workspace.file("nested.json", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
        workspace.file("mixed.ndjson", "{\"a\":1}\n{\"a\":\"x\"}\n");
        assertThat(workspace
                        .ask("mixed.ndjson", Set.of("a"), "select a from $ order by a")
                        .rows())
                .containsExactly(List.of("1"), List.of("x"));
        assertProblem("a.json", "S412", "a.json");
        assertProblem("deep.json", "S412", "deep.json");
        assertProblem("nested.json", "S412", "nested.json");
    }
}
