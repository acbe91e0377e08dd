package io.bellwether.app.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.query.Answering;
import io.bellwether.app.query.Queries;
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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source is loaded once for all statements of a use case, with the columns of all of them. */
class ReadOnceTest {
    private static final AsOf AS_OF = AsOf.date(LocalDate.of(2026, 3, 31));
    private static final String WORKSPACE = """
            name: Shop
            time_zone: Europe/Paris
            datasets:
              - name: orders
                source: orders.csv
                time: day
                expected_every: 1 day
                tests: [{ not_null: price }]
              - { name: plan, source: plan.csv, time: month, expected_every: never, tests: [{ not_null: month }] }
            metrics:
              - { name: revenue, expression: sum(orders.price * orders.quantity), direction: up }
              - { name: customers, expression: count(distinct orders.customer), direction: up }
              - { name: planned, expression: sum(plan.amount) }
            objectives: [{ name: grow, statement: Grow, owner: a@example.com, timeframe: 2026 }]
            kpis:
              - { name: sold, metric: revenue, objective: grow, owner: a@example.com, cadence: monthly, target: { metric: planned, every: month }, supporting: [customers],
                  where: "orders.country = 'France'" }
            """;

    @TempDir
    Path folder;

    private LoadCount engine;
    private Catalog catalog;
    private Answering answering;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), WORKSPACE);
        Files.writeString(
                folder.resolve("orders.csv"),
                "id,day,price,quantity,customer,country,note\n1,2026-02-10,5,2,c,France,x\n2,2026-03-31,7,1,d,France,y\n");
        Files.writeString(folder.resolve("plan.csv"), "month,amount\n2026-02-01,8\n2026-03-01,9\n");
        engine = new LoadCount(new DuckDbEngine(EngineSettings.of(folder, List.of())));
        catalog = new WorkspaceLoader(new WorkspaceFolder(folder, List.of()), Engines.only(engine))
                .load(1)
                .good();
        answering = new Answering(Engines.only(engine));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void scorecard() {
        Scorecard card = new Scorecards(answering).scorecard(catalog, ScorecardRequest.all(AS_OF), Deadline.none());
        // How far data reaches, the facts, and the plan, whose rows are seen whatever the as-of.
        assertThat(card.statements()).hasSize(3);
        assertThat(card.kpis().toList().getFirst().measured().value()).isEqualByComparingTo("7");
        assertThat(engine.loads()).containsOnly(Map.entry("orders.csv", 1), Map.entry("plan.csv", 1));
    }

    @Test
    void comparison() {
        var text = new QuestionText(
                List.of("revenue"),
                List.of("orders.country", "time.month"),
                "orders.note <> 'z'",
                "2026-03",
                "2026-03",
                List.of("previous"),
                List.of(),
                null);
        assertThat(new Queries(answering)
                        .answer(catalog, text, AS_OF, Deadline.none())
                        .statements())
                .hasSize(2);
        assertThat(engine.loads()).containsOnly(Map.entry("orders.csv", 1));
    }
}
