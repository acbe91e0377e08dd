package io.bellwether.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.time.Due.State;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checked against a calendar on the wall: 2026-11-16 is a Monday. */
class DueTest {
    private static final Calendar CALENDAR = new Calendar(ZoneOffset.UTC, DayOfWeek.MONDAY, Month.FEBRUARY);

    @ParameterizedTest
    @CsvSource({
        "WEEK, 2026-11-16, 2026-11-16, DONE, 2026-W46, 0, 2026-11-23",
        "WEEK, 2026-11-15, 2026-11-16, DUE, 2026-W46, 0, 2026-11-23",
        "WEEK, 2026-11-09, 2026-11-22, DUE, 2026-W46, 0, 2026-11-23",
        "WEEK, 2026-11-08, 2026-11-22, OVERDUE, 2026-W46, 1, 2026-11-23",
        "WEEK, 2026-10-25, 2026-11-22, OVERDUE, 2026-W46, 3, 2026-11-23",
        "WEEK, , 2026-11-22, DUE, 2026-W46, 0, 2026-11-23",
        "DAY, 2026-11-21, 2026-11-22, DUE, 2026-11-21, 0, 2026-11-23",
        "DAY, 2026-11-20, 2026-11-22, OVERDUE, 2026-11-21, 1, 2026-11-23",
        "MONTH, 2026-10-31, 2026-11-30, DUE, 2026-10, 0, 2026-12-01",
        "MONTH, 2026-09-30, 2026-11-01, OVERDUE, 2026-10, 1, 2026-12-01",
        "QUARTER, 2026-09-30, 2026-12-31, DUE, 2026-Q3, 0, 2027-01-01",
        "YEAR, 2024-12-31, 2026-01-01, OVERDUE, 2025, 1, 2027-01-01",
        "WEEK, 2026-12-24, 2026-11-22, DONE, 2026-W46, 0, 2026-11-23",
        "DAY, 2001-01-01, 2026-11-22, OVERDUE, 2026-11-21, 99, 2026-11-23",
    })
    void followsFromTheCadenceTheEndsOfPeriodsAndTheLastTime(
            Grain cadence, LocalDate last, LocalDate today, State state, String about, int missed, LocalDate next) {
        Due due = Due.of(cadence, CALENDAR, last, today);
        assertThat(due.state()).isEqualTo(state);
        assertThat(due.about().label()).isEqualTo(about);
        assertThat(due.missed()).isEqualTo(missed);
        assertThat(due.next()).isEqualTo(next);
        assertThat(due.isOpen()).isEqualTo(state != State.DONE);
    }
}
