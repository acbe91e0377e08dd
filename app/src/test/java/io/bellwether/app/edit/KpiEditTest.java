package io.bellwether.app.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.YamlReader;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What stands in a file stays as it is, to the byte, but for what is asked. */
class KpiEditTest {
    private static final String BLOCK = """
            # our promises
            kpis:
              - name: sales   # the one that counts
                metric: revenue
                target:
                  total: 10_000_000   # from the board
                  by: "2026"
                why: |
                  It pays
                  the rent

              # the next one
              - { name: basket, metric: aov, target: { reach: '20', by: 2026 }, cadence: monthly }
            """;

    @Test
    void oneValueIsReplacedInABlock() {
        assertThat(edit(BLOCK, "sales").target(Map.of("total", "8_000_000")).after())
                .isEqualTo(BLOCK.replace("10_000_000", "8_000_000"));
    }

    @Test
    void quotesStayAndAFormTakesThePlaceOfAnother() {
        assertThat(edit(BLOCK, "basket").target(Map.of("at_least", "18")).after())
                .isEqualTo(BLOCK.replace("reach: '20'", "at_least: '18'"));
        assertThat(edit(BLOCK, "sales").target(Map.of("every", "quarter")).after())
                .isEqualTo(BLOCK.replace("by: \"2026\"", "every: \"quarter\""));
    }

    @Test
    void aKeyIsAddedBehindTheOthers() {
        assertThat(edit(BLOCK, "sales").target(Map.of("path", "seasonal")).after())
                .isEqualTo(BLOCK.replace("by: \"2026\"", "by: \"2026\"\n      path: seasonal"));
        assertThat(edit(BLOCK, "basket").target(Map.of("path", "step")).after())
                .isEqualTo(BLOCK.replace("by: 2026 }", "by: 2026, path: step }"));
        assertThat(edit(BLOCK, "basket").lifecycle("draft", Map.of()).after())
                .isEqualTo(BLOCK.replace("cadence: monthly }", "cadence: monthly, lifecycle: draft }"));
    }

    /** A text over lines ends the item: what is added goes above it, where a line can follow. */
    @Test
    void aKeyOfABlockStandsBelowTheLastSimpleOneAndItsComment() {
        String text = "kpis:\n- name: sales # a\n  metric: revenue # b\n  why: >\n    x\n    y\n";
        assertThat(edit(text, "sales").lifecycle("retired", Map.of()).after())
                .isEqualTo(text.replace("# b\n", "# b\n  lifecycle: retired\n"));
        assertThat(edit(text, "sales")
                        .target(keys("reach", "80", "by", "2026-Q4"))
                        .after())
                .isEqualTo(text.replace("# b\n", "# b\n  target: { reach: 80, by: 2026-Q4 }\n"));
    }

    @Test
    void lineEndsOfWindowsAndNoLastLineEndStay() {
        String text = "kpis:\r\n  - name: sales\r\n    metric: revenue\r\n    target: {reach: 75, by: 2026}";
        assertThat(edit(text, "sales")
                        .target(keys("reach", "80", "by", "2026-Q4"))
                        .after())
                .isEqualTo(text.replace("reach: 75, by: 2026", "reach: 80, by: 2026-Q4"));
        assertThat(edit(text, "sales").lifecycle("retired", Map.of()).after())
                .isEqualTo(text + "\r\n    lifecycle: retired");
    }

    @Test
    void listsAndEmptyValuesAreReplacedWhole() {
        String text = """
                kpis:
                  - name: sales
                    metric: revenue
                    target:
                      between:
                        - 95
                        - 105
                      by: 2026
                    status: draft
                """;
        assertThat(edit(text, "sales").target(Map.of("between", "[90, 110]")).after())
                .isEqualTo(text.replace("between:\n        - 95\n        - 105", "between: [90, 110]"));
        assertThat(edit(text, "sales").target(Map.of("reach", "100")).after())
                .isEqualTo(text.replace("between:\n        - 95\n        - 105", "reach: 100"));
        assertThat(edit(text, "sales").lifecycle("active", Map.of()).after())
                .isEqualTo(text.replace("status: draft", "status: active"));
        String empty = "kpis:\n  - name: sales\n    target:\n    metric: revenue\n";
        assertThat(edit(empty, "sales")
                        .target(keys("reach", "80", "by", "2026"))
                        .after())
                .isEqualTo(empty.replace("target:", "target: { reach: 80, by: 2026 }"));
    }

    @Test
    void aKpiIsTakenOutWithItsLines() {
        assertThat(edit(BLOCK, "basket").without().after())
                .isEqualTo(BLOCK.substring(0, BLOCK.indexOf("  - { name: basket")));
        String flow = "kpis: [ { name: a, metric: m }, { name: b, metric: m } ] # two";
        assertThat(edit(flow, "a").without().after()).isEqualTo("kpis: [ { name: b, metric: m } ] # two");
        assertThat(edit(flow, "b").without().after()).isEqualTo("kpis: [ { name: a, metric: m } ] # two");
        String one = "kpis:\n  - name: a\n    metric: m\nevents: []\n";
        assertThat(edit(one, "a").without().after()).isEqualTo("kpis:\n  []\nevents: []\n");
    }

    @Test
    void aNewKpiStandsBelowTheOthers() {
        var keys = keys("name", "visits", "metric", "visits");
        assertThat(added(BLOCK, keys)).isEqualTo(BLOCK + "  - name: visits\n    metric: visits\n");
        assertThat(added("kpis: []\n", keys)).isEqualTo("kpis: [{ name: visits, metric: visits }]\n");
        assertThat(added("metrics: []\n\n\n", keys))
                .isEqualTo("metrics: []\nkpis:\n  - name: visits\n    metric: visits\n\n\n");
        String text = "kpis:\n- name: a\n  why: |\n    one\n    two\nevents: []\n";
        assertThat(added(text, keys))
                .isEqualTo(
                        "kpis:\n- name: a\n  why: |\n    one\n    two\n- name: visits\n  metric: visits\nevents: []\n");
    }

    @Test
    void whatMightReachFurtherIsRefused() {
        refused("kpis:\n  - name: a\n    target: &t { reach: 1 }\n  - name: b\n    target: *t\n", "a", "P802");
        refused("kpis:\n  - name: a\n    target: &t { reach: 1 }\n  - name: b\n    target: *t\n", "b", "P802");
        refused("kpis:\n  - name: a\n    target: { reach: &n 1 }\n", "a", "P802");
        refused("kpis: &all\n  - name: a\n    target: { reach: 1 }\n", "a", "P802");
        refused("kpis:\n  - &a\n    name: a\n    target: { reach: 1 }\n", "a", "P802");
        refused("kpis:\n  - name: a\n    target: { reach: !!int 1 }\n", "a", "P802");
        refused("kpis:\n  - name: a\n    target:\n      reach: |\n        1\n", "a", "P802");
    }

    @Test
    void whatOthersKeepIsRefused() {
        Kpi imported = kpi("a", new SourceFile("target/semantic_manifest.json", "{}").span(0, 1));
        assertThatThrownBy(() -> KpiEdit.of(imported, List.of())).hasMessageContaining("P801");
        SourceFile ossie = new SourceFile("model.yml", "semantic_model:\n  - name: a\n");
        assertThatThrownBy(() -> KpiEdit.of(kpi("a", ossie.span(26, 27)), List.of(ossie)))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("P801");
    }

    @Test
    void aTargetIsReadAsItIsWritten() {
        assertThat(TargetText.read("--to", "reach: 80")).isEqualTo(keys("reach", "80"));
        assertThat(TargetText.read("--to", " { between: [ 1, 2 ], by: '2026' } "))
                .isEqualTo(keys("between", "[ 1, 2 ]", "by", "'2026'"));
        for (String wrong : List.of("", "80", "reach", "reach:", "reech: 8", "reach: 1\nname: x", "reach: 1 }", "{")) {
            assertThatThrownBy(() -> TargetText.read("--to", wrong)).as(wrong).isInstanceOf(DiagnosticException.class);
        }
    }

    private static void refused(String text, String name, String code) {
        assertThatThrownBy(() -> edit(text, name).target(Map.of("reach", "2")))
                .as(text)
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining(code);
    }

    private static String added(String text, Map<String, String> keys) {
        SourceFile file = new SourceFile("kpis.yml", text);
        return NewKpi.in(List.of(file), file, keys).after();
    }

    /** The KPI as a catalog has it, which knows no more of its place than that of its name. */
    private static KpiEdit edit(String text, String name) {
        SourceFile file = new SourceFile("kpis.yml", text);
        Node.Mapping root = (Node.Mapping) YamlReader.read(file, new Problems()).orElseThrow();
        Node.Sequence list =
                (Node.Sequence) YamlEdit.entry(root, "kpis").orElseThrow().value();
        Span place = list.items().stream()
                .map(item -> YamlEdit.entry((Node.Mapping) item, "name")
                        .orElseThrow()
                        .value())
                .filter(value -> ((Node.Scalar) value).value().equals(name))
                .map(Node::span)
                .findFirst()
                .orElseThrow();
        return KpiEdit.of(kpi(name, place), List.of(file));
    }

    private static Map<String, String> keys(String... pairs) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            keys.put(pairs[i], pairs[i + 1]);
        }
        return keys;
    }

    private static Kpi kpi(String name, Span span) {
        return new Kpi(
                name,
                name,
                "m",
                null,
                null,
                Kpi.Lifecycle.ACTIVE,
                null,
                null,
                null,
                null,
                BigDecimal.ONE,
                Direction.UP,
                null,
                null,
                Kpi.Thresholds.STANDARD,
                List.of(),
                null,
                null,
                null,
                span);
    }
}
