package io.bellwether.core.lint;

import static io.bellwether.core.lint.Cleaned.codes;
import static io.bellwether.core.lint.Cleaned.findings;
import static io.bellwether.core.lint.Cleaned.only;
import static io.bellwether.core.lint.Cleaned.with;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** K108 to K113, K121, K122: each speaks where its key is missing, at its place, and not a step before. */
class KpiPracticeTest {
    private static final String TAKINGS = "    supporting: [basket]\n    why: Rent\n    response: Call\n";

    @Test
    void saysNothingOfTheCleanOne() {
        assertThat(codes(Cleaned.TEXT)).isEmpty();
    }

    @Test
    void saysNothingOfDraftsAndRetiredOnes() {
        for (String lifecycle : new String[] {"draft", "retired"}) {
            String more = "  - { name: more, metric: takings, lifecycle: " + lifecycle + " }\n";
            assertThat(codes(Cleaned.TEXT + more)).isEmpty();
        }
    }

    @Test
    void k108Supporting() {
        String without = with(TAKINGS, TAKINGS.replace("    supporting: [basket]\n", ""));
        assertThat(only(without)).startsWith("K108 takings_2026: the active KPI \"takings_2026\" has no supporting");
        assertThat(findings(without).getFirst().yaml()).isEqualTo("supporting: [orders, basket]");
        assertThat(codes(with(TAKINGS, TAKINGS.replace("[basket]", "[]")))).containsExactly("K108");
        String ofBasket = with("supporting: [orders], why", "why");
        assertThat(findings(ofBasket).getFirst().yaml()).isEqualTo("supporting: [takings, orders]");
    }

    @Test
    void k109Response() {
        assertThat(only(with(TAKINGS, TAKINGS.replace("    response: Call\n", ""))))
                .startsWith("K109 takings_2026: ");
        assertThat(codes(with(TAKINGS, TAKINGS.replace("response: Call", "response:"))))
                .containsExactly("K109");
    }

    @Test
    void k110Why() {
        assertThat(only(with(TAKINGS, TAKINGS.replace("    why: Rent\n", "")))).startsWith("K110 takings_2026: ");
        assertThat(codes(with(TAKINGS, TAKINGS.replace("why: Rent", "why: ~")))).containsExactly("K110");
    }

    @Test
    void k111OneSide() {
        assertThat(only(with("leading", "lagging")))
                .startsWith("K111 grow: all 3")
                .contains("lagging");
        assertThat(only(with("output", "input"))).startsWith("K111 grow: all 3").contains("input");
        assertThat(codes(with("lagging", "leading")))
                .as("leading alone is no mistake")
                .isEmpty();
        assertThat(codes(with("input", "output")))
                .as("nor are results with a leading one")
                .isEmpty();
        assertThat(codes(Cleaned.TEXT.replace("leading", "lagging").replace("    role: lagging\n", "")))
                .as("one of which nothing is said may be leading")
                .isEmpty();
    }

    @Test
    void k112Weights() {
        String equal = Cleaned.TEXT.replace("weight: 3", "weight: 1.0").replace(" weight: 2,", "");
        assertThat(only(equal)).startsWith("K112 grow: all 3").contains("weigh 1");
        assertThat(codes(with("weight: 3", "weight: 2")))
                .as("two equal ones and one other")
                .isEmpty();
    }

    @Test
    void k113TheSameTwice() {
        String more =
                "  - { name: again, metric: takings, where: W, objective: grow, owner: a, cadence: weekly, weight: 4,"
                        + " target: { total: 9 }, supporting: [basket], why: x, response: y }\n";
        String plain = more.replace(" where: W,", "");
        assertThat(only(Cleaned.TEXT + plain))
                .startsWith("K113 takings: the active KPI \"again\"")
                .contains("\"takings_2026\" (w.yml:");
        String sliced = more.replace("W", "'sales.id > 1 and sales.cost < 5'");
        assertThat(codes(Cleaned.TEXT + sliced)).isEmpty();
        String turned = sliced.replace("again", "and_again")
                .replace("sales.id > 1 and sales.cost < 5", "sales.cost  <  5 and sales.id>1");
        assertThat(codes(Cleaned.TEXT + sliced + turned)).containsExactly("K113");
        String other = sliced.replace("again", "and_again").replace("< 5", "< 6");
        assertThat(codes(Cleaned.TEXT + sliced + other)).isEmpty();
    }

    @Test
    void k121Data() {
        String untested = with("    tests:\n      - { not_null: amount }\n", "");
        assertThat(only(untested)).startsWith("K121 sales: ").endsWith("and 2 more has no data test");
        String unexpected = with("    expected_every: 1 day\n", "");
        assertThat(only(unexpected)).startsWith("K121 sales: ").endsWith("has no expected_every");
        String unread = with("metrics:", "  - { name: other, source: other.csv }\nmetrics:");
        assertThat(codes(unread)).as("data that no KPI stands on").isEmpty();
    }

    @Test
    void k122Formulas() {
        String deeper = with(
                "objectives:",
                "  - { name: third, expression: basket * 2, unit: ratio, direction: up, description: x }\nobjectives:");
        String third = deeper.replace("metric: basket,", "metric: third,");
        assertThat(codes(third)).as("three levels").isEmpty();
        String fourth = third.replace(
                        "objectives:",
                        "  - { name: fourth, expression: third * 2, unit: ratio, direction: up, description: x }\nobjectives:")
                .replace("metric: third,", "metric: fourth,");
        assertThat(only(fourth)).startsWith("K122 third * 2: ").endsWith("is 4 levels deep");
        String eight = "min(sales.id) + max(sales.id) + min(sales.cost) + max(sales.cost) + min(sales.amount)"
                + " + max(sales.amount) + orders + takings + orders";
        assertThat(codes(with("takings / nullif(orders, 0)", eight)))
                .as("eight, one of them twice")
                .isEmpty();
        assertThat(only(with("takings / nullif(orders, 0)", eight + " + avg(sales.id)")))
                .startsWith("K122 min(sales.id)");
    }
}
