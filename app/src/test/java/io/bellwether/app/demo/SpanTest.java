package io.bellwether.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-14, 2026, 2025",
        "2027-04-20, 2027, 2026",
        "2027-01-05, 2026-07-01..2027-06-30, 2025-07-01..2026-06-30",
    })
    void aYearIsTheCalendarsOnceEnoughOfItIsOver(LocalDate end, String year, String before) {
        assertThat(Span.running(end, 12)).hasToString(year);
        assertThat(Span.running(end, 12).yearBefore()).hasToString(before);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-14, 2026-Q4, 2025-Q4, 2026-Q3, 2027-Q1",
        "2027-01-05, 2026-12-01..2027-02-28, 2025-12-01..2026-02-28, 2026-Q4, 2027-Q2",
        "2028-02-29, 2028-Q1, 2027-Q1, 2027-Q4, 2028-Q2"
    })
    void quarters(LocalDate end, String running, String yearBefore, String closed, String next) {
        assertThat(Span.running(end, 3)).hasToString(running);
        assertThat(Span.running(end, 3).yearBefore()).hasToString(yearBefore);
        assertThat(Span.quarterBefore(end)).hasToString(closed);
        assertThat(Span.quarterAfter(end)).hasToString(next);
    }
}
