package io.bellwether.core.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.Planner;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.QuestionParser;
import io.bellwether.core.plan.QuestionText;
import io.bellwether.core.plan.ShopCatalog;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.sql.dialect.DuckDb;
import io.bellwether.core.time.AsOf;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * One golden statement for each shape of plan; their answers are checked against SQL in conformance. To accept new text after
 * reading it: {@code GOLDEN_WRITE=1 mvn -pl core test -Dtest=GoldenSqlTest}.
 */
class GoldenSqlTest {
    private static final AsOf AS_OF = AsOf.date(LocalDate.of(2026, 11, 14));
    private final Catalog catalog = ShopCatalog.catalog();

    @Test
    void severalFactsByGroups() {
        check(
                "facts-by-groups",
                ask(
                        List.of("revenue", "items_sold", "tickets", "order_value"),
                        List.of("time.fiscal_quarter", "customers.plan"),
                        "2026-01-01",
                        "2026-09-30",
                        List.of()));
    }

    @Test
    void comparisonsToDate() {
        check(
                "comparisons",
                ask(
                        List.of("response_time"),
                        List.of("time.month", "continent"),
                        "2026-10-01",
                        null,
                        List.of("previous", "year_ago")));
    }

    @Test
    void windowsOfMergeableDistinctAndOtherLeaves() {
        LocalDate day = LocalDate.of(2026, 11, 15);
        List<TimeWindow> windows = List.of(
                new TimeWindow(day.minusDays(28).atStartOfDay(), day.atStartOfDay()),
                new TimeWindow(
                        day.minusDays(56).atStartOfDay(), day.minusDays(28).atStartOfDay()));
        List<MetricUse> uses = List.of(
                MetricUse.of("orders"),
                new MetricUse("buyers", "buyers", null, Set.of(0)),
                MetricUse.of("median_response"));
        check("windows", Question.windows(uses, windows, AS_OF.seenBefore()));
    }

    private Question ask(
            List<String> metrics, List<String> by, String from, @Nullable String to, List<String> compare) {
        QuestionText text = new QuestionText(metrics, by, null, from, to, compare, List.of(), null);
        return new QuestionParser(catalog, (condition, scope) -> {
                    throw new AssertionError("no condition is asked");
                })
                .parse(text, AS_OF, AS_OF.seenBefore());
    }

    private void check(String name, Question question) {
        Map<String, String> relations = new TreeMap<>();
        catalog.datasets().keySet().forEach(dataset -> relations.put(dataset, "src." + dataset));
        SqlStatement statement = SqlRenderer.render(Planner.plan(catalog, question), new DuckDb(), relations);
        if (System.getenv("GOLDEN_WRITE") != null) {
            write(name + ".sql", statement.text() + "\n");
        }
        assertThat(statement.text() + "\n").isEqualTo(golden(name + ".sql"));
    }

    private static void write(String name, String text) {
        try {
            Files.writeString(Path.of("src/test/resources/golden", name), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String golden(String name) {
        try (InputStream in = GoldenSqlTest.class.getResourceAsStream("/golden/" + name)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
