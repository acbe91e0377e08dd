package io.bellwether.engine.duckdb;

import static io.bellwether.engine.duckdb.Workspace.source;
import static io.bellwether.engine.duckdb.Workspace.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DeadlineTest {
    private static final String ENDLESS =
            "select count(*) from range(100000000) a, range(100000000) b where a.range > b.range";

    private Workspace workspace;

    @BeforeEach
    void open(@TempDir Path folder) {
        workspace = new Workspace(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Diagnostic problem(String sql, Deadline deadline) {
        return catchThrowableOfType(EngineException.class, () -> workspace.engine.run(statement(sql), deadline))
                .diagnostic();
    }

    @Test
    void aStatementEndsAtItsDeadlineAndTheEngineGoesOn() {
        assertThat(problem(ENDLESS, Deadline.in(Duration.ofMillis(100))).code()).isEqualTo("E601");
        assertThat(problem("select 1", Deadline.in(Duration.ZERO)).code()).isEqualTo("E601");
        assertThat(workspace.engine.run(statement("select 1"), Deadline.none()).rows())
                .containsExactly(List.of(1L));
    }

    @Test
    void oneCancelStopsAllStatementsUnderIt() {
        Deadline deadline = Deadline.none();
        List<CompletableFuture<Diagnostic>> running = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> problem(ENDLESS, deadline)))
                .toList();
        deadline.cancel();
        assertThat(running).extracting(r -> r.join().code()).containsOnly("E602");
    }

    @Test
    void loadingEndsAtTheDeadlineToo() {
        workspace.file("a.csv", "x\n1\n");
        assertThat(catchThrowableOfType(
                                EngineException.class,
                                () -> workspace.engine.mount(source("a.csv"), Set.of("x"), Deadline.in(Duration.ZERO)))
                        .diagnostic()
                        .code())
                .isEqualTo("E601");
    }

    @Test
    void badStatementsAreProblemsOfOneLine() {
        for (String sql :
                List.of("select nonsense", "selec 1", "select 9223372036854775807 + 1", "select 'x'::integer")) {
            Diagnostic problem = problem(sql, Deadline.none());
            assertThat(problem.code()).isIn("E605", "E606");
            assertThat(problem.message()).doesNotContain("\n").doesNotContain("Exception");
        }
        assertThat(problem("from range(1000001)", Deadline.none()).code()).isEqualTo("E604");
    }

    @Test
    void nothingLeadsOutOfTheEngine(@TempDir Path elsewhere) throws Exception {
        java.nio.file.Files.writeString(elsewhere.resolve("secret.csv"), "x\n1\n");
        for (String sql : List.of(
                "from read_csv('" + elsewhere + "/secret.csv')",
                "from read_text('/etc/passwd')",
                "copy (select 1) to '" + elsewhere + "/out.csv'",
                "attach '" + elsewhere + "/x.db'",
                "install httpfs",
                "load httpfs",
                "set enable_external_access = true",
                "from read_csv('http://localhost/x.csv')")) {
            assertThat(problem(sql, Deadline.none()).code()).as(sql).isEqualTo("E605");
        }
    }

    @Test
    void manyAtOnceLoadASourceOnce() {
        workspace.file("a.csv", "x,y\n" + "1,2\n".repeat(1000));
        List<CompletableFuture<Object>> asking = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> (Object) workspace
                        .ask("a.csv", Set.of(i % 2 == 0 ? "x" : "y"), "select count(*) from $")
                        .rows()
                        .getFirst()
                        .getFirst()))
                .toList();
        assertThat(asking).extracting(CompletableFuture::join).containsOnly(1000L);
    }

    @Test
    void closingTheEngineEndsItsStatements() {
        List<CompletableFuture<Diagnostic>> running = IntStream.range(0, 3)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> problem(ENDLESS, Deadline.none())))
                .toList();
        workspace.close();
        assertThat(running).allSatisfy(r -> assertThat(r.join().code()).startsWith("E6"));
    }
}
