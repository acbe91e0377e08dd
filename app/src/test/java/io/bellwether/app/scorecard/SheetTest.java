package io.bellwether.app.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.query.Answering;
import io.bellwether.app.query.EngineAround;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.app.workspace.WorkspaceLoader;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.judge.Reading;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.EngineSettings;
import io.bellwether.engine.Engines;
import io.bellwether.engine.Table;
import io.bellwether.engine.duckdb.DuckDbEngine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many lines in one question, of which some fail while it runs: only these do, and hardly more statements run for that. */
class SheetTest {
    private static final int METRICS = 200;
    private static final Set<Integer> BROKEN = Set.of(37, 150);
    private static final LocalDateTime END = LocalDateTime.of(2026, 4, 1, 0, 0);
    private static final TimeWindow MARCH = new TimeWindow(END.minusMonths(1), END);
    private static final TimeWindow FEBRUARY = new TimeWindow(END.minusMonths(2), END.minusMonths(1));

    @TempDir
    Path folder;

    private Counting engine;
    private Catalog catalog;

    /** A real engine that counts what it was asked, and may be out of reach. */
    private static final class Counting extends EngineAround {
        private int runs;
        private @Nullable EngineException away;

        Counting(Engine engine) {
            super(engine);
        }

        @Override
        public Table run(SqlStatement statement, Deadline deadline) {
            runs++;
            if (away != null) {
                throw away;
            }
            return super.run(statement, deadline);
        }
    }

    @BeforeEach
    void open() throws IOException {
        StringBuilder text =
                new StringBuilder("name: Shop\ndatasets: [{ name: sales, source: sales.csv, time: day }]\nmetrics:\n");
        for (int i = 0; i < METRICS; i++) {
            String expression =
                    BROKEN.contains(i) ? "sum(cast(sales.shop as integer))" : "sum(sales.amount + " + i + ")";
            text.append("  - { name: m")
                    .append(i)
                    .append(", expression: \"")
                    .append(expression)
                    .append("\" }\n");
        }
        Files.writeString(folder.resolve("bellwether.yml"), text);
        Files.writeString(folder.resolve("sales.csv"), "day,shop,amount\n2026-02-10,York,5\n2026-03-31,Leeds,7\n");
        engine = new Counting(new DuckDbEngine(EngineSettings.of(folder, List.of())));
        catalog = new WorkspaceLoader(new WorkspaceFolder(folder, List.of()), Engines.only(engine))
                .load(1)
                .good();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static Sheet.Line line(int metric) {
        return new Sheet.Line("m" + metric, null);
    }

    private Sheet filled(Deadline deadline) {
        Sheet sheet = new Sheet();
        for (int i = 0; i < METRICS; i++) {
            sheet.want(line(i), i % 2 == 0 ? List.of(MARCH) : List.of(FEBRUARY, MARCH));
        }
        engine.runs = 0;
        sheet.fill(catalog, new Answering(Engines.only(engine)), END, deadline);
        return sheet;
    }

    @Test
    void aFewThatFailCostAFewStatements() {
        Sheet sheet = filled(Deadline.none());
        for (int i = 0; i < METRICS; i++) {
            if (BROKEN.contains(i)) {
                assertThat(sheet.read(line(i), MARCH)).as("m" + i).isInstanceOf(Reading.Failed.class);
            } else {
                assertThat(sheet.read(line(i), MARCH).orNull()).as("m" + i).isEqualByComparingTo("" + (7 + i));
                BigDecimal before = sheet.read(line(i), FEBRUARY).orNull();
                assertThat(before).as("m" + i).isEqualTo(i % 2 == 0 ? null : BigDecimal.valueOf(5 + i));
            }
        }
        // Both ways to one of 200 by halves: the statement itself, then two for each of eight halvings.
        assertThat(engine.runs).isLessThanOrEqualTo(1 + 2 * 2 * 8);
    }

    @Test
    void whatStopsEverythingIsAskedOnce() {
        engine.away = EngineException.of("E611", "nothing answers", null);
        Sheet sheet = filled(Deadline.none());
        assertThat(engine.runs).isEqualTo(1);
        for (int i = 0; i < METRICS; i++) {
            assertThat(sheet.read(line(i), MARCH)).isInstanceOf(Reading.Failed.class);
        }
    }

    @Test
    void whoHasNoTimeLeftIsNotAskedAgain() {
        engine.away = EngineException.of("E605", "refused", null);
        Sheet sheet = filled(Deadline.in(Duration.ZERO));
        assertThat(engine.runs).isLessThanOrEqualTo(1);
        assertThat(sheet.read(line(3), FEBRUARY)).isInstanceOf(Reading.Failed.class);
    }
}
