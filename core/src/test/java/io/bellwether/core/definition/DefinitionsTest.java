package io.bellwether.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticText;
import io.bellwether.core.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
    private static Definitions.Parsed parse(String... texts) {
        return Definitions.parse(java.util.stream.IntStream.range(0, texts.length)
                .mapToObj(at -> new SourceFile("f" + at + ".yml", texts[at]))
                .toList());
    }

    private static List<String> codes(Definitions.Parsed parsed) {
        return parsed.diagnostics().stream().map(Diagnostic::code).toList();
    }

    @Test
    void gathersFromAllFiles() {
        var parsed =
                parse("name: Shop\nmetrics: [{name: a, expression: x}]", "", "metrics:\n  - {name: b, expression: y}");
        assertThat(parsed.diagnostics()).isEmpty();
        assertThat(parsed.definitions().metrics())
                .extracting(m -> m.name().value())
                .containsExactly("a", "b");
    }

    @Test
    void parenthesesHoldAnExpressionTogetherInBraces() {
        var parsed = parse("metrics: [{name: a, expression: coalesce(x, nullif(y, 0), 1) * 2, unit: count}]");
        assertThat(parsed.diagnostics()).isEmpty();
        var metric = parsed.definitions().metrics().getFirst();
        assertThat(((MetricDefinition.Formula.Written) metric.formula())
                        .expression()
                        .text())
                .isEqualTo("coalesce(x, nullif(y, 0), 1) * 2");
        assertThat(((MetricDefinition.Formula.Written) metric.formula())
                        .expression()
                        .span()
                        .text())
                .isEqualTo("coalesce(x, nullif(y, 0), 1) * 2");
        assertThat(metric.unit().value()).isEqualTo("count");
    }

    @Test
    void aListMayBeOneText() {
        var parsed = parse("kpis: [{name: k, metric: m, supporting: a}, {name: l, metric: m, supporting: [a, b]}]");
        assertThat(parsed.definitions().kpis().get(0).supporting())
                .extracting(s -> s.value())
                .containsExactly("a");
        assertThat(parsed.definitions().kpis().get(1).supporting()).hasSize(2);
    }

    @Test
    void nothingBehindAKeyIsNoKey() {
        var parsed =
                parse("name:\nmetrics:\n  - name: a\n    expression: x\n    label:\n    unit: ~\n    owner: null\n");
        assertThat(parsed.diagnostics()).isEmpty();
        var metric = parsed.definitions().metrics().getFirst();
        assertThat(metric.label()).isNull();
        assertThat(metric.unit()).isNull();
        assertThat(metric.owner()).isNull();
    }

    @Test
    void aFileThatCannotBeReadLeavesTheOthers() {
        var parsed = parse("metrics: [{name: a, expression: x}]", "metrics: [\n");
        assertThat(codes(parsed)).containsExactly("D309");
        assertThat(parsed.definitions().metrics()).hasSize(1);
        assertThat(parsed.definitions().complete()).isFalse();
    }

    @Test
    void remembersTheNamesOfWhatIsBroken() {
        var parsed = parse("metrics: [{name: a}]");
        assertThat(codes(parsed)).containsExactly("D304");
        assertThat(parsed.definitions().broken()).containsExactly("a");
    }

    @Test
    void reportsAllProblemsOfAllFiles() {
        var parsed =
                parse("metrics: [{name: A B, expressoin: x}]\nkpi: 3", "time_zone: Nowhere\nobjectives: [{name: g}]");
        assertThat(codes(parsed)).containsExactlyInAnyOrder("D319", "D304", "D302", "D302", "D308", "D304");
    }

    @Test
    void oneFileSetsAWorkspaceKey() {
        assertThat(codes(parse("name: a", "name: b"))).containsExactly("D306");
    }

    @Test
    void refusesWhatNobodyWrites() {
        assertThat(codes(parse("name: " + "x".repeat(10_000_000)))).containsExactly("D312");
        assertThat(codes(parse("[".repeat(100_000)))).containsExactly("D312");
        assertThat(codes(parse("a: &a [*a]"))).containsExactly("D309");
        assertThat(codes(parse("{" + "a,".repeat(500_000) + "}"))).containsExactly("D312");
        assertThat(codes(parse("a: &a [x,x,x,x,x,x,x,x,x]\n" + bomb()))).containsExactly("D312");
    }

    @Test
    void aLineOfMegabytesIsAnsweredInFewWords() {
        String x = "x".repeat(3_000_000);
        String metric = "metrics: [{ name: a, expression: ";
        for (String text : List.of(
                x,
                "a: *" + x,
                "a: !" + x,
                x + ": 3",
                "time_zone: " + x,
                "name: '" + x,
                metric + "a, direction: " + x + " }]",
                metric + "a, unit: '" + x + "' = 'b' }]",
                metric + "a, " + x + ": 3 }]",
                "metrics: [" + "a, ".repeat(90_000) + "]")) {
            var problems = parse(text).diagnostics();
            assertThat(problems).isNotEmpty();
            assertThat(DiagnosticText.render(problems.subList(0, 1))).hasSizeLessThan(1_500);
            assertThat(DiagnosticText.render(problems)).hasSizeLessThan(200_000);
        }
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder();
        for (char name = 'b'; name <= 'z'; name++) {
            String one = "*" + (char) (name - 1);
            text.append(name).append(": &").append(name).append(" [" + (one + ", ").repeat(8) + one + "]\n");
        }
        return text.toString();
    }

    @Test
    void everyCharacterOfEveryPrefixIsAnsweredWithoutFailing() {
        String text =
                "metrics:\n  - { name: a, expression: \"x \\u0041\", tags: [b, 'c'] } # d\n  - &x {name: b}\n  - *x\n? e\n";
        for (int end = 0; end <= text.length(); end++) {
            assertThat(parse(text.substring(0, end))).isNotNull();
            assertThat(parse(text.substring(end))).isNotNull();
        }
    }
}
