package io.bellwether.core.lint;

import static io.bellwether.core.lint.Cleaned.codes;
import static io.bellwether.core.lint.Cleaned.findings;
import static io.bellwether.core.lint.Cleaned.only;
import static io.bellwether.core.lint.Cleaned.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** M201 to M205. */
class MetricPracticeTest {
    private static String and(String metric) {
        return with("objectives:", "  - { " + metric + " }\nobjectives:");
    }

    @Test
    void m201Description() {
        assertThat(only(with(", description: Orders", ""))).startsWith("M201 orders: the metric \"orders\"");
        assertThat(codes(with("description: Orders", "description: x"))).isEmpty();
    }

    @Test
    void m202Unit() {
        String without = with("unit: count, ", "");
        assertThat(only(without)).startsWith("M202 orders: ");
        assertThat(findings(without).getFirst().yaml()).isEqualTo("unit: count");
        assertThat(findings(with(" unit: ratio,", "")).getFirst().yaml()).isEqualTo("unit: ratio");
    }

    @Test
    void m203Direction() {
        String plain = "name: x, expression: takings + 1, unit: points, description: x";
        String used = and(plain).replace("supporting: [orders]", "supporting: [x]");
        assertThat(only(used)).startsWith("M203 x: ");
        assertThat(codes(used.replace("unit: points, description: x", "unit: points, description: x, direction: none")))
                .as("neither way is good: that is said too")
                .isEmpty();
    }

    @Test
    void m204Unused() {
        String idle = and("name: idle, expression: takings + 1, unit: points, description: x, direction: up");
        assertThat(only(idle)).startsWith("M204 idle: ");
        assertThat(codes(idle.replace("supporting: [orders]", "supporting: [idle]")))
                .isEmpty();
        assertThat(codes(idle + "questions: [{ name: q, metrics: [idle] }]\n")).isEmpty();
        assertThat(codes(idle + "alerts: [{ on: idle, when: { below: 5 }, to: [{ email: ann@example.com }] }]\n"))
                .isEmpty();
        assertThat(codes(idle.replace("target: { total: 100 }", "target: { metric: idle }")))
                .isEmpty();
        String draft = "  - { name: d, metric: idle, lifecycle: draft }\n";
        assertThat(codes(idle + draft)).as("a draft may become a KPI").isEmpty();
        String none = idle.substring(0, idle.indexOf("people:")).replaceAll("(?s)objectives:.*", "");
        assertThat(codes(none))
                .as("without KPIs, metrics are there for questions")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"churn: up", "customer_complaints: up", "defects: up", "revenue: down", "nps: down"})
    void m205NamesAgainstDirections(String pair) {
        assertThat(only(named(pair))).startsWith("M205 " + pair.split(": ")[1] + ": \"");
        assertThat(findings(named(pair)).getFirst().edit()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "churn: down",
                "churn: none",
                "revenue: up",
                "revenue_lost: down",
                "cost_of_sales: down",
                "complaints_resolved: up",
                "revenue_churn: down",
                "days_sales_outstanding: down",
                "discharge: up",
                "salesperson: down",
            })
    void m205IsSilentWhereTheNameDoesNotSay(String pair) {
        assertThat(codes(named(pair))).isEmpty();
    }

    private static String named(String pair) {
        String name = pair.split(": ")[0];
        return and("name: " + name + ", expression: takings + 1, unit: points, description: x, direction: "
                        + pair.split(": ")[1])
                .replace("supporting: [orders]", "supporting: [" + name + "]");
    }
}
