package io.bellwether.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.app.workspace.WorkspaceLoader;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.plan.Planner;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.QuestionParser;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.plan.Rollup;
import io.bellwether.core.plan.RollupProposals;
import io.bellwether.core.plan.RollupRewrite;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineSettings;
import io.bellwether.engine.Engines;
import io.bellwether.engine.duckdb.DuckDbEngine;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whatever is asked, rollups bring the rows that the data brings. */
class RollupPropertyTest {
    private static final String WORKSPACE = """
            name: Shop
            time_zone: Europe/Paris
            datasets:
              - { name: orders, source: orders.csv, time: at }
              - { name: products, source: products.csv, primary_key: [id] }
            relationships:
              - { from: orders, to: products, columns: { product: id } }
            metrics:
              - { name: revenue, expression: sum(orders.price) }
              - { name: orders, expression: count(orders.id) }
              - { name: lines, expression: "count(*) filter (where orders.voucher)" }
              - { name: mean, expression: avg(orders.price) }
              - { name: largest, expression: "max(orders.price) filter (where orders.channel <> 'web')" }
              - { name: first, expression: min(orders.id) }
              - { name: basket, expression: "revenue / nullif(orders, 0)" }
              - { name: customers, expression: count(distinct orders.customer) }
              - { name: web_customers, expression: "count(distinct orders.customer) filter (where orders.channel = 'web')" }
              - { name: lamps, expression: sum(orders.price), where: "products.category = 'lamp'" }
              - { name: middle, expression: median(orders.price) }
            """;
    private static final List<String> METRICS = List.of(
            "revenue",
            "orders",
            "lines",
            "mean",
            "largest",
            "first",
            "basket",
            "customers",
            "web_customers",
            "lamps",
            "middle");
    private static final List<String> TIMES = List.of(
            "", "time.day", "time.week", "time.month", "time.quarter", "time.year", "time.day_of_week", "time.hour");
    private static final List<String> FIELDS = List.of("", "orders.channel", "products.category", "orders.customer");
    private static final List<String> CONDITIONS = List.of(
            "",
            "orders.channel = 'web'",
            "products.category in ('lamp', 'chair')",
            "orders.voucher",
            "orders.channel = 'web' and orders.voucher",
            "orders.channel = 'web' or orders.voucher",
            "coalesce(orders.channel, '-') <> 'web'");
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 17);
    private static final AsOf AS_OF = AsOf.date(FIRST.plusDays(120));

    private static Path folder;
    private static DuckDbEngine engine;
    private static Answering answering;
    private static Catalog catalog;
    private static List<Rollup.Kept> kept;
    private static List<Rollup.Kept> shared;
    private static int changed;
    private static int asked;

    @BeforeContainer
    static void write() throws IOException {
        folder = Files.createTempDirectory("bellwether-rollups-");
        Files.writeString(folder.resolve("bellwether.yml"), WORKSPACE);
        Files.writeString(folder.resolve("products.csv"), "id,category\n1,lamp\n2,chair\n3,\n");
        Files.writeString(folder.resolve("orders.csv"), orders());
        engine = new DuckDbEngine(EngineSettings.of(folder, List.of()));
        answering = new Answering(Engines.only(engine));
        catalog = new WorkspaceLoader(new WorkspaceFolder(folder, List.of()), Engines.only(engine))
                .load(1)
                .good();
        List<Plan> plans = new ArrayList<>();
        plans.add(plan(text(METRICS, List.of("time.day"), "", null, null)));
        plans.add(plan(text(METRICS, List.of("orders.channel", "time.day"), "", null, null)));
        plans.add(plan(text(METRICS, List.of("products.category", "time.day"), "orders.voucher", null, null)));
        kept = new ArrayList<>();
        for (Rollup rollup : RollupProposals.of(plans)) {
            String name = "rollup_" + kept.size();
            kept.add(Rollup.Kept.of(rollup, name, written(rollup, name)));
        }
        Rollup.Days days = new Rollup.Days(
                kept.stream().filter(one -> Rollup.Days.takes(one.rollup())).toList());
        shared = new ArrayList<>(days.kept("rollup_days", written(days, "days")));
        shared.addAll(kept);
    }

    private static DataSource written(Rollup rollup, String name) {
        String file = "kept/" + name + ".parquet";
        Plan plan = rollup.plan(catalog.workspace().calendar());
        engine.rowFiles().write(answering.ready(plan, Deadline.none()), folder.resolve(file), Deadline.none());
        return new DataSource.Files(file);
    }

    /** Rows without a time, a channel, a product, a customer or a price are among them, and days without rows. */
    private static String orders() {
        Random random = new Random(7);
        StringBuilder csv = new StringBuilder("id,at,price,channel,product,customer,voucher\n");
        for (int i = 1; i <= 900; i++) {
            LocalDateTime at =
                    FIRST.plusDays(random.nextInt(130)).atStartOfDay().plusMinutes(random.nextInt(1440));
            csv.append(i)
                    .append(',')
                    .append(random.nextInt(40) == 0 ? "" : at + ":00")
                    .append(',')
                    .append(random.nextInt(30) == 0 ? "" : random.nextInt(2000) / 100.0)
                    .append(',')
                    .append(List.of("web", "web", "shop", "").get(random.nextInt(4)))
                    .append(',')
                    .append(List.of("1", "2", "3", "9", "").get(random.nextInt(5)))
                    .append(',')
                    .append(random.nextInt(20) == 0 ? "" : random.nextInt(60))
                    .append(',')
                    .append(List.of("true", "false", "").get(random.nextInt(3)))
                    .append('\n');
        }
        return csv.toString();
    }

    @AfterContainer
    static void tidy() throws IOException {
        assertThat(changed * 3)
                .as("questions that rollups answered, of " + asked)
                .isGreaterThanOrEqualTo(asked);
        engine.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static QuestionText text(
            List<String> metrics, List<String> by, String where, @Nullable String from, @Nullable String to) {
        return new QuestionText(metrics, by, where.isEmpty() ? null : where, from, to, List.of(), List.of(), null);
    }

    private static Plan plan(QuestionText text) {
        return Planner.plan(
                catalog,
                new QuestionParser(catalog, new RowConditions(catalog)).parse(text, AS_OF, AS_OF.seenBefore()));
    }

    @Provide
    Arbitrary<QuestionText> questions() {
        Arbitrary<List<String>> metrics =
                Arbitraries.of(METRICS).list().uniqueElements().ofMinSize(1).ofMaxSize(4);
        Arbitrary<List<String>> by = Combinators.combine(Arbitraries.of(TIMES), Arbitraries.of(FIELDS))
                .as((time, field) ->
                        Stream.of(field, time).filter(s -> !s.isEmpty()).toList());
        Arbitrary<String> day = Arbitraries.integers()
                .between(0, 125)
                .map(n -> FIRST.plusDays(n).toString());
        return Combinators.combine(metrics, by, Arbitraries.of(CONDITIONS), day.injectNull(0.5), day.injectNull(0.5))
                .as((m, b, w, from, to) -> from != null && to != null && from.compareTo(to) > 0
                        ? text(m, b, w, to, from)
                        : text(m, b, w, from, to));
    }

    @Property(tries = 400)
    void questionsOfPeople(@ForAll("questions") QuestionText text) {
        compare(plan(text), List.of());
    }

    @Provide
    Arbitrary<TimeWindow> windows() {
        Arbitrary<LocalDate> day = Arbitraries.integers().between(0, 125).map(FIRST::plusDays);
        Arbitrary<LocalDate> start =
                Arbitraries.oneOf(day, day.map(d -> d.withDayOfMonth(1)), day.map(d -> d.withDayOfYear(1)));
        return Combinators.combine(start, Arbitraries.integers().between(1, 45))
                .as((from, days) ->
                        new TimeWindow(from.atStartOfDay(), from.plusDays(days).atStartOfDay()));
    }

    @Property(tries = 150)
    void questionsOfScorecards(
            @ForAll("windows") TimeWindow one, @ForAll("windows") TimeWindow two, @ForAll("windows") TimeWindow three) {
        List<TimeWindow> windows = Stream.of(one, two, three).distinct().toList();
        List<MetricUse> uses = METRICS.stream()
                .map(metric -> new MetricUse(metric, metric, null, metric.length() % 2 == 0 ? Set.of() : Set.of(0)))
                .toList();
        compare(Planner.plan(catalog, Question.windows(uses, windows, AS_OF.seenBefore())), uses);
    }

    private static void compare(Plan plan, List<MetricUse> uses) {
        for (List<Rollup.Kept> some : List.of(kept, shared)) {
            Plan instead = RollupRewrite.of(plan, some);
            asked++;
            changed += instead.equals(plan) ? 0 : 1;
            assertThat(rows(instead, uses)).isEqualTo(rows(plan, uses));
        }
    }

    /** A row is a window: what nobody needs of it may be there or not. */
    private static List<List<@Nullable Object>> rows(Plan plan, List<MetricUse> uses) {
        List<List<@Nullable Object>> rows = rows(plan);
        for (int i = 0; i < uses.size(); i++) {
            Set<Integer> needed = uses.get(i).windows();
            for (int window = 0; window < rows.size(); window++) {
                if (!needed.isEmpty() && !needed.contains(window)) {
                    rows.get(window).set(i + 1, null);
                }
            }
        }
        return rows;
    }

    /** Sums of floating point numbers depend on the order, so the last digits do not count. */
    private static List<List<@Nullable Object>> rows(Plan plan) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> row :
                answering.run(plan, Deadline.none()).table().rows()) {
            List<@Nullable Object> values = new ArrayList<>();
            row.forEach(value -> values.add(
                    value instanceof Number number
                            ? new BigDecimal(number.toString())
                                    .round(new MathContext(12))
                                    .stripTrailingZeros()
                            : value));
            rows.add(values);
        }
        return rows;
    }
}
