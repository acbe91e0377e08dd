package io.bellwether.core.lint;

import static io.bellwether.core.lint.Cleaned.codes;
import static io.bellwether.core.lint.Cleaned.only;
import static io.bellwether.core.lint.Cleaned.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** K107: three to seven, in an objective, a team, at the top. */
class KpiCountTest {
    private static String more(int from, int to, String objective) {
        return IntStream.range(from, to)
                .mapToObj(i ->
                        "  - { name: k" + i + ", metric: orders, where: sales.id > " + i + ", objective: " + objective
                                + ", owner: ann@example.com, cadence: weekly, weight: " + (i + 1)
                                + ", target: { total: 1, by: 2026 },"
                                + " supporting: [basket], why: x, response: y }\n")
                .collect(Collectors.joining());
    }

    @Test
    void threeAndSevenAreFine() {
        assertThat(codes(Cleaned.TEXT)).isEmpty();
        assertThat(codes(Cleaned.TEXT + more(0, 4, "grow"))).isEmpty();
    }

    @Test
    void twoAreTooFew() {
        int second = Cleaned.TEXT.indexOf("  - { name: basket_2026");
        assertThat(only(Cleaned.TEXT.substring(0, second)))
                .isEqualTo(
                        "K107 grow: the objective \"grow\" has two active KPIs; three to seven are what people keep in view");
    }

    @Test
    void theEighthAsksWhichOneGivesWay() {
        assertThat(only(Cleaned.TEXT + more(3, 8, "grow")))
                .startsWith("K107 k7: \"k7\" is the eighth active KPI of the objective \"grow\"")
                .contains("The weakest is \"basket_2026\" (w.yml:", "with the lowest weight (1)");
        String poor = (Cleaned.TEXT + more(3, 8, "grow"))
                .replace("weight: 8, ", "weight: 1, ")
                .replace("why: x, response: y }\n" + "$", "");
        assertThat(only(poor)).contains("The weakest is \"k7\"");
        String silent = more(3, 8, "grow").replaceFirst("supporting: \\[basket], why: x, response: y", "why: x");
        assertThat(Cleaned.findings(Cleaned.TEXT.replace(
                                        "cadence: weekly, role: lagging", "cadence: weekly, weight: 4, role: lagging")
                                + silent)
                        .stream()
                        .filter(f -> f.code().equals("K107"))
                        .map(f -> f.problem().message()))
                .singleElement()
                .asString()
                .contains("The weakest is \"orders_2026\"", "the lowest weight (2)");
    }

    @Test
    void whatIsBelowCountsAgainstTooFewOnly() {
        String under = with("timeframe: 2026 }", "timeframe: 2026 }\n  - { name: top, statement: Top }")
                .replace("timeframe: 2026 }\n", "timeframe: 2026, parent: top }\n");
        assertThat(codes(under)).isEmpty();
        String empty = with("timeframe: 2026 }", "timeframe: 2026 }\n  - { name: alone, statement: Alone }");
        assertThat(only(empty)).startsWith("K107 alone: the objective \"alone\" has no active KPI");
    }

    @Test
    void anObjectiveOfDraftsIsOnItsWay() {
        String coming = with("timeframe: 2026 }", "timeframe: 2026 }\n  - { name: soon, statement: Soon }")
                + "  - { name: later, metric: takings, lifecycle: draft, objective: soon }\n";
        assertThat(codes(coming)).isEmpty();
    }

    @Test
    void theTopLevelIsWhatNoObjectiveIsAbove() {
        String two = with("timeframe: 2026 }", "timeframe: 2026 }\n  - { name: serve, statement: Serve }");
        String roles = more(0, 5, "serve").replaceFirst("weight: 1,", "weight: 1, kind: output,");
        assertThat(only(two + roles))
                .startsWith("K107 k4: \"k4\" is the eighth active KPI of the workspace's top level");
        String nested = two.replace("statement: Serve", "statement: Serve, parent: grow");
        assertThat(codes(nested + roles)).isEmpty();
    }

    @Test
    void aTeamHasTheKpisOfItsPeople() {
        String team = with("email: ann@example.com", "email: ann@example.com, team: shop");
        assertThat(codes(team)).isEmpty();
        String small = Cleaned.TEXT
                .replace("email: bob@example.com", "email: bob@example.com, team: desk")
                .replaceFirst("owner: ann", "owner: Bob");
        assertThat(only(small)).startsWith("K107 bob@example.com: the team \"desk\" has one active KPI");
        assertThat(codes(with("email: bob@example.com", "email: bob@example.com, team: idle")))
                .isEmpty();
    }
}
