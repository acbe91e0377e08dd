package io.bellwether.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.expression.Show;
import io.bellwether.core.unit.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricResolverTest {
    private static Resolution metric(String expression) {
        return Workspaces.shop("metrics:\n  - { name: revenue, expression: sum(sales.amount) }\n"
                + "  - { name: orders, expression: count(distinct sales.InvoiceNo) }\n"
                + "  - name: x\n    expression: >\n      " + expression + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "sum(sales.amount) ~ (sum sales.amount)",
                "revenue / nullif(orders, 0) ~ (divide @revenue (nullif @orders 0))",
                "sum(sales.QUANTITY) ~ (sum sales.Quantity)",
                "sum(sales.order) ~ (sum sales.order)",
                "count_if(sales.InvoiceDate >= '2011-01-01') ~ (count_rows where (greater_or_equal sales.InvoiceDate 2011-01-01))",
                "sum(sales.amount) filter (where customers.vip) ~ (sum sales.amount where customers.vip)",
                "avg(date_diff('day', sales.InvoiceDate, sales.ShippedOn)) ~ (average (date_diff 'day' sales.InvoiceDate sales.ShippedOn))",
                "round(100 * revenue / orders, 1) ~ (round (divide (multiply 100 @revenue) @orders) 1)",
                "sum(case when sales.Country = 'France' then sales.amount else 0 end) ~ (sum (case (equal sales.Country 'France')→sales.amount else 0))",
                "sum(coalesce(sales.amount, 0)) ~ (sum (coalesce sales.amount 0))",
                "count_if(sales.Country in ('France', 'Spain')) ~ (count_rows where (in sales.Country 'France' 'Spain'))",
                "date_diff('day', min(sales.InvoiceDate), max(sales.InvoiceDate)) ~ (date_diff 'day' (min sales.InvoiceDate) (max sales.InvoiceDate))",
            })
    void resolves(String expression, String shown) {
        Resolution resolution = metric(expression);
        assertThat(resolution.diagnostics()).isEmpty();
        Metric.Expression metric =
                (Metric.Expression) resolution.sound().metrics().get("x");
        assertThat(Show.of(metric.expression())).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "revenu + 1 ~ D301",
                "sum(sales.amont) ~ D301",
                "sum(sale.amount) ~ D301",
                "sum(amount) ~ D326",
                "amount ~ D326",
                "sales.amount / orders ~ D327",
                "count(*) ~ D327",
                "sum(avg(sales.amount)) ~ D328",
                "sum(revenue) ~ D328",
                "sum(sales.Country) ~ D324",
                "sum(customers.vip) ~ D324",
                "count_if(sales.Quantity) ~ D329",
                "count_if(sales.Country > 5) ~ D324",
                "count_if(sales.InvoiceDate > 'yesterday') ~ D324",
                "sum(sales.InvoiceDate - sales.ShippedOn) ~ D324",
                "sum(upper(sales.Quantity)) ~ D324",
                "42 ~ D329",
            })
    void refuses(String expression, String code) {
        Resolution resolution = metric(expression);
        assertThat(Workspaces.codes(resolution)).containsExactly(code);
        assertThat(resolution.catalog()).isEmpty();
        assertThat(resolution.sound().metrics()).containsOnlyKeys("revenue", "orders");
    }

    @Test
    void reportsEveryProblemOfAnExpression() {
        assertThat(Workspaces.codes(metric("sum(sales.amont) / nullif(ordrs, 0) + count(sale.x)")))
                .containsExactly("D301", "D301", "D301");
    }

    @Test
    void blamesOnlyWhatIsAtFault() {
        Resolution resolution = metric("sum(sales.Country)\n"
                + "  - { name: y, expression: x / revenue }\n  - { name: z, expression: y + 1 }\n");
        assertThat(Workspaces.codes(resolution)).containsExactly("D324");
    }

    @Test
    void saysNothingAboutFieldsOfASourceThatCannotBeRead() {
        Resolution resolution = Workspaces.shop(
                "datasets: [{name: gone, source: gone.csv}]\nmetrics: [{name: a, expression: sum(gone.b)}]");
        assertThat(Workspaces.codes(resolution)).containsExactly("S401");
    }

    @Test
    void saysNothingAboutNamesThatAnUnreadableFileMayDefine() {
        Resolution resolution = Workspaces.shop("metrics: [{name: a, expression: b + 1}]", "metrics: [{name: b");
        assertThat(Workspaces.codes(resolution)).containsExactly("D309");
    }

    @Test
    void namesTheWholeCircleOnce() {
        Resolution resolution = Workspaces.shop("""
                metrics:
                  - { name: a, expression: b + 1 }
                  - { name: b, expression: c + 1 }
                  - { name: c, expression: a + 1 }
                  - { name: outside, expression: a + 1 }
                """);
        assertThat(resolution.diagnostics())
                .singleElement()
                .satisfies(d -> assertThat(d.message()).endsWith("a → b → c → a"));
    }

    @Test
    void followsALongChain() {
        StringBuilder text = new StringBuilder("metrics:\n  - { name: m0, expression: sum(sales.amount) }\n");
        for (int at = 1; at <= 3_000; at++) {
            text.append("  - { name: m")
                    .append(at)
                    .append(", expression: m")
                    .append(at - 1)
                    .append(" }\n");
        }
        Resolution resolution = Workspaces.shop(text.toString());
        assertThat(resolution.diagnostics()).isEmpty();
        assertThat(resolution.sound().metrics()).hasSize(3_001);
    }

    @Test
    void refusesFormulasThatDoubleAtEachStep() {
        StringBuilder text = new StringBuilder("metrics:\n  - { name: m0, expression: sum(sales.amount) }\n");
        for (int at = 1; at <= 60; at++) {
            String before = "m" + (at - 1);
            text.append("  - { name: m" + at + ", expression: " + before + " + " + before + " }\n");
        }
        assertThat(Workspaces.codes(Workspaces.shop(text.toString()))).containsExactly("D325");
    }

    @Test
    void givesDefaultsToWhatPeopleLeaveOut() {
        Metric.About about = Workspaces.shop("metrics: [{name: net_revenue, expression: sum(sales.amount)}]")
                .sound()
                .metrics()
                .get("net_revenue")
                .about();
        assertThat(about.label()).isEqualTo("Net revenue");
        assertThat(about.unit()).isEqualTo(new Unit.None());
        assertThat(about.direction()).isEqualTo(Direction.NONE);
    }

    @Test
    void placesRowsByItsOwnTime() {
        Resolution good = Workspaces.shop("metrics: [{name: a, expression: sum(sales.amount), time: sales.ShippedOn}]");
        assertThat(((Metric.Expression) good.sound().metrics().get("a")).time().field())
                .isEqualTo("ShippedOn");
        Resolution bad = Workspaces.shop("metrics: [{name: a, expression: sum(sales.amount), time: sales.Country}]");
        assertThat(Workspaces.codes(bad)).containsExactly("D339");
    }
}
