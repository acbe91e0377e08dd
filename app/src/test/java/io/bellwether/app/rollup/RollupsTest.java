package io.bellwether.app.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.app.query.AnswerCache;
import io.bellwether.app.query.Answering;
import io.bellwether.app.query.Ran;
import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.app.scorecard.ScorecardRequest;
import io.bellwether.app.scorecard.Scorecards;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.app.workspace.WorkspaceLoader;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.EngineSettings;
import io.bellwether.engine.Engines;
import io.bellwether.engine.duckdb.DuckDbEngine;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollupsTest {
    private static final Pattern FILES = Pattern.compile("\\.bellwether/rollups/([0-9a-f]+)");

    private static final String WORKSPACE = """
            name: Shop
            time_zone: Europe/Paris
            datasets:
              - { name: orders, source: orders.csv, time: day, expected_every: 1 day, tests: [{ not_null: price }] }
              - { name: products, source: products.csv }
            relationships:
              - { from: orders, to: products, columns: { product: id } }
            metrics:
              - { name: revenue, expression: sum(orders.price), direction: up }
              - { name: customers, expression: count(distinct orders.customer), direction: up }
              - { name: lamps, expression: "sum(orders.price) filter (where products.kind = 'lamp')" }
            objectives: [{ name: grow, statement: Grow, owner: a@example.com, timeframe: 2026 }]
            kpis:
              - { name: sold, metric: revenue, objective: grow, owner: a@example.com, cadence: monthly, target: { reach: 10, by: 2026 }, supporting: [customers, lamps] }
            """;

    @TempDir
    Path folder;

    private DuckDbEngine engine;
    private Rollups rollups;
    private Answering raw;
    private Answering small;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), WORKSPACE);
        Files.writeString(folder.resolve("products.csv"), "id,kind\n1,lamp\n2,chair\n");
        Files.writeString(
                folder.resolve("orders.csv"),
                "day,price,customer,product\n2026-02-10,5,a,1\n2026-03-01,7,a,2\n2026-03-09,2,b,1\n2026-03-09,3,a,1\n");
        engine = new DuckDbEngine(EngineSettings.of(folder, List.of()));
        rollups = new Rollups(engine, folder);
        raw = new Answering(Engines.only(engine));
        small = new Answering(Engines.only(engine), new AnswerCache(0), rollups);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Catalog catalog() {
        return new WorkspaceLoader(new WorkspaceFolder(folder, List.of()), Engines.only(engine))
                .load(1)
                .good();
    }

    private static Scorecard ask(Answering answering, Catalog catalog) {
        AsOf asOf = AsOf.date(LocalDate.of(2026, 3, 9));
        return new Scorecards(answering).scorecard(catalog, ScorecardRequest.all(asOf), Deadline.none());
    }

    private static boolean readsData(Scorecard card) {
        return card.statements().stream().anyMatch(ran -> ran.sql().contains("orders.csv"));
    }

    private List<Rollups.Built> build(Catalog catalog) {
        return rollups.build(catalog, raw, engine.rowFiles(), Deadline.none());
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder.resolve(".bellwether/rollups"))) {
            return all.toList();
        }
    }

    @Test
    void aScorecardReadsRollupsAloneAndBringsTheSame() {
        Catalog catalog = catalog();
        assertThat(readsData(ask(small, catalog))).isTrue();
        assertThat(build(catalog)).isNotEmpty().allMatch(one -> one.problem() == null);
        assertThat(build(catalog)).isEmpty();
        Scorecard card = ask(small, catalog);
        assertThat(readsData(card)).isFalse();
        assertThat(card.kpis().toList()).isEqualTo(ask(raw, catalog).kpis().toList());
        assertThat(card.kpis().toList().getFirst().measured().value()).isEqualByComparingTo("17");
        assertThat(card.kpis()
                        .toList()
                        .getFirst()
                        .supporting()
                        .getFirst()
                        .measured()
                        .value())
                .isEqualByComparingTo("2");
    }

    @Test
    void whatIsByDayIsReadFromOneTableOnce() throws IOException {
        Catalog catalog = catalog();
        build(catalog);
        for (Ran ran : ask(small, catalog).statements()) {
            assertThat(FILES.matcher(ran.sql()).results().map(found -> found.group(1)))
                    .as(ran.sql())
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }
        Files.writeString(
                folder.resolve("bellwether.yml"),
                "# Everything stands a line lower, and means the same.\n" + WORKSPACE);
        assertThat(build(catalog())).isEmpty();
        assertThat(readsData(ask(small, catalog()))).isFalse();
    }

    @Test
    void whatWasMadeFromOtherDataIsNotRead() throws IOException {
        Catalog catalog = catalog();
        build(catalog);
        Files.writeString(folder.resolve("orders.csv"), "day,price,customer,product\n2026-03-09,100,a,1\n");
        Scorecard card = ask(small, catalog);
        assertThat(readsData(card)).isTrue();
        assertThat(card.kpis().toList().getFirst().measured().value()).isEqualByComparingTo(new BigDecimal(100));
        build(catalog);
        assertThat(readsData(ask(small, catalog))).isFalse();
    }

    @Test
    void norWhatWasMadeByAnotherDefinition() throws IOException {
        build(catalog());
        Files.writeString(
                folder.resolve("bellwether.yml"), WORKSPACE.replace("sum(orders.price),", "sum(orders.price * 2),"));
        Scorecard card = ask(small, catalog());
        assertThat(card.kpis().toList().getFirst().measured().value()).isEqualByComparingTo("34");
    }

    @Test
    void halfAFileIsNoRollupAndOldFilesGo() throws IOException {
        Catalog catalog = catalog();
        build(catalog);
        Path half = folder.resolve(".bellwether/rollups/abc.parquet.new");
        Files.writeString(half, "PAR1");
        Files.setLastModifiedTime(half, FileTime.from(Instant.now().minusSeconds(7200)));
        for (Path file : files()) {
            if (!file.equals(half)) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".new"));
            }
        }
        assertThat(readsData(ask(small, catalog))).isTrue();
        assertThat(build(catalog)).isNotEmpty();
        assertThat(files()).doesNotContain(half);
    }

    @Test
    void aRollupThatCannotBeMadeFailsAlone() throws IOException {
        Files.writeString(folder.resolve("products.csv"), "id,kind\n1,lamp\n1,chair\n");
        Catalog catalog = catalog();
        List<Rollups.Built> built = build(catalog);
        assertThat(built).anyMatch(one -> one.problem() == null);
        assertThat(built.stream().filter(one -> one.problem() != null))
                .allMatch(one -> Objects.requireNonNull(one.problem()).code().equals("D355"))
                .isNotEmpty();
    }

    @Test
    void sumsBeyondLongStayExact() throws IOException {
        Path file = folder.resolve("wide.parquet");
        var sum = new SqlStatement(
                "select sum(n) as n from (values (9223372036854775807), (9223372036854775806)) as v(n)", List.of("n"));
        engine.rowFiles().write(sum, file, Deadline.none());
        var source = new DataSource.Files("wide.parquet");
        engine.mount(source, Set.of("n"), Deadline.none());
        assertThat(engine.run(
                                new SqlStatement("select n from " + engine.relation(source), List.of("n")),
                                Deadline.none())
                        .rows()
                        .getFirst()
                        .getFirst())
                .isEqualTo(new BigDecimal("18446744073709551613"));
        assertThatFails(file);
    }

    private void assertThatFails(Path file) {
        var wrong = new SqlStatement("select nothing", List.of());
        assertThatThrownBy(() -> engine.rowFiles().write(wrong, file, Deadline.none()))
                .isInstanceOf(EngineException.class);
        assertThat(file).exists();
    }
}
