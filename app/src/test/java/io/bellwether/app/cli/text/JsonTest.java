package io.bellwether.app.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void writesDecimalsInFull() {
        assertThat(Json.compact(List.of(new BigDecimal("1E+7"), new BigDecimal("12.50"), new BigDecimal("0.0000001"))))
                .isEqualTo("[10000000,12.50,0.0000001]\n");
    }

    @Test
    void writesDoublesInFullAndWhatJsonLacksAsNull() {
        assertThat(Json.compact(List.of(1e7, 0.1, Double.NaN, Double.POSITIVE_INFINITY)))
                .isEqualTo("[10000000,0.1,null,null]\n");
    }

    @Test
    void keepsTheOrderOfKeys() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("b", 1L);
        map.put("a", Arrays.asList(true, null, "x\"y\n"));
        assertThat(Json.compact(map)).isEqualTo("{\"b\":1,\"a\":[true,null,\"x\\\"y\\n\"]}\n");
    }

    @Test
    void writesDatesAsIsoTextAndIndents() {
        assertThat(Json.pretty(Map.of("day", LocalDate.of(2026, 11, 14))))
                .isEqualTo("{\n  \"day\" : \"2026-11-14\"\n}\n");
    }

    @Test
    void escapesWhatOrdersATerminalAbout() {
        assertThat(Json.compact(List.of("a\u001bb\u007fc\u009bd\u202ee\n")))
                .isEqualTo("[\"a\\u001Bb\\u007fc\\u009bd\\u202ee\\n\"]\n");
    }
}
