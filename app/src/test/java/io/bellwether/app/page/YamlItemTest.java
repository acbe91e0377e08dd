package io.bellwether.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.source.SourceFile;
import org.junit.jupiter.api.Test;

class YamlItemTest {
    private static final SourceFile FILE = new SourceFile("kpis.yml", """
            kpis:
              - name: first
                target: { reach: 1 }

                why: |
                  Two
                  lines
              - { name: second, metric: m,
                  why: short }
              - metric: n
                name: third
            """);

    @Test
    void aBlockWithItsBlankLines() {
        assertThat(around("first")).isEqualTo("- name: first\n  target: { reach: 1 }\n\n  why: |\n    Two\n    lines");
    }

    @Test
    void anItemInBraces() {
        assertThat(around("second")).isEqualTo("- { name: second, metric: m,\n    why: short }");
    }

    @Test
    void anItemWhoseNameStandsLower() {
        assertThat(around("third")).isEqualTo("- metric: n\n  name: third");
    }

    private static String around(String name) {
        int at = FILE.text().indexOf(name);
        return YamlItem.around(FILE.span(at, at + name.length()));
    }
}
