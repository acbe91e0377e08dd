package io.bellwether.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A word of an expression is shown where it stands in the file, however YAML wraps the expression. */
class ScalarPlacesTest {
    static Stream<Arguments> wrappings() {
        return Stream.of(
                Arguments.of("plain", "expression: alpha beta gamma"),
                Arguments.of("plain over lines", "expression: alpha\n      beta\n      gamma"),
                Arguments.of("single quotes", "expression: 'alpha ''beta'' gamma'"),
                Arguments.of("single quotes over lines", "expression: 'alpha\n\n      beta ''\n      gamma'"),
                Arguments.of("double quotes", "expression: \"alpha \\\"beta\\\" \\u0041 gamma\""),
                Arguments.of("escapes of all lengths", "expression: \"\\x41 \\U0001F600 alpha \\t\\\\ beta gamma\""),
                Arguments.of("an escaped line break", "expression: \"alpha be\\\n       \\ta beta \\\n     gamma\""),
                Arguments.of("folded", "expression: >\n      alpha\n      beta\n\n      gamma\n"),
                Arguments.of("literal", "expression: |-\n      alpha\n        beta\n      gamma"),
                Arguments.of("after wide characters", "description: 😀😀\n    expression: alpha 😀 beta gamma"),
                Arguments.of("windows line ends", "expression: >\r\n      alpha\r\n      beta\r\n      gamma\r\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrappings")
    void findsEachWord(String name, String yaml) {
        assertPlaces("metrics:\n  - name: x\n    " + yaml + "\n", List.of("alpha", "beta", "gamma"));
    }

    @Test
    void findsEachWordOfAnyText() {
        Random random = new Random(7);
        for (int run = 0; run < 300; run++) {
            List<String> words = new ArrayList<>();
            StringBuilder yaml = new StringBuilder("metrics:\n  - name: x\n    expression: ");
            String style = List.of("", "'", "\"", ">", "|").get(random.nextInt(5));
            yaml.append(style).append(style.equals(">") || style.equals("|") ? "\n      " : "");
            for (int word = 0; word < 1 + random.nextInt(12); word++) {
                words.add("word" + word);
                String gap = random.nextInt(3) == 0 ? "\n      " : " ".repeat(1 + random.nextInt(2));
                yaml.append(word == 0 ? "" : gap).append("word").append(word);
            }
            yaml.append(style.equals("'") || style.equals("\"") ? style : "").append('\n');
            assertPlaces(yaml.toString(), words);
        }
    }

    private static void assertPlaces(String yaml, List<String> words) {
        var parsed = Definitions.parse(List.of(new SourceFile("m.yml", yaml)));
        assertThat(parsed.diagnostics()).isEmpty();
        MetricDefinition metric = parsed.definitions().metrics().getFirst();
        Excerpt excerpt = ((MetricDefinition.Formula.Written) metric.formula()).expression();
        for (String word : words) {
            var found = Pattern.compile("\\b" + word + "\\b").matcher(excerpt.text());
            assertThat(found.find()).as("%s in %s", word, excerpt.text()).isTrue();
            assertThat(excerpt.span(found.start(), found.end()).text()).as(yaml).isEqualTo(word);
        }
    }
}
