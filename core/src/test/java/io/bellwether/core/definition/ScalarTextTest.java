package io.bellwether.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class ScalarTextTest {
    @ParameterizedTest
    @CsvSource({
        "sum(sales.amount), sum(sales.amount)",
        "yes, '\"yes\"'",
        "2011, '\"2011\"'",
        "'a: b', '\"a: b\"'",
        "'# x', '\"# x\"'",
    })
    void isBareOnlyWhereItReadsBack(String text, String yaml) {
        assertThat(ScalarText.of(text)).isEqualTo(yaml);
    }

    @Property
    void readsBackAsTheSameText(
            @ForAll @AlphaChars @Chars({'"', '\\', '\n', '\t', ':', '#', ' ', '\u0007', '-', '\'', '{', ','})
                    String text) {
        Map<?, ?> read =
                (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString("x: " + ScalarText.of(text));
        assertThat(read.get("x")).isEqualTo(text);
    }
}
