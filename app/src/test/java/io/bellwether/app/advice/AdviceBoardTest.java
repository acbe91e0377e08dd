package io.bellwether.app.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.query.Answering;
import io.bellwether.app.scorecard.Scorecards;
import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.lint.Finding;
import io.bellwether.core.lint.Past;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.EngineSettings;
import io.bellwether.engine.Engines;
import io.bellwether.engine.duckdb.DuckDbEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Advice that nobody waits for: at once from definitions, later with data, and anew when something changed. */
class AdviceBoardTest {
    private static final Path EXAMPLE = Path.of("../examples/lint/K116-unrealistic");
    private static final AsOf AS_OF = AsOf.date(LocalDate.of(2026, 6, 30));
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");

    @TempDir
    Path folder;

    private DuckDbEngine engine;
    private Bellwether bellwether;
    private Memory memory = Memory.NONE;
    private AdviceBoard board;

    @BeforeEach
    void open() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.copy(EXAMPLE.resolve("bellwether.yml"), folder.resolve("bellwether.yml"));
        Files.copy(EXAMPLE.resolve("data/sales.csv"), folder.resolve("data/sales.csv"));
        bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
        engine = new DuckDbEngine(EngineSettings.of(folder, List.of()));
        Engines engines = Engines.only(engine);
        Answering answering = new Answering(engines);
        board = new AdviceBoard(new Advices(answering, new Scorecards(answering)), engines, catalog -> memory);
    }

    @AfterEach
    void close() {
        engine.close();
        bellwether.close();
    }

    private AdviceBoard.Found settled(Snapshot snapshot) throws InterruptedException {
        AdviceBoard.Found found = board.look(snapshot, AS_OF, NOW);
        while (found.look() == AdviceBoard.Look.RUNNING) {
            Thread.sleep(20);
            found = board.look(snapshot, AS_OF, NOW);
        }
        return found;
    }

    @Test
    void definitionsAtOnceDataLaterAndOnlyOnce() throws Exception {
        Snapshot snapshot = bellwether.loader().load(1);
        AdviceBoard.Found first = board.look(snapshot, AS_OF, NOW);
        assertThat(first.look()).isEqualTo(AdviceBoard.Look.RUNNING);
        assertThat(first.advice().open()).isEmpty();
        AdviceBoard.Found settled = settled(snapshot);
        assertThat(settled.advice().open()).extracting(Finding::code).containsExactly("K116");
        assertThat(board.look(snapshot, AS_OF, NOW))
                .as("the same answer, not another")
                .isSameAs(settled);
    }

    @Test
    void otherDataIsLookedAtAnew() throws Exception {
        Snapshot snapshot = bellwether.loader().load(1);
        settled(snapshot);
        Path data = folder.resolve("data/sales.csv");
        Files.writeString(data, Files.readString(data) + "2026-06-29,4000,10,1\n");
        assertThat(settled(snapshot).advice().open())
                .as("one great order, and it is realistic")
                .isEmpty();
    }

    @Test
    void whatIsRememberedCounts() throws Exception {
        Snapshot snapshot = bellwether.loader().load(1);
        settled(snapshot);
        var change = new Past.Change(LocalDate.of(2026, 5, 1), "target 4,000 → 5,000", "ann@example.com");
        memory = new Memory(
                Map.of("fewer_returns", LocalDate.of(2026, 5, 1)), Map.of(), Map.of("more_orders", List.of(change)));
        assertThat(settled(snapshot).advice().open())
                .extracting(f -> f.code() + " " + f.subject().name())
                .containsExactlyInAnyOrder(
                        "K116 more_orders",
                        "K118 more_orders",
                        "K119 fewer_returns",
                        "K119 more_orders",
                        "K119 revenue_of_the_year");
    }
}
