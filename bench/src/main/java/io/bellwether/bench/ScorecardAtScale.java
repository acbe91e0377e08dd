package io.bellwether.bench;

import io.bellwether.app.demo.Shop;
import io.bellwether.app.query.AnswerCache;
import io.bellwether.app.query.Answering;
import io.bellwether.app.query.PlanChange;
import io.bellwether.app.rollup.Rollups;
import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.app.scorecard.ScorecardRequest;
import io.bellwether.app.scorecard.Scorecards;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.app.workspace.WorkspaceLoader;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.plan.Question;
import io.bellwether.core.sql.SqlStatement;
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
import java.util.Locale;

/**
 * A scorecard of 7 KPIs and 21 metrics beside them, with their sparks, previous periods and years ago, over the demo shop at
 * any size, in one running process: ours from the data and from rollups, against a statement for each metric and against a
 * statement for each fact that a person wrote.
 */
public final class ScorecardAtScale {
    private static final LocalDate END = LocalDate.of(2026, 11, 22);
    private static final AsOf AS_OF = AsOf.date(END);
    private static final int QUICK_WARM_UP = 100;
    private static final int QUICK_ROUNDS = 200;

    private final Path folder;
    private final DuckDbEngine engine;
    private final Engines engines;
    private final Catalog catalog;
    private final Rollups rollups;

    private ScorecardAtScale(Path folder) {
        this.folder = folder;
        this.engine = new DuckDbEngine(EngineSettings.of(folder, List.of()));
        this.engines = Engines.only(engine);
        this.catalog = new WorkspaceLoader(new WorkspaceFolder(folder, List.of()), engines)
                .load(1)
                .good();
        this.rollups = new Rollups(engine, folder);
    }

    /** {@code ScorecardAtScale FOLDER SCALE [ROUNDS]}: the shop is written to the folder unless one is there. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 2) {
            System.err.println(
                    "ScorecardAtScale FOLDER SCALE [ROUNDS]: scale 20 has 10 million rows, 195 has 100 million");
            System.exit(2);
        }
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        write(folder, Integer.parseInt(arguments[1]));
        new ScorecardAtScale(folder).compare(arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5);
        System.exit(0);
    }

    private static void write(Path folder, int scale) throws IOException {
        if (!Files.isDirectory(folder.resolve("data"))) {
            Shop.generate(Files.createDirectories(folder), END, scale, System.err::println);
        }
        Folders.delete(folder.resolve("kpis"));
        Folders.delete(folder.resolve(".bellwether").resolve("rollups"));
        Files.createDirectories(folder.resolve("kpis"));
        Files.writeString(folder.resolve("kpis/bench.yml"), Folders.resource("scorecard-at-scale.yml"));
    }

    private void compare(int rounds) throws Exception {
        Answering raw = new Answering(engines);
        Answering small = new Answering(engines, new AnswerCache(0), rollups);
        Answering kept = new Answering(engines, new AnswerCache(500_000), PlanChange.NONE);
        Scorecard card = scorecard(raw);
        SqlStatement ours = new SqlStatement(card.statements().getLast().sql(), List.of());
        Fused fused = new Fused(engine, catalog, ours.text());
        System.out.println("Rows: " + rows());
        System.out.println("Same numbers by hand: " + fused.compared(engine.run(ours, Deadline.none())));
        List<Question> lean = Cards.numbers(card, AS_OF.seenBefore());
        List<Question> whole = Cards.all(catalog, card);
        long start = System.nanoTime();
        int built =
                rollups.build(catalog, raw, engine.rowFiles(), Deadline.none()).size();
        double seconds = (System.nanoTime() - start) / 1e9;
        check(card, scorecard(small));
        List<Medians.Time> times = Medians.inTurns(
                List.of(
                        () -> whole.forEach(question -> raw.answer(catalog, question, Deadline.none())),
                        fused::run,
                        () -> scorecard(raw),
                        () -> engine.run(ours, Deadline.none()),
                        () -> lean.forEach(question -> raw.answer(catalog, question, Deadline.none()))),
                1,
                rounds);
        // A hundredth of the others: in turns with them they would be measured with cold caches, and too seldom.
        List<Medians.Time> quick =
                Medians.inTurns(List.of(() -> scorecard(small), () -> scorecard(kept)), QUICK_WARM_UP, QUICK_ROUNDS);
        System.out.println(String.format(Locale.ROOT, "Rollups: %d made in %.1f s", built, seconds));
        System.out.println();
        System.out.println(Medians.row("median of " + rounds, "ms", "of (b)", "CPU ms", "of (b)"));
        System.out.println("|---|---|---|---|---|");
        print("(a) " + whole.size() + " statements, one for each number of a card", times.get(0), times.get(1));
        print("(a) without what the judgements need, " + lean.size() + " statements", times.get(4), times.get(1));
        print("(b) " + fused.size() + " statements by hand, one for each fact", times.get(1), times.get(1));
        print("scorecard from the data: a look at its health and one statement", times.get(2), times.get(1));
        print("of that, the one statement", times.get(3), times.get(1));
        print("scorecard from rollups, median of " + QUICK_ROUNDS, quick.get(0), times.get(1));
        print("scorecard from kept answers, median of " + QUICK_ROUNDS, quick.get(1), times.get(1));
    }

    private Scorecard scorecard(Answering answering) {
        return new Scorecards(answering).scorecard(catalog, ScorecardRequest.all(AS_OF), Deadline.none());
    }

    private static void check(Scorecard one, Scorecard other) {
        for (KpiCard kpi : one.kpis().toList()) {
            KpiCard its = other.kpis()
                    .filter(card -> card.kpi().name().equals(kpi.kpi().name()))
                    .findFirst()
                    .orElseThrow();
            if (!kpi.equals(its)) {
                throw new IllegalStateException("rollups bring other numbers than the data for "
                        + kpi.kpi().name());
            }
        }
    }

    private String rows() {
        StringBuilder sql = new StringBuilder("select sum(num_rows) from parquet_file_metadata('");
        sql.append(folder.resolve("data").toString().replace("'", "''")).append("/*.parquet')");
        return String.valueOf(engine.run(new SqlStatement(sql.toString(), List.of()), Deadline.none())
                .rows()
                .getFirst()
                .getFirst());
    }

    private static void print(String name, Medians.Time time, Medians.Time peer) {
        System.out.println(Medians.row(
                name,
                Medians.number("%.0f", time.millis()),
                Medians.number("%.2f", time.millis() / peer.millis()),
                Medians.number("%.0f", time.cpuMillis()),
                Medians.number("%.2f", time.cpuMillis() / peer.cpuMillis())));
    }
}
