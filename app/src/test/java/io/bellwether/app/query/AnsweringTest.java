package io.bellwether.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.app.workspace.WorkspaceLoader;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineSettings;
import io.bellwether.engine.Engines;
import io.bellwether.engine.duckdb.DuckDbEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers are kept as long as their files stay as they are. */
class AnsweringTest {
    private static final String WORKSPACE = """
            name: Shop
            time_zone: Europe/Paris
            datasets:
              - { name: orders, source: orders.csv, time: day }
              - { name: customers, source: customers.csv, primary_key: [id] }
            relationships:
              - { from: orders, to: customers, columns: { customer: id } }
            metrics:
              - { name: revenue, expression: sum(orders.price) }
            """;

    @TempDir
    Path folder;

    private CountedRuns engine;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), WORKSPACE);
        Files.writeString(folder.resolve("orders.csv"), "day,price,customer\n2026-02-10,5,1\n2026-03-31,7,2\n");
        Files.writeString(folder.resolve("customers.csv"), "id,country\n1,France\n2,Spain\n");
        engine = engine(true);
    }

    private CountedRuns engine(boolean versions) {
        return new CountedRuns(new DuckDbEngine(EngineSettings.of(folder, List.of())), versions);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private List<List<@Nullable Object>> ask(Queries queries) {
        Catalog catalog = new WorkspaceLoader(new WorkspaceFolder(folder, List.of()), Engines.only(engine))
                .load(1)
                .good();
        var text = new QuestionText(
                List.of("revenue"), List.of("customers.country"), null, null, null, List.of(), List.of(), null);
        return queries.answer(catalog, text, AsOf.date(LocalDate.of(2026, 3, 31)), Deadline.none())
                .table()
                .rows();
    }

    @Test
    void theSameQuestionRunsOnceUntilAFileChanges() throws IOException {
        var queries = new Queries(new Answering(Engines.only(engine), new AnswerCache(1000), PlanChange.NONE));
        assertThat(ask(queries)).isEqualTo(ask(queries)).hasSize(2);
        assertThat(engine.ran).hasSize(1);
        Files.writeString(folder.resolve("customers.csv"), "id,country\n1,Belgium\n2,Belgium\n");
        assertThat(ask(queries)).containsExactly(List.of("Belgium", 12L));
        assertThat(engine.ran).hasSize(2);
    }

    @Test
    void nothingIsKeptOfDataWithoutAVersion() {
        engine.close();
        engine = engine(false);
        var queries = new Queries(new Answering(Engines.only(engine), new AnswerCache(1000), PlanChange.NONE));
        ask(queries);
        ask(queries);
        assertThat(engine.ran).hasSize(2);
    }
}
