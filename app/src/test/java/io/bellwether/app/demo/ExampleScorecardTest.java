package io.bellwether.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withPrecision;

import io.bellwether.app.cli.Main;
import io.bellwether.app.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code status} says of the example, number by number, against SQL that a person wrote over the same files. */
class ExampleScorecardTest {
    private static final List<String> NUMBERS = List.of("value", "target", "progress", "expected");

    @Test
    void saysWhatTheHandWrittenSqlSays() throws Exception {
        Map<String, JsonNode> kpis = kpis();

        assertThat(kpis).hasSize(12);
        SoftAssertions softly = new SoftAssertions();
        try (ShopData data = new ShopData(Path.of("../examples/shop"))) {
            kpis.forEach((name, kpi) -> {
                Map<String, ?> truth = data.row(ShopData.resource("kpi/" + name + ".sql"));
                softly.assertThat(kpi.get("status").asString()).as(name).isEqualTo(truth.get("status"));
                for (String number : NUMBERS) {
                    if (truth.get(number) instanceof Number expected) {
                        softly.assertThat(kpi.get(number).asDouble())
                                .as(name + "'s " + number)
                                .isEqualTo(
                                        expected.doubleValue(),
                                        withPrecision(1e-9 * (1 + Math.abs(expected.doubleValue()))));
                    }
                }
            });
        }
        softly.assertAll();
    }

    private static Map<String, JsonNode> kpis() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Clock noon = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        Terminal terminal = new Terminal(new PrintStream(out), new PrintStream(err), Path.of(""), noon);
        int exit = Main.run(terminal, "status", "-w", "../examples/shop", "--as-of", "2026-11-14", "--format", "json");
        assertThat(exit).as(err.toString(StandardCharsets.UTF_8)).isZero();

        Map<String, JsonNode> kpis = new TreeMap<>();
        for (JsonNode objective :
                JsonMapper.shared().readTree(out.toByteArray()).get("objectives")) {
            for (JsonNode kpi : objective.get("kpis")) {
                kpis.put(kpi.get("name").asString(), kpi);
            }
        }
        return kpis;
    }
}
