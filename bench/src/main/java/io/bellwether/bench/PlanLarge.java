package io.bellwether.bench;

import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.app.workspace.WorkspaceLoader;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.plan.Planner;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.sql.SqlRenderer;
import io.bellwether.core.sql.dialect.DuckDb;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineSettings;
import io.bellwether.engine.Engines;
import io.bellwether.engine.duckdb.DuckDbEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A hundred metrics over twelve facts in thirty windows as one plan and one statement, in a process that runs already. */
public final class PlanLarge {
    private static final int FACTS = 12;
    private static final int METRICS = 100;
    private static final LocalDate END = LocalDate.of(2026, 7, 1);

    private PlanLarge() {}

    /** {@code PlanLarge [ROUNDS]}. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 51;
        Path folder = Files.createTempDirectory("bellwether-bench-");
        try (var engine = new DuckDbEngine(EngineSettings.of(folder, List.of()))) {
            write(folder);
            Catalog catalog = new WorkspaceLoader(new WorkspaceFolder(folder, List.of()), Engines.only(engine))
                    .load(1)
                    .good();
            Question question = question();
            Plan plan = Planner.plan(catalog, question);
            Map<String, String> relations = new LinkedHashMap<>();
            plan.sources().keySet().forEach(d -> relations.put(d.name(), engine.relation(d.source())));
            for (var dataset : plan.sources().entrySet()) {
                engine.mount(dataset.getKey().source(), dataset.getValue(), Deadline.none());
            }
            int rows = engine.run(SqlRenderer.render(plan, new DuckDb(), relations), Deadline.none())
                    .rows()
                    .size();
            List<Medians.Time> times = Medians.inTurns(
                    List.of(
                            () -> Planner.plan(catalog, question),
                            () -> SqlRenderer.render(plan, new DuckDb(), relations)),
                    50,
                    rounds);
            System.out.println("%d metrics over %d facts, %d windows in the answer".formatted(METRICS, FACTS, rows));
            System.out.println(Medians.row("median of " + rounds, "ms", "CPU ms"));
            System.out.println("|---|---|---|");
            print("planned", times.get(0));
            print("written as SQL", times.get(1));
        } finally {
            Folders.delete(folder);
        }
    }

    private static void print(String name, Medians.Time time) {
        System.out.println(
                Medians.row(name, Medians.number("%.1f", time.millis()), Medians.number("%.1f", time.cpuMillis())));
    }

    private static void write(Path folder) throws Exception {
        StringBuilder text = new StringBuilder("name: Large\ntime_zone: Europe/London\ndatasets:\n");
        for (int i = 0; i < FACTS; i++) {
            Files.writeString(
                    folder.resolve("fact_" + i + ".csv"),
                    "day,id,customer,region,amount\n2026-01-05,1,a,north,2.50\n2026-06-05,2,b,south,3.50\n");
            text.append("  - { name: fact_%d, source: fact_%d.csv, time: day }%n".formatted(i, i));
        }
        text.append("metrics:\n");
        for (int i = 0; i < METRICS; i++) {
            text.append(
                    "  - { name: metric_%d, expression: \"%s\" }%n".formatted(i, expression(i, "fact_" + i % FACTS)));
        }
        Files.writeString(folder.resolve("bellwether.yml"), text);
    }

    /** Sums, filtered counts, averages, distinct counts and ratios over two facts, in turn. */
    private static String expression(int i, String fact) {
        return switch (i / FACTS % 5) {
            case 0 -> "sum(" + fact + ".amount)";
            case 1 -> "count(" + fact + ".id) filter (where " + fact + ".region = 'north')";
            case 2 -> "avg(" + fact + ".amount)";
            case 3 -> "count(distinct " + fact + ".customer)";
            default -> "metric_" + i % FACTS + " / nullif(metric_" + (i + 1) % FACTS + ", 0)";
        };
    }

    private static Question question() {
        List<MetricUse> uses = new ArrayList<>();
        for (int i = 0; i < METRICS; i++) {
            uses.add(MetricUse.of("metric_" + i));
        }
        List<TimeWindow> windows = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            windows.add(new TimeWindow(
                    END.minusDays(7L * i).atStartOfDay(),
                    END.minusDays(7L * i - 7).atStartOfDay()));
        }
        return Question.windows(uses, windows, END.atStartOfDay());
    }
}
