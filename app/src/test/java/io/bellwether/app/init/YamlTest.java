package io.bellwether.app.init;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class YamlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain words",
                "count(*) filter (where a = 'b: c')",
                "sum(sales.\"unit price\")",
                "yes",
                "2011",
                "- x",
                "a # b",
                "* star",
                "{x}",
                "a: b",
                "-sum(x) filter (where y < 0)",
                " leading",
                "C:\\data\\x.csv",
                "null",
                "../data/a b.csv.gz",
            })
    void whatIsWrittenIsReadBackTheSame(String text) {
        String yaml = new Yaml().entry(0, "key", text, "a comment").text();
        var read = (java.util.Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        assertThat(read.get("key")).isEqualTo(text);
    }
}
