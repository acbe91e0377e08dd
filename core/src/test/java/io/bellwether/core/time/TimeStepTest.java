package io.bellwether.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeStepTest {
    @ParameterizedTest
    @CsvSource({
        "28 days, 28, day",
        "14 day, 14, day",
        "1 month, 1, month",
        "month, 1, month",
        "28d, 28, day",
        "3h, 3, hour",
        "90 min, 90, minute",
        "1y, 1, year",
        "2mo, 2, month",
        "1q, 1, quarter",
        "5w, 5, week",
        "30s, 30, second",
        "2 fiscal_quarters, 2, fiscal_quarter",
        "1 alien_day, 1, alien_day",
        "3 alien_days, 3, alien_days",
    })
    void reads(String text, int count, String unit) {
        assertThat(TimeStep.parse(text)).contains(new TimeStep(count, unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "28", "0 days", "-1 day", "1.5 days", "1 2 days", "a day", "9999999 days", "28 Days"})
    void refuses(String text) {
        assertThat(TimeStep.parse(text)).isEmpty();
    }
}
