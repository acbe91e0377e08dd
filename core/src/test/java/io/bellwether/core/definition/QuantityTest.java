package io.bellwether.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "75, 75, ''",
        "10_000_000, 10000000, ''",
        "99.9%, 99.9, %",
        "25 %, 25, %",
        "-3.5, -3.5, ''",
        ".5, .5, ''",
        "4h, 4, h",
        "30 min, 30, min",
        "1 Day, 1, day",
        "1e6, 1e6, ''",
    })
    void readsWhatPeopleWrite(String text, BigDecimal number, String suffix) {
        assertThat(Quantity.parse(text)).contains(new Quantity(number, suffix));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "lots", "%", "1,000", "1.000.000", "4h30", "1e999999999", "0x10", "--1", "1 2", "2011-01-01"
            })
    void refusesTheRest(String text) {
        assertThat(Quantity.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"25%, 0.25", "0.25, 0.25", "120%, 1.20"})
    void aPercentageIsAShare(String text, BigDecimal share) {
        assertThat(Quantity.parse(text).orElseThrow().share()).isEqualByComparingTo(share);
    }
}
