package io.bellwether.core.definition;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person is told who wrote something that YAML reads in another way; what mends it is tried. */
class YamlWordsTest {
    private static List<Diagnostic> problems(String text) {
        return Definitions.parse(List.of(new SourceFile("f.yml", text))).diagnostics();
    }

    private static int line(Diagnostic problem) {
        return requireNonNull(problem.span()).line();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            %x                   ¦ a text cannot begin with "%"
            @you                 ¦ a text cannot begin with "@"
            `x`                  ¦ a text cannot begin with "`"
            &sum(sales.amount)   ¦ a text cannot begin with "&", which means something in YAML
            &                    ¦ a text cannot begin with "&", which means something in YAML
            *important           ¦ no anchor &important stands before this
            *important* note     ¦ a text cannot begin with "*", which means something in YAML
            !important           ¦ a text cannot begin with "!", which means something in YAML
            !important, very     ¦ a text cannot begin with "!", which means something in YAML
            >= 3                 ¦ after ">" a text begins in the next line
            | x                  ¦ after "|" a text begins in the next line
            """)
    void aSignThatYamlKeepsForItselfIsQuoted(String value, String message) {
        String metric = "metrics:\n  - name: a\n    expression: ";
        List<Diagnostic> problems = problems(metric + value + "\n");
        assertThat(problems).extracting(Diagnostic::message).containsExactly(message);
        assertThat(problems).extracting(Diagnostic::fix).containsExactly("put the text in quotes");
        assertThat(line(problems.getFirst())).isEqualTo(3);
        assertThat(problems(metric + '"' + value + "\"\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            "a" = 'b'            ¦ '"a" = ''b'''
            'a' = 3              ¦ "'a' = 3"
            [a] = 3              ¦ "[a] = 3"
            """)
    void aQuoteThatClosesTooEarlyGoesAroundAll(String value, String quoted) {
        String metric = "metrics:\n  - name: a\n    expression: ";
        List<Diagnostic> problems = problems(metric + value + "\n");
        assertThat(problems).extracting(Diagnostic::fix).containsExactly("put all of it in quotes: " + quoted);
        assertThat(problems(metric + quoted + "\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', textBlock = """
            name: a⏎kpis                           ¦ 2 ¦ "kpis" lacks its ":"
            kpis⏎⏎name: a                          ¦ 1 ¦ "kpis" lacks its ":"
            kpis # all⏎# of them⏎- name: k         ¦ 1 ¦ "kpis" lacks its ":"
            name:a⏎metrics:⏎  - name: b            ¦ 1 ¦ "name:a" lacks a space after ":"
            name: a: b                             ¦ 1 ¦ a second ":" in one line
            name: long⏎  text⏎  and: more          ¦ 3 ¦ a second ":" in one line
            """)
    void theLineWithoutItsColonIsNamed(String text, int line, String message) {
        List<Diagnostic> problems = problems(text.replace('⏎', '\n'));
        assertThat(problems).extracting(Diagnostic::message).containsExactly(message);
        assertThat(line(problems.getFirst())).isEqualTo(line);
    }

    @Test
    void blocksByTheirNamesAreOneProblemForAllOfThem() {
        List<Diagnostic> problems = problems("datasets:\n  sales:\n    source: x\n  more:\n    source: y\n");
        assertThat(problems)
                .extracting(d -> d.code() + " " + d.message() + ": " + d.fix())
                .containsExactly("D303 \"datasets\" is a list, not a block of keys: write - name: sales");
        assertThat(problems("events: { launch: 2026-01-01 }"))
                .extracting(Diagnostic::fix)
                .containsExactly("begin each with \"- \"");
    }

    @Test
    void fieldsByTheirNamesAreOneProblemToo() {
        assertThat(problems("datasets: [{ name: s, source: x, fields: { amount: a * b } }]"))
                .extracting(Diagnostic::message)
                .containsExactly("\"fields\" is a list, not a block of keys");
    }
}
