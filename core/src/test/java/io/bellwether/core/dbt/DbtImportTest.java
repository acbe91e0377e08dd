package io.bellwether.core.dbt;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.Resolution;
import io.bellwether.core.catalog.Resolver;
import io.bellwether.core.catalog.SourceSchema;
import io.bellwether.core.definition.Definitions;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Severity;
import io.bellwether.core.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbtImportTest {
    private static final DbtImport SHOP = DbtImport.read(shop(), (schema, table) -> "tables/" + table + ".csv");

    private static final Map<String, List<Column>> COLUMNS = Map.of(
            "orders",
            List.of(
                    new Column("order_id", Type.INTEGER),
                    new Column("customer_id", Type.INTEGER),
                    new Column("ordered_at", Type.DATE),
                    new Column("gift", Type.TEXT),
                    new Column("amount", Type.DECIMAL)),
            "customers",
            List.of(
                    new Column("id", Type.INTEGER),
                    new Column("region_id", Type.INTEGER),
                    new Column("country_code", Type.TEXT),
                    new Column("valid_from", Type.DATE),
                    new Column("valid_to", Type.DATE)),
            "regions",
            List.of(new Column("id", Type.INTEGER), new Column("manager", Type.TEXT)),
            "balances",
            List.of(
                    new Column("customer_id", Type.INTEGER),
                    new Column("day", Type.DATE),
                    new Column("balance", Type.DECIMAL)),
            "days",
            List.of(new Column("day", Type.DATE), new Column("season_start", Type.DATE)));

    private static SourceFile shop() {
        try (var in = DbtImportTest.class.getResourceAsStream("/dbt/shop.json")) {
            return new SourceFile("shop.json", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Catalog catalog() {
        return resolution().sound();
    }

    private static Resolution resolution() {
        var parsed = Definitions.parse(SHOP.files());
        assertThat(parsed.diagnostics()).isEmpty();
        return Resolver.resolve(
                parsed.definitions(), (dataset, source, span) -> new SourceSchema.Columns(COLUMNS.get(dataset)));
    }

    private static String text(String what) {
        return SHOP.files().stream()
                .filter(file -> file.path().equals("shop.json: " + what))
                .map(SourceFile::text)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everythingResolves() {
        Resolution resolution = resolution();
        assertThat(resolution.diagnostics()).isEmpty();
        assertThat(resolution.sound().metrics()).hasSize(17); // the one that cannot be read is missing, two are made
        assertThat(resolution.sound().question("weekly")).isPresent();
        assertThat(resolution.sound().workspace().calendarTables())
                .singleElement()
                .satisfies(table -> assertThat(table.grains()).containsEntry("season", "season_start"));
    }

    @Test
    void whatCannotBeReadIsAWarningWithTheMetricsName() {
        assertThat(SHOP.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.code()).isEqualTo("D316");
            assertThat(problem.message()).contains("\"odd\"");
        });
    }

    @Test
    void aSemanticModelIsADataset() {
        assertThat(text("dataset orders")).isEqualTo("""
                datasets:
                  - name: orders
                    description: What customers bought
                    source: tables/fct_orders.csv
                    time: ordered_at
                    entities: [order_id]
                    fields:
                      - { name: order_id }
                      - { name: customer, expression: customer_id }
                      - { name: ordered_at, grain: day }
                      - { name: is_gift, expression: "gift = 'yes'" }
                      - { name: one, expression: "1" }
                      - { name: gifts_value, expression: "gift = 'yes'" }
                """);
        assertThat(text("dataset customers")).contains("validity: { from: valid_from, to: valid_to }");
    }

    @Test
    void joinsLeadToTheModelThatIsAboutTheEntity() {
        assertThat(catalog().relationships().stream().map(r -> r.name() + ": " + r.from() + " → " + r.to()))
                .containsExactlyInAnyOrder(
                        "customer: orders → customers",
                        "region: customers → regions",
                        "customer: balances → customers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "revenue      | expression: sum(orders.amount)",
                "orders       | fill: { value: 0, every_period: once }",
                "gifts        | expression: sum(case when orders.gifts_value then 1 else 0 end)",
                "p90_order    | expression: \"quantile_disc(orders.amount, 0.9)\"",
                "buyers       | expression: count(distinct orders.customer_id)",
                "buyers       | grain: month",
                "buyers       | where: \"(customer.country = 'DE') and (self.customer IS NOT NULL)\"",
                "balance      | over_time: { choose: last, by: [balances.customer] }",
                "gift_share   | expression: numerator / denominator",
                "gift_share   | numerator: { metric: orders, where: order_id.is_gift }",
                "growth       | inputs: { before: { metric: revenue, offset: \"1 month by day\" } }",
                "since_start  | inputs: { start: { metric: revenue, offset: { to_start: year } } }",
                "revenue_28d  | window: \"28 day\"",
                "revenue_28d  | pick: first",
                "revenue_mtd  | to_date: month",
                "revenue_mtd  | pick: last",
                "revenue_ever | all_time: true",
                "revenue_ever | pick: average",
                "repeat       | conversion: { from: repeat_base, to: revenue, by: customer, within: \"7 day\"",
                "repeat       | same: [is_gift], result: count",
                "repeat_base  | where: order_id.is_gift",
                "again        | conversion: { from: again_base, to: revenue, by: customer, result: rate }",
            })
    void aMetric(String metric, String line) {
        assertThat(text("metric " + metric)).contains(line);
    }

    @Test
    void aSavedQueryIsAQuestion() {
        assertThat(text("saved query weekly")).isEqualTo("""
                questions:
                  - name: weekly
                    description: For Mondays
                    metrics: [revenue, orders]
                    by: [metric_time__week, customer__country]
                    where: "time.day >= '2026-01-01'"
                    order: [-revenue]
                    limit: 10
                """.replace("[-revenue]", "[\"-revenue\"]"));
    }

    @Test
    void whatIsNotJsonIsAProblemAtItsPlace() {
        var read = DbtImport.read(new SourceFile("m.json", "{\n  \"metrics\": [,]\n}"), (schema, table) -> table);
        assertThat(read.problems())
                .singleElement()
                .extracting(Diagnostic::code, problem -> problem.span().line())
                .containsExactly("D303", 2);
    }
}
