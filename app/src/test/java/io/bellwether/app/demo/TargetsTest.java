package io.bellwether.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever the day and the size, the definitions can be filled in and what they speak of is in the data. */
class TargetsTest {
    @Test
    void everyDayOfTwoYearsGivesWholeDefinitions() {
        for (int offset = 0; offset < 731; offset++) {
            LocalDate end = LocalDate.of(2026, 11, 14).plusDays(offset);
            Scenario scenario = new Scenario(end, 1);
            Map<String, String> values = values(scenario);
            Definitions definitions = new Definitions(values);
            assertThat(Definitions.FILES)
                    .allSatisfy(name -> assertThat(definitions.text(name)).doesNotContain("{{"));
            Span year = Span.running(end, 12);
            assertThat(year.yearBefore().first()).isAfterOrEqualTo(scenario.start());
            assertThat(year.first()).isBeforeOrEqualTo(end);
            assertThat(year.last()).isAfterOrEqualTo(end);
        }
    }

    @Test
    void amountsGrowWithTheScale() {
        Map<String, String> small = values(new Scenario(Shop.EXAMPLE_END, 1));
        Map<String, String> large = values(new Scenario(Shop.EXAMPLE_END, 100));

        assertThat(small).containsEntry("revenue_target", "1_300_000");
        for (String amount : new String[] {"revenue_target", "launch_target", "new_customers_target"}) {
            assertThat(number(large, amount) / number(small, amount)).as(amount).isBetween(95.0, 105.0);
        }
    }

    @Test
    void theBudgetCoversEveryTimeframe() {
        IntStream.range(0, 366).mapToObj(LocalDate.of(2027, 1, 1)::plusDays).forEach(end -> {
            Scenario scenario = new Scenario(end, 1);
            String csv = new Budget(scenario, new Demand(scenario)).csv();
            assertThat(csv).startsWith("planned_on,planned_revenue,planned_orders\n" + scenario.start() + ",");
            assertThat(csv).contains("\n" + Span.running(end, 12).last() + ",");
        });
    }

    private static Map<String, String> values(Scenario scenario) {
        Demand demand = new Demand(scenario);
        return new Targets(scenario, demand, new Budget(scenario, demand)).values();
    }

    private static double number(Map<String, String> values, String name) {
        return Double.parseDouble(values.getOrDefault(name, "").replace("_", ""));
    }
}
