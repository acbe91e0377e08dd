package io.bellwether.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.expression.Show;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class KpiResolverTest {
    private static final String METRICS = """
            metrics:
              - { name: revenue, expression: sum(sales.amount), unit: currency, direction: up }
              - { name: buyers, expression: count(customers.id) }
            """;

    private static Resolution kpi(String keys) {
        return Workspaces.shop(METRICS + "kpis:\n  - { name: the_goal, " + keys + " }\n");
    }

    @Test
    void hasDefaults() {
        Kpi kpi = kpi("metric: revenue").sound().kpis().get("the_goal");
        assertThat(kpi.label()).isEqualTo("The goal");
        assertThat(kpi.lifecycle()).isEqualTo(Kpi.Lifecycle.ACTIVE);
        assertThat(kpi.weight()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(kpi.direction()).isEqualTo(Direction.UP);
        assertThat(kpi.thresholds()).isEqualTo(Kpi.Thresholds.STANDARD);
        assertThat(kpi.target()).isNull();
    }

    @Test
    void readsItsKeys() {
        Kpi kpi = kpi("metric: revenue, where: customers.vip, lifecycle: draft, direction: down, cadence: quarterly,"
                        + " weight: 2.5, thresholds: { on_track: 95% }, supporting: buyers")
                .sound()
                .kpis()
                .get("the_goal");
        assertThat(Show.of(kpi.where())).isEqualTo("customers.vip");
        assertThat(kpi.lifecycle()).isEqualTo(Kpi.Lifecycle.DRAFT);
        assertThat(kpi.direction()).isEqualTo(Direction.DOWN);
        assertThat(kpi.cadence()).isEqualTo(Grain.QUARTER);
        assertThat(kpi.weight()).isEqualByComparingTo("2.5");
        assertThat(kpi.thresholds().onTrack()).isEqualByComparingTo("0.95");
        assertThat(kpi.thresholds().atRisk()).isEqualByComparingTo("0.75");
        assertThat(kpi.supporting()).containsExactly("buyers");
    }

    @Test
    void needsAMetricWithATime() {
        assertThat(Workspaces.codes(kpi("metric: buyers"))).containsExactly("D338");
        assertThat(Workspaces.codes(kpi("metric: nothing"))).containsExactly("D301");
    }

    @Test
    void isSlicedByWhatItsMetricIsRelatedTo() {
        assertThat(Workspaces.codes(kpi("metric: revenue, where: customers.nothing")))
                .containsExactly("D301");
        Resolution apart = Workspaces.resolve(java.util.List.of(new io.bellwether.core.source.SourceFile(
                "shop.yml",
                Workspaces.SHOP.replaceAll("(?s)relationships:.*?objectives", "objectives") + METRICS
                        + "kpis: [{ name: k, metric: revenue, where: customers.vip }]\n")));
        assertThat(Workspaces.codes(apart)).containsExactly("D330");
    }

    @Test
    void isNotBlamedForItsBrokenMetric() {
        Resolution resolution = Workspaces.shop("""
                metrics: [{ name: bad, expression: sum(sales.Country) }]
                kpis: [{ name: k, metric: bad, supporting: bad, target: { metric: bad } }]
                """);
        assertThat(Workspaces.codes(resolution)).containsExactly("D324");
    }
}
