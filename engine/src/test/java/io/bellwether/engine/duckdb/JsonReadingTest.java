package io.bellwether.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.expression.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A JSON value keeps its kind and its digits; what is valid is read. */
@Timeout(30)
class JsonReadingTest {
    private Workspace workspace;

    @BeforeEach
    void open(@TempDir Path folder) {
        workspace = new Workspace(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private List<Object> values(String json) {
        workspace.file("t.json", json);
        return workspace.ask("t.json", Set.of("x"), "select x from $").rows().stream()
                .map(List::getFirst)
                .map(Object.class::cast)
                .toList();
    }

    private static String records(String... values) {
        return "[{\"x\":" + String.join("},{\"x\":", values) + "}]";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1; 2; INTEGER",
                "1; 9223372036854775808; INTEGER",
                "1; 2.50; DECIMAL",
                "0.1; 0.30000000000000004; DOUBLE",
                "1.5; 12345678901234567.89; DECIMAL",
                "1e3; 2.5E-2; DECIMAL",
                "1e300; 2; DOUBLE",
                "true; false; BOOLEAN",
                "\"12\"; \"13\"; TEXT",
                "\"true\"; \"false\"; TEXT",
                "1; \"1\"; TEXT",
                "true; 1; TEXT",
                "\"2024-01-05\"; \"2024-02-30\"; TEXT",
                "\"2024-01-05\"; \"2024-02-29\"; DATE",
                "\"2024-01-05\"; \"2024-01-05T10:00\"; TIMESTAMP",
                "\"2024-01-05 10:00:00Z\"; \"2024-01-05T10:00:00.5+02:00\"; TIMESTAMP_TZ",
                "\"2024-01-05 10:00:00Z\"; \"2024-01-05T10:00:00\"; TEXT",
                "\"10-12-11\"; \"10-11-12\"; TEXT",
                "\"01-02-2026\"; \"03-04-2026\"; TEXT",
                "\"05.01.2024\"; \"06.01.2024\"; TEXT",
                "{\"a\": 1}; [1, 2]; OTHER",
                "null; null; TEXT"
            })
    void typesOf(String first, String second, Type type) {
        workspace.file("t.json", records(first, second));
        assertThat(workspace.describe("t.json").columns().getFirst().type()).isEqualTo(type);
        assertThat(values(records(first, second))).hasSize(2);
    }

    @Test
    void digitsStay() {
        assertThat(values(records("19.99", "1.1", "100"))).containsExactly(dec("19.99"), dec("1.10"), dec("100.00"));
        assertThat(values(records("12345678901234567.89"))).containsExactly(dec("12345678901234567.89"));
        assertThat(values(records("1234567890123456789012"))).containsExactly(new BigInteger("1234567890123456789012"));
        assertThat(values(records("1.10", "\"x\""))).containsExactly("1.10", "x");
        assertThat(values(records("1.5e3", "2"))).containsExactly(dec("1500"), dec("2"));
    }

    @Test
    void textsStay() {
        assertThat(values(records(
                        "\"\"",
                        "null",
                        "\"  \"",
                        "\"a \\\"b\\\", c\"",
                        "\"two\\r\\nlines\"",
                        "\"\\u0000\"",
                        "\"\\ud800\"")))
                .isEqualTo(Arrays.asList("", null, "  ", "a \"b\", c", "two\r\nlines", "\0", "\uFFFD"));
        assertThat(values("{\"x\":{\"a\":[1.50,\"é\\n\"],\"b\":null}}"))
                .containsExactly("{\"a\":[1.50,\"é\\n\"],\"b\":null}");
    }

    @Test
    void keysMayComeLateGoAndDifferInCase() {
        workspace.file("t.json", "{\"a\":1}\n{\"A\":2,\"a\":3,\"b\":\"2024-01-05\"}\n{}\n");
        assertThat(workspace
                        .ask("t.json", Set.of("a", "A_1", "b"), "select a, \"A_1\", b from $")
                        .rows())
                .containsExactly(
                        Arrays.asList(1L, null, null),
                        List.of(3L, 2L, LocalDate.of(2024, 1, 5)),
                        Arrays.asList(null, null, null));
    }

    @Test
    void longTextsAndOtherEncodings() {
        String text = "x".repeat(3_000_000);
        assertThat(values(records("\"" + text + "\"", "\"y\""))).containsExactly(text, "y");
        workspace.file("t.json", ("\uFEFF" + records("\"Ä\"")).getBytes(StandardCharsets.UTF_16LE));
        assertThat(workspace.ask("t.json", Set.of("x"), "select x from $").rows())
                .containsExactly(List.of("Ä"));
        String late = records("\"" + "y".repeat(5_000_000) + "\"", "\"é\"");
        workspace.file("t.json", late.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(workspace.ask("t.json", Set.of("x"), "select max(x) from $").rows())
                .containsExactly(List.of("é"));
    }

    @Test
    void filesTogether() {
        workspace.file("d/1.json", records("1")).file("d/2.json", "{\"y\": 1}\n{\"x\": 2.5}");
        assertThat(workspace
                        .ask("d/*.json", Set.of("x"), "select sum(x) from $")
                        .rows())
                .containsExactly(List.of(dec("3.5")));
    }

    @Test
    void whatIsNotValidIsNamedWithItsPlace() {
        workspace.file("t.json", "[{\"a\": 1},\n {\"a\": 2}\n");
        assertThat(workspace.problem("t.json").message()).startsWith("t.json, line 3, column ");
        workspace.file("t.json", "[1, 2]");
        assertThat(workspace.problem("t.json").code()).isEqualTo("S412");
        workspace.file("t.json", "{\"a\": 1, \"a\": 2}");
        assertThat(workspace.problem("t.json").message()).contains("the key \"a\" twice");
        workspace.file("t.json", "[]");
        assertThat(workspace.problem("t.json").message()).isEqualTo("t.json has no records");
        workspace.file("t.json", records("1", "NaN", "-Infinity"));
        assertThat(workspace.problem("t.json").message()).contains("2 values that is infinite or not a number");
    }

    private static BigDecimal dec(String text) {
        return new BigDecimal(text);
    }
}
