package io.bellwether.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.definition.Definitions;
import io.bellwether.core.expression.Show;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.time.Grain;
import io.bellwether.core.unit.Unit;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metrics that people type in, from text to catalog, and values as people write them. */
class ManualMetricsTest {
    private static Resolution resolved(String... metrics) {
        String text = "currency: EUR\nmetrics:\n  - " + String.join("\n  - ", metrics) + "\n";
        var parsed = Definitions.parse(List.of(new SourceFile("bellwether.yml", text)));
        assertThat(parsed.diagnostics()).isEmpty();
        return Resolver.resolve(parsed.definitions(), (name, source, span) -> {
            throw new AssertionError("nothing of it is looked at: " + name);
        });
    }

    private static Metric.Expression metric(String keys) {
        Resolution resolution = resolved("{ name: x, " + keys + " }");
        assertThat(resolution.diagnostics()).isEmpty();
        return (Metric.Expression) resolution.sound().metrics().get("x");
    }

    @Test
    void itStandsOnADatasetOfItsOwn() {
        Catalog catalog = resolved(
                        "{ name: mood, manual: { every: week, by: { region: [EU, US], team: } }, unit: percent }")
                .sound();
        Dataset values = catalog.dataset("mood_values").orElseThrow();
        assertThat(values.source())
                .isEqualTo(new DataSource.Typed(
                        "mood",
                        Grain.WEEK,
                        List.of(
                                new DataSource.By("region", List.of("EU", "US")),
                                new DataSource.By("team", List.of()))));
        assertThat(values.fields().keySet()).containsExactly("region", "team", "value", "period");
        assertThat(values.field("period").orElseThrow().grain()).isEqualTo(Grain.WEEK);
        assertThat(values.field("value").orElseThrow().type()).isEqualTo(Type.DECIMAL);
        assertThat(values.time()).isEqualTo("period");
        assertThat(values.expectedEvery()).isEqualTo(Period.ofWeeks(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "unit: count ~ sum ~ ",
                "unit: count, over_time: sum ~ sum ~ ",
                "unit: count, over_time: last ~ sum ~ LAST",
                "unit: count, over_time: average ~ sum ~ AVERAGE",
                "unit: percent ~ average ~ ",
                "unit: percent, over_time: sum ~ sum ~ ",
                "unit: percent, over_time: average ~ average ~ ",
                "unit: percent, over_time: first ~ average ~ FIRST",
            })
    void whatIsDoneWithSeveralValuesFollowsFromItsUnit(String keys, String function, String choice) {
        Metric.Expression metric = metric("manual: { every: month }, " + keys);
        assertThat(Show.of(metric.expression())).isEqualTo("(" + function + " x_values.value)");
        var overTime = metric.timing().overTime();
        assertThat(overTime == null ? null : overTime.choice().name()).isEqualTo(choice);
    }

    @Test
    void itIsAMetricLikeAnyOther() {
        Catalog catalog = resolved(
                        "{ name: heads, manual: { every: month }, unit: count }",
                        "{ name: cost, manual: { every: month }, unit: currency }",
                        "{ name: per_head, expression: cost / nullif(heads, 0), unit: currency }")
                .sound();
        assertThat(catalog.metrics().keySet()).containsExactly("heads", "cost", "per_head");
        assertThat(catalog.metrics().get("heads").text()).isEqualTo("manual: { every: month }");
    }

    @Test
    void aDatasetOfTheSameNameIsRefused() {
        String text = """
                datasets: [ { name: x_values, source: a.csv } ]
                metrics: [ { name: x, manual: { every: month } } ]
                """;
        var parsed = Definitions.parse(List.of(new SourceFile("bellwether.yml", text)));
        assertThat(parsed.diagnostics()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("D306");
            assertThat(problem.span().line()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "81%, percent, 0.81",
        "0.81, percent, 0.81",
        "1_200, count, 1200",
        "4h, minutes, 240",
        "-3.5, '', -3.5",
        "25%, ratio, 0.25",
        "81, percent, ",
        "4h, count, ",
        "'1,200', count, ",
        "'', count, ",
        "=1+1, count, ",
        "NaN, count, ",
    })
    void valuesAreWrittenAsTargetsAre(String text, String unit, String number) {
        ValueText.Read read = ValueText.read(text, Unit.parse(unit, "EUR").orElseThrow());
        if (number == null) {
            assertThat(read.number()).isNull();
            assertThat(read.problem()).isNotBlank();
            assertThat(read.fix()).isNotBlank();
        } else {
            assertThat(read.number()).isEqualByComparingTo(number);
        }
        assertThat(ValueText.read("90 min", new Unit.Duration(ChronoUnit.HOURS)).number())
                .isEqualByComparingTo("1.5");
    }
}
