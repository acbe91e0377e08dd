package io.bellwether.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every form of kpi-semantics §4, in the unit of its metric. */
class TargetResolverTest {
    private static Resolution kpi(String metric, String target) {
        return Workspaces.shop(
                """
                metrics:
                  - { name: revenue, expression: sum(sales.amount), unit: currency, direction: up }
                  - { name: planned, expression: sum(sales.Quantity), unit: currency }
                  - { name: share, expression: count_if(sales.Quantity < 0) / count(sales.InvoiceNo), unit: percent }
                  - { name: wait, expression: "avg(date_diff('minute', sales.InvoiceDate, sales.ShippedOn))", unit: minutes }
                  - { name: score, expression: avg(sales.Quantity), unit: points }
                kpis:
                """ + "  - { name: k, objective: grow, metric: " + metric + ", target: " + target + " }\n");
    }

    private static Target target(String metric, String target) {
        Resolution resolution = kpi(metric, target);
        assertThat(resolution.diagnostics()).isEmpty();
        return resolution.sound().kpis().get("k").target();
    }

    @Test
    void readsEveryForm() {
        assertThat(((Target.Reach) target("score", "{ reach: 75 }")).level()).isEqualByComparingTo("75");
        assertThat(((Target.Total) target("revenue", "{ total: 1_200_000 }")).amount())
                .isEqualByComparingTo("1200000");
        assertThat(((Target.AtLeast) target("share", "{ at_least: 99.9% }")).bound())
                .isEqualByComparingTo("0.999");
        assertThat(((Target.AtMost) target("wait", "{ at_most: 4h }")).bound()).isEqualByComparingTo("240");
        assertThat(((Target.FromMetric) target("revenue", "{ metric: planned }")).metric())
                .isEqualTo("planned");
        Target.Between between = (Target.Between) target("score", "{ between: [95, 105] }");
        assertThat(between.low()).isEqualByComparingTo("95");
        assertThat(between.high()).isEqualByComparingTo("105");
    }

    @Test
    void aChangeIsAShareOrInTheMetricsUnit() {
        Target.Change relative = (Target.Change) target("revenue", "{ increase_by: 25% }");
        assertThat(relative.increase()).isTrue();
        assertThat(relative.relative()).isTrue();
        assertThat(relative.amount()).isEqualByComparingTo("0.25");
        Target.Change absolute = (Target.Change) target("wait", "{ decrease_by: 30 min }");
        assertThat(absolute.increase()).isFalse();
        assertThat(absolute.relative()).isFalse();
        assertThat(absolute.amount()).isEqualByComparingTo("30");
    }

    @ParameterizedTest
    @CsvSource({
        "wait, 90 s, 1.5",
        "wait, 1 day, 1440",
        "wait, 240, 240",
        "share, 0.5, 0.5",
        "share, 120%, 1.2",
        "revenue, 5 GBP, 5",
        "score, 7 points, 7"
    })
    void convertsToTheUnitOfTheMetric(String metric, String written, BigDecimal level) {
        assertThat(((Target.Reach) target(metric, "{ reach: " + written + " }")).level())
                .isEqualByComparingTo(level);
    }

    @Test
    void endsByItsOwnTimeframeOrItsObjectives() {
        var by = (Schedule.By)
                target("revenue", "{ reach: 5, by: 2011-Q3 }").terms().schedule();
        assertThat(by.timeframe().label()).isEqualTo("2011-Q3");
        var inherited = (Schedule.By) target("revenue", "{ reach: 5 }").terms().schedule();
        assertThat(inherited.timeframe().label()).isEqualTo("2011");
        assertThat(target("revenue", "{ reach: 5, every: quarter }").terms().schedule())
                .isEqualTo(new Schedule.Every(Grain.QUARTER));
    }

    @Test
    void startsFromALevelOrAPeriod() {
        assertThat(target("revenue", "{ reach: 5, baseline: 40_000 }").terms().baseline())
                .isEqualTo(new Baseline.Level(new BigDecimal("40000")));
        var over = (Baseline.Over)
                target("revenue", "{ reach: 5, baseline: 2010-Q4 }").terms().baseline();
        assertThat(over.period().label()).isEqualTo("2010-Q4");
        var year = (Baseline.Over)
                target("revenue", "{ reach: 5, baseline: '2010' }").terms().baseline();
        assertThat(year.period().label()).isEqualTo("2010");
    }

    @Test
    void readsPathToleranceAndRequired() {
        Target.Terms terms = target(
                        "score",
                        "{ at_least: 5, tolerance: 0.1%, required: 90%, path: { 2011-03-31: 20%, 2011-06-30: 0.6 } }")
                .terms();
        assertThat(terms.tolerance()).isEqualTo(new Target.Tolerance(new BigDecimal("0.001"), true));
        assertThat(terms.required()).isEqualByComparingTo("0.9");
        assertThat(((TargetPath.Milestones) terms.path()).milestones()).hasSize(2);
        assertThat(target("score", "{ at_least: 5, tolerance: 2 }").terms().tolerance())
                .isEqualTo(new Target.Tolerance(new BigDecimal("2"), false));
        assertThat(target("score", "{ reach: 5, path: step }").terms().path()).isEqualTo(new TargetPath.Step());
        assertThat(target("score", "{ reach: 5 }").terms().path()).isEqualTo(new TargetPath.Linear());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "share ~ { reach: 75 } ~ D335",
                "revenue ~ { reach: 75% } ~ D335",
                "revenue ~ { at_most: 4h } ~ D335 D337",
                "score ~ { between: [5, 4] } ~ D336",
                "score ~ { between: [5] } ~ D303",
                "revenue ~ { total: 0 } ~ D336",
                "revenue ~ { decrease_by: 120% } ~ D336 D337",
                "score ~ { increase_by: -5% } ~ D336",
                "score ~ { reach: 5, required: 0 } ~ D336",
                "score ~ { reach: 5, tolerance: -1 } ~ D336",
                "score ~ { reach: 5, path: { 2011-06-30: 20%, 2011-03-31: 60% } } ~ D336",
                "score ~ { reach: 5, baseline: 2010 } ~ D318",
                "score ~ { reach: 5, baseline: last year } ~ D318",
                "score ~ { reach: 5, by: soon } ~ D318",
                "score ~ { reach: 5, by: 2011, every: year } ~ D334",
                "score ~ { total: 5 } ~ D340",
                "share ~ { total: 5% } ~ D340",
                "score ~ { metric: nothing } ~ D301",
                "revenue ~ { increase_by: 5%, baseline: 0.0, by: 2011 } ~ D336",
                "revenue ~ { increase_by: 5%, baseline: -100, by: 2011 } ~ D336",
            })
    void refuses(String metric, String target, String codes) {
        assertThat(Workspaces.codes(kpi(metric, target))).containsExactlyInAnyOrder(codes.split(" "));
        assertThat(kpi(metric, target).catalog()).isEmpty();
    }

    @Test
    void aTargetAgainstTheDirectionIsAnError() {
        Resolution resolution = kpi("revenue", "{ decrease_by: 5% }");
        assertThat(resolution.diagnostics()).extracting(Diagnostic::code).containsExactly("D337");
        assertThat(resolution.catalog()).isEmpty();
    }
}
