package io.bellwether.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is larger than the engine's memory goes to disk and comes to its end. */
class SpillTest {
    private static final long CEILING = 200L * 1024 * 1024;

    /** 6 million groups of a number and a text of 60 letters: some 600 MB while they are counted. */
    private static final SqlStatement LARGER = new SqlStatement(
            "select count(*), sum(n) from (select i % 6000000 as k, repeat('x', 50) || i % 6000000 as t, count(*) as n"
                    + " from range(7000000) as r(i) group by all)",
            List.of());

    private static long spilled(DuckDbEngine engine) {
        var files = new SqlStatement("select coalesce(sum(size), 0)::bigint from duckdb_temporary_files()", List.of());
        return (long) engine.run(files, Deadline.none()).rows().getFirst().getFirst();
    }

    @Test
    void aQuestionLargerThanTheCeilingFinishes(@TempDir Path folder) {
        var settings = new EngineSettings(folder, List.of(), null, CEILING, 2);
        try (var engine = new DuckDbEngine(settings)) {
            var answer = CompletableFuture.supplyAsync(() -> engine.run(LARGER, Deadline.none()));
            long spilled = 0;
            while (!answer.isDone()) {
                spilled = Math.max(spilled, spilled(engine));
            }
            assertThat(answer.join().rows()).containsExactly(List.of(6_000_000L, 7_000_000L));
            assertThat(spilled).as("bytes in files").isGreaterThan(CEILING / 4);
            assertThat(spilled(engine)).as("afterwards").isZero();
            assertThat(engine.run(
                                    new SqlStatement(
                                            "select current_setting('memory_limit'), current_setting('temp_directory')",
                                            List.of()),
                                    Deadline.none())
                            .rows()
                            .getFirst()
                            .getFirst())
                    .isEqualTo("200.0 MiB");
        }
    }
}
