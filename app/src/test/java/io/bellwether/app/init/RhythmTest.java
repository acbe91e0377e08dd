package io.bellwether.app.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTest {
    @ParameterizedTest
    @CsvSource({
        "1 1 1 1 1 1 1 1 1 1 1, 1 day",
        "1 1 1 1 3 1 1 1 1 3 1 1 1 1 3, 3 days",
        "1 1 1 1 1 1 1 5 1 1 9 1 1, 1 day",
        "7 7 7, 1 week",
        "31 28 31 30, 1 month",
        "30 31 31, 1 month",
        "92 90 91, 3 months",
        "1 1 1 1,",
        "7 7,",
        "1 9 2 30 4 1 1 12 5 6 8 1,",
    })
    void theGapsBetweenDaysShowIt(String gaps, String every) {
        List<LocalDate> days = new ArrayList<>(List.of(LocalDate.of(2026, 1, 5)));
        for (String gap : gaps.split(" ")) {
            days.add(days.getLast().plusDays(Long.parseLong(gap)));
        }
        assertThat(Rhythm.every(days).orElse(null)).isEqualTo(every);
    }
}
