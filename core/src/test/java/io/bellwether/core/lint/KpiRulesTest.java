package io.bellwether.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.SourceSchema;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** K101 to K106: silent about what is complete, a draft or retired; each speaks where its key is missing. */
class KpiRulesTest {
    private static final String COMPLETE =
            "metric: revenue, objective: grow, target: { reach: 5 }, owner: a, cadence: weekly";

    private static List<String> codes(String keys) {
        String text = """
                datasets: [{ name: sales, source: sales.csv, time: at }]
                metrics:
                  - { name: revenue, expression: sum(sales.x), direction: up }
                  - { name: flat, expression: sum(sales.x) }
                objectives:
                  - { name: grow, statement: Grow, timeframe: 2011 }
                  - { name: last, statement: Last }
                """ + "kpis: [{ name: k, " + keys + " }]\n";
        return Lint.check(
                        List.of(new SourceFile("w.yml", text)),
                        (dataset, source, span) -> new SourceSchema.Columns(
                                List.of(new Column("x", Type.INTEGER), new Column("at", Type.DATE))))
                .diagnostics()
                .stream()
                .map(Diagnostic::code)
                .toList();
    }

    @Test
    void staySilentAboutWhatIsComplete() {
        assertThat(codes(COMPLETE)).isEmpty();
        assertThat(codes(COMPLETE.replace("revenue", "flat") + ", direction: down"))
                .isEmpty();
        assertThat(codes(COMPLETE.replace("revenue", "flat").replace("reach: 5", "between: [1, 2]")))
                .isEmpty();
        assertThat(codes(COMPLETE.replace("grow", "last").replace("5", "5, every: month")))
                .isEmpty();
    }

    @Test
    void doNotJudgeDraftsAndRetiredOnes() {
        assertThat(codes("metric: flat, lifecycle: draft")).isEmpty();
        assertThat(codes("metric: flat, status: retired")).isEmpty();
    }

    @Test
    void reportEverythingThatIsMissingAtOnce() {
        assertThat(codes("metric: flat")).containsExactly("K101", "K102", "K104", "K105", "K106");
        assertThat(codes("metric: flat, target: { reach: 5 }"))
                .containsExactlyInAnyOrder("K101", "K103", "K104", "K105", "K106");
    }

    @Test
    void k101Objective() {
        assertThat(codes(COMPLETE.replace("objective: grow", "label: x").replace("5", "5, by: 2011")))
                .containsExactly("K101");
    }

    @Test
    void k102Target() {
        assertThat(codes(COMPLETE.replace("target: { reach: 5 }, ", ""))).containsExactly("K102");
    }

    @Test
    void k103Timeframe() {
        assertThat(codes(COMPLETE.replace("grow", "last"))).containsExactly("K103");
    }

    @Test
    void k104Owner() {
        assertThat(codes(COMPLETE.replace(", owner: a", ""))).containsExactly("K104");
    }

    @Test
    void k105Cadence() {
        assertThat(codes(COMPLETE.replace(", cadence: weekly", ""))).containsExactly("K105");
    }

    @Test
    void k106Direction() {
        assertThat(codes(COMPLETE.replace("revenue", "flat"))).containsExactly("K106");
        assertThat(codes(COMPLETE + ", direction: none")).containsExactly("K106");
    }

    @Test
    void areNotNoiseAboutWhatIsWrittenWrongly() {
        assertThat(codes(COMPLETE.replace("weekly", "often"))).containsExactly("D308");
        assertThat(codes(COMPLETE.replace("reach: 5", "reach: lots"))).containsExactly("D317");
        assertThat(codes(COMPLETE.replace("grow", "growth"))).containsExactly("D301");
        assertThat(codes(COMPLETE.replace("reach: 5", "reach: 5, by: soon"))).containsExactly("D318");
    }
}
