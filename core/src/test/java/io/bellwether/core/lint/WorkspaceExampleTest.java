package io.bellwether.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.catalog.SourceSchema;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.catalog.TargetPath;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.core.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The format's own example, from text to catalog. */
class WorkspaceExampleTest {
    private static final String TEXT = """
            name: Gift shop
            time_zone: Europe/London
            currency: GBP
            calendar: { week_starts: monday, fiscal_year_starts: february }
            datasets:
              - name: sales
                source: data/online_retail.csv.gz
                time: invoiced_at
                expected_every: 1 day
                fields:
                  - { name: invoiced_at, expression: InvoiceDate, type: timestamp }
                  - { name: amount, expression: Quantity * UnitPrice }
                  - { name: country, expression: Country, description: Where the customer lives }
                tests:
                  - { not_null: amount }
                  - { sql: "UnitPrice >= 0", severity: warn }
              - { name: customers, source: customers.csv, primary_key: id }
            relationships:
              - { from: sales, to: customers, columns: { CustomerID: id } }
            metrics:
              - name: revenue
                label: Revenue
                expression: sum(sales.amount)
                unit: currency
                direction: up
                category: financial
              - { name: orders, expression: "count(distinct sales.InvoiceNo) filter (where sales.Quantity > 0)", unit: count, direction: up }
              - { name: average_order_value, expression: revenue / nullif(orders, 0), unit: currency, direction: up }
              - { name: vip_revenue, expression: sum(sales.amount), where: customers.vip and sales.country <> 'France' }
              - name: return_rate
                expression: >
                  count_if(sales.Quantity < 0)
                  / nullif(count(sales.InvoiceNo), 0)
                unit: percent
                direction: down
            objectives:
              - { name: grow, statement: Grow the shop profitably, owner: maria@example.com, timeframe: 2011 }
            kpis:
              - name: revenue_2011
                metric: revenue
                objective: grow
                owner: maria@example.com
                role: lagging
                kind: output
                weight: 3
                target: { total: 10_000_000, by: 2011, path: seasonal }
                cadence: weekly
                supporting: [orders, average_order_value, return_rate]
                why: Every team's budget hangs on it
                response: Review prices and the top 20 products with purchasing within a week
              - { name: fewer_returns, metric: return_rate, objective: grow, owner: sam@example.com, role: leading, kind: input,
                  target: { decrease_by: 20%, baseline: 2011-Q1, by: 2011-Q4 }, cadence: monthly, why: Returns eat the margin, response: Call the supplier }
            events:
              - { date: 2011-04-29, label: Royal wedding, kind: external }
            """;

    @Test
    void becomesACatalog() {
        var resolution = Lint.check(
                List.of(new SourceFile("bellwether.yml", TEXT)),
                (dataset, source, span) -> new SourceSchema.Columns(
                        dataset.equals("sales")
                                ? List.of(
                                        new Column("InvoiceNo", Type.TEXT),
                                        new Column("Quantity", Type.INTEGER),
                                        new Column("InvoiceDate", Type.TIMESTAMP),
                                        new Column("UnitPrice", Type.DOUBLE),
                                        new Column("CustomerID", Type.INTEGER),
                                        new Column("Country", Type.TEXT))
                                : List.of(new Column("id", Type.INTEGER), new Column("vip", Type.BOOLEAN))));
        assertThat(DiagnosticText.render(resolution.diagnostics())).isEmpty();
        Catalog catalog = resolution.catalog().orElseThrow();
        assertThat(catalog.metrics().keySet())
                .containsExactly("revenue", "orders", "average_order_value", "vip_revenue", "return_rate");
        assertThat(((Metric.Expression) catalog.metrics().get("average_order_value"))
                        .expression()
                        .span()
                        .text())
                .isEqualTo("revenue / nullif(orders, 0)");
        Target target = catalog.kpi("revenue_2011").orElseThrow().target();
        assertThat(target).isInstanceOf(Target.Total.class);
        assertThat(target.terms().path()).isEqualTo(new TargetPath.Seasonal());
        assertThat(catalog.datasets().get("sales").fields().keySet())
                .containsExactly(
                        "InvoiceNo",
                        "Quantity",
                        "InvoiceDate",
                        "UnitPrice",
                        "CustomerID",
                        "invoiced_at",
                        "amount",
                        "country");
    }
}
