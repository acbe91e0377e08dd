package io.bellwether.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiagnosticTextTest {
    private static String render(String text, String marked, String fix) {
        SourceFile file = new SourceFile("metrics/churn.yml", text);
        int start = text.indexOf(marked);
        return DiagnosticText.render(
                Diagnostic.error("D301", file.span(start, start + marked.length()), "no metric named \"revnue\"", fix));
    }

    @Test
    void pointsAtThePlaceAndSaysWhatMendsIt() {
        String text = "\n".repeat(11) + "    expression: churned / revnue\n";
        assertThat(render(text, "revnue", "did you mean \"revenue\" (metrics/sales.yml:3)?"))
                .isEqualTo("""
                        metrics/churn.yml:12:27  D301  no metric named "revnue"
                          12 |     expression: churned / revnue
                             |                           ^^^^^^  did you mean "revenue" (metrics/sales.yml:3)?""");
    }

    @Test
    void needsNoFix() {
        assertThat(render("a: revnue", "revnue", null)).isEqualTo("""
                        metrics/churn.yml:1:4  D301  no metric named "revnue"
                          1 | a: revnue
                            |    ^^^^^^""");
    }

    @Test
    void needsNoPlace() {
        assertThat(DiagnosticText.render(Diagnostic.error("E601", null, "the engine is gone", "start it")))
                .isEqualTo("E601  the engine is gone\n  start it");
        assertThat(DiagnosticText.render(Diagnostic.error("E601", null, "the engine is gone", null)))
                .isEqualTo("E601  the engine is gone");
    }

    @Test
    void saysThatAWarningIsOne() {
        assertThat(DiagnosticText.render(Diagnostic.warning("D314", null, "nothing here", null)))
                .isEqualTo("D314  warning: nothing here");
    }

    @Test
    void showsATabAsOneColumn() {
        assertThat(render("\t\tx: revnue", "revnue", null).lines())
                .containsExactly(
                        "metrics/churn.yml:1:6  D301  no metric named \"revnue\"",
                        "  1 |   x: revnue",
                        "    |      ^^^^^^");
    }

    @Test
    void cutsALongLineAroundThePlace() {
        String rendered = render("x".repeat(5_000) + " revnue " + "y".repeat(5_000), "revnue", "fix");
        var lines = rendered.lines().toList();
        assertThat(lines)
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.length()).isLessThan(140));
        int caret = lines.get(2).indexOf('^');
        assertThat(lines.get(1).substring(caret, caret + 6)).isEqualTo("revnue");
        assertThat(lines.get(1)).contains("…x").endsWith("…");
    }

    @Test
    void marksOneLineOfAPlaceThatGoesOn() {
        assertThat(render("a:\n  revnue\n  more", "revnue\n  more", null)
                        .lines()
                        .toList()
                        .get(2))
                .isEqualTo("    |   ^^^^^^");
    }

    @Test
    void marksTheEndOfAFile() {
        SourceFile file = new SourceFile("a.yml", "a: b");
        assertThat(DiagnosticText.render(Diagnostic.error("D309", file.span(4, 4), "ends too early", null)))
                .isEqualTo("a.yml:1:5  D309  ends too early\n  1 | a: b\n    |     ^");
    }
}
