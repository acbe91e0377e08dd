package io.bellwether.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.definition.DatasetDefinition.ReadingDefinition;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReadingReaderTest {
    private static Definitions.Parsed parsed(String rows) {
        return withKey("skip_rows: " + rows);
    }

    private static Definitions.Parsed withKey(String key) {
        String text = "name: Shop\ndatasets:\n  - name: sales\n    source: sales.csv\n    " + key + "\n";
        return Definitions.parse(List.of(new SourceFile("bellwether.yml", text)));
    }

    private static ReadingDefinition read(String rows) {
        return Objects.requireNonNull(
                parsed(rows).definitions().datasets().getFirst().reading());
    }

    @Test
    void rowsAreNumbersTheLastOrWhatColumnsHold() {
        assertThat(read("7").rows()).containsExactly(7);
        assertThat(read("last").last()).isTrue();
        ReadingDefinition all = read("[3, 1, last, { month: Total, area: [North, null] }, { month: Sum }]");
        assertThat(all.rows()).containsExactly(1, 3);
        assertThat(all.last()).isTrue();
        assertThat(all.where())
                .containsExactly(
                        Map.of("month", List.of("Total"), "area", List.of("North", "")),
                        Map.of("month", List.of("Sum")));
    }

    @Test
    void rowsThatCannotBeReadAreSetAside() {
        assertThat(read("[]\n    on_error: quarantine").quarantine()).isTrue();
        assertThat(read("[]\n    on_error: refuse").quarantine()).isFalse();
        assertThat(parsed("[]\n    on_error: ignore").diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("D308");
    }

    @Test
    void aSheetHasANameAndTheNamesARow() {
        Definitions.Parsed parsed = withKey("sheet: 2026\n    header: 4");
        assertThat(parsed.diagnostics()).isEmpty();
        ReadingDefinition reading = Objects.requireNonNull(
                parsed.definitions().datasets().getFirst().reading());
        assertThat(Objects.requireNonNull(reading.sheet()).value()).isEqualTo("2026");
        assertThat(reading.header()).isEqualTo(4);
        for (String wrong :
                List.of("header: 0", "header: -3", "header: first", "header: 10001", "header: [1]", "sheet: [A]")) {
            assertThat(withKey(wrong).diagnostics())
                    .as(wrong)
                    .extracting(Diagnostic::code)
                    .containsExactly("D303");
        }
    }

    @Test
    void anythingElseIsTold() {
        for (String wrong : List.of("first", "0", "-1", "[[1]]", "{ month: { is: Total } }")) {
            assertThat(parsed(wrong).diagnostics())
                    .as(wrong)
                    .extracting(Diagnostic::code)
                    .containsExactly("D303");
        }
    }
}
