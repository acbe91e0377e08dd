package io.bellwether.app.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.app.query.Answering;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.app.workspace.WorkspaceLoader;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineSettings;
import io.bellwether.engine.Engines;
import io.bellwether.engine.RowFiles;
import io.bellwether.engine.RowStream;
import io.bellwether.engine.duckdb.DuckDbEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractsTest {
    private static final String WORKSPACE = """
            name: Shop
            time_zone: Europe/Paris
            datasets:
              - { name: orders, source: orders.csv, time: at, fields: [{ name: twice, expression: price * 2 }] }
            metrics:
              - { name: revenue, expression: sum(orders.twice) }
            """;
    private static final String HEAD = "at,price,Note\n";
    private static final String ROWS =
            "2026-03-09 10:00:00,3,c\n2026-01-05 08:00:00,1,a\n2026-02-10 09:30:00,2,\"b, d\"\n,100,none\n";
    private static final LocalDateTime END = LocalDateTime.of(2027, 1, 1, 0, 0);

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path folder;

    private DuckDbEngine engine;
    private Extracts extracts;
    private Answering raw;
    private Catalog catalog;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), WORKSPACE);
        Files.writeString(folder.resolve("orders.csv"), HEAD + ROWS);
        engine = new DuckDbEngine(EngineSettings.of(folder, List.of()));
        raw = new Answering(Engines.only(engine));
        extracts = extracts(engine.rowFiles());
        catalog = new WorkspaceLoader(new WorkspaceFolder(folder, List.of()), Engines.only(engine))
                .load(1)
                .good();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Extracts extracts(RowFiles files) {
        return new Extracts(Engines.only(engine), engine, files, raw, folder);
    }

    private Extracts.Refreshed refresh(RowFiles files, boolean full) {
        var manner = new Extracts.Manner(Period.ofDays(7), full);
        var calendar = catalog.workspace().calendar();
        return extracts(files).refresh(dataset(), calendar, manner, NOW, Deadline.none());
    }

    private Extracts.Refreshed refresh() {
        return refresh(engine.rowFiles(), false);
    }

    private Dataset dataset() {
        return catalog.dataset("orders").orElseThrow();
    }

    private @Nullable Object revenue() {
        var year = new TimeWindow(END.minusYears(1), END);
        var question = Question.windows(List.of(MetricUse.of("revenue")), List.of(year), END);
        var answer = raw.answer(extracts.in(catalog), question, Deadline.none());
        return answer.table().rows().getFirst().getLast();
    }

    private List<List<@Nullable Object>> rows() {
        var source = extracts.in(catalog).dataset("orders").orElseThrow().source();
        engine.mount(source, Set.of("at", "price", "Note"), Deadline.none());
        return engine.run(
                        new SqlStatement(
                                "select price, \"Note\" from " + engine.relation(source) + " order by 1", List.of()),
                        Deadline.none())
                .rows();
    }

    @Test
    void anExtractHoldsEveryRowAndIsReadInThePlaceOfItsSource() throws IOException {
        var before = rows();
        assertThat(refresh()).isEqualTo(new Extracts.Refreshed("orders", 3, 0));
        assertThat(extracts.in(catalog)).isNotEqualTo(catalog);
        assertThat(rows()).isEqualTo(before).hasSize(4);
        assertThat(revenue()).isEqualTo(12L);
        Files.writeString(folder.resolve("orders.csv"), HEAD + "2026-05-01 00:00:00,50,z\n");
        assertThat(revenue()).as("until it is refreshed").isEqualTo(12L);
        extracts.drop("orders");
        assertThat(revenue()).isEqualTo(100L);
    }

    @Test
    void aRefreshReadsWhatIsNewAndAnOverlap() throws IOException {
        refresh();
        assertThat(refresh().rewritten()).as("the source is the same").isEqualTo(-1);
        Files.writeString(
                folder.resolve("orders.csv"),
                HEAD + ROWS.replace("08:00:00,1,a", "08:00:00,1000,a").replace(",3,c", ",4,c")
                        + "2026-04-01 00:00:00,5,e\n");
        assertThat(refresh()).isEqualTo(new Extracts.Refreshed("orders", 2, 2));
        assertThat(revenue()).as("January is as it was, March is read again").isEqualTo(24L);
        assertThat(refresh(engine.rowFiles(), true).kept()).isZero();
        assertThat(revenue()).isEqualTo(2022L);
    }

    /** Stops as a machine does, after so many files. */
    private RowFiles stopping(int after) {
        int[] written = new int[1];
        return new RowFiles() {
            @Override
            public void write(SqlStatement statement, Path file, Deadline deadline) {
                if (written[0]++ == after) {
                    throw new IllegalStateException("power cut");
                }
                engine.rowFiles().write(statement, file, deadline);
            }

            @Override
            public void write(RowStream rows, Path file, Deadline deadline) {
                throw new IllegalStateException("files are read where they are");
            }
        };
    }

    @Test
    void whereverARefreshStopsTheExtractBeforeStays() throws IOException {
        refresh();
        Files.writeString(folder.resolve("orders.csv"), HEAD + "2026-05-01 00:00:00,50,z\n2026-06-01 00:00:00,50,z\n");
        for (int after = 0; after < 3; after++) {
            int stop = after;
            assertThatThrownBy(() -> refresh(stopping(stop), true)).hasMessage("power cut");
            assertThat(revenue()).as("stopped after " + after).isEqualTo(12L);
        }
        // All files written, but not yet named as the ones to read.
        Files.writeString(folder.resolve(".bellwether/extracts/orders/current.new"), "bellwether extract 2\nhalf");
        assertThat(revenue()).isEqualTo(12L);
        refresh(engine.rowFiles(), true);
        assertThat(revenue()).isEqualTo(200L);
        try (var all = Files.list(folder.resolve(".bellwether/extracts/orders"))) {
            assertThat(all.map(path -> path.getFileName().toString()).filter(name -> name.matches("\\d+")))
                    .containsExactlyInAnyOrder("1", "2");
        }
    }

    @Test
    void anExtractOfAnotherSourceIsNotRead() throws IOException {
        refresh();
        Files.writeString(folder.resolve("other.csv"), HEAD + "2026-05-01 00:00:00,50,z\n");
        Files.writeString(folder.resolve("bellwether.yml"), WORKSPACE.replace("orders.csv", "other.csv"));
        catalog = new WorkspaceLoader(new WorkspaceFolder(folder, List.of()), Engines.only(engine))
                .load(2)
                .good();
        assertThat(revenue()).isEqualTo(100L);
    }

    @Test
    void anExtractThatLacksAColumnIsNotRead() throws IOException {
        refresh();
        Files.writeString(folder.resolve("orders.csv"), "at,price,Note,more\n2026-05-01 00:00:00,50,z,1\n");
        assertThat(extracts.in(catalog))
                .as("the old columns are enough for old definitions")
                .isNotEqualTo(catalog);
        catalog = new WorkspaceLoader(new WorkspaceFolder(folder, List.of()), Engines.only(engine))
                .load(2)
                .good();
        assertThat(extracts.in(catalog)).isEqualTo(catalog);
        assertThat(revenue()).isEqualTo(100L);
    }
}
