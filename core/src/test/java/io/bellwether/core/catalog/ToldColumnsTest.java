package io.bellwether.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.FileReading.Told;
import io.bellwether.core.definition.Definitions;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToldColumnsTest {
    private final Problems problems = new Problems();

    private Map<String, Told> told(String... fields) {
        String text = "name: Shop\ndatasets:\n  - name: sales\n    source: sales.csv\n    fields:\n      - "
                + String.join("\n      - ", fields) + "\n";
        var parsed = Definitions.parse(List.of(new SourceFile("bellwether.yml", text)));
        parsed.diagnostics().forEach(problems::add);
        return ToldColumns.of(parsed.definitions().datasets().getFirst().fields(), problems);
    }

    @Test
    void aFieldTellsOfItsColumn() {
        assertThat(told(
                        "{ name: Sku, type: text }",
                        "{ name: amount, expression: Total, type: decimal }",
                        "{ name: day, format: \"%d.%m.%Y\" }",
                        "{ name: at, format: \"%Y-%m-%d %H:%M\" }",
                        "{ name: there, format: \"%Y-%m-%d %H:%M%z\" }",
                        "{ name: twice, expression: n * 2, type: integer }",
                        "{ name: n }"))
                .containsOnly(
                        Map.entry("sku", new Told(Type.TEXT, null)),
                        Map.entry("total", new Told(Type.DECIMAL, null)),
                        Map.entry("day", new Told(Type.DATE, "%d.%m.%Y")),
                        Map.entry("at", new Told(Type.TIMESTAMP, "%Y-%m-%d %H:%M")),
                        Map.entry("there", new Told(Type.TIMESTAMP_TZ, "%Y-%m-%d %H:%M%z")));
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void ofTwoFieldsTheTextWinsAndOthersSayNothing() {
        assertThat(told("{ name: a, expression: n, type: integer }", "{ name: b, expression: n, type: text }"))
                .containsExactly(Map.entry("n", new Told(Type.TEXT, null)));
        assertThat(told("{ name: a, expression: n, type: integer }", "{ name: b, expression: n, type: double }"))
                .isEmpty();
    }

    @Test
    void aNameThatIsAnotherFieldIsNoColumn() {
        assertThat(told("{ name: a, expression: b, type: integer }", "{ name: b, expression: upper(c) }"))
                .isEmpty();
    }

    @Test
    void aFormatThatSaysNothing() {
        told("{ name: a, format: \"%d.%q.%Y\" }");
        told("{ name: a, format: \"%d.%m\" }");
        told("{ name: a, format: \"%d %Y\" }");
        told("{ name: a, expression: upper(b), format: \"%Y\" }");
        told("{ name: a, type: integer, format: \"%Y\" }");
        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly("D318", "D318", "D318", "D341", "D341");
    }
}
