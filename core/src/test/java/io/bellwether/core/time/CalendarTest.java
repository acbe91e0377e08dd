package io.bellwether.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {
    private static final Calendar LONDON = new Calendar(ZoneId.of("Europe/London"), DayOfWeek.MONDAY, Month.FEBRUARY);

    // Checked against a paper calendar, not against the code.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026                    | 2026-01-01T00:00    | 2027-01-01T00:00    | 2026
            2026-Q3                 | 2026-07-01T00:00    | 2026-10-01T00:00    | Q3 2026
            2026-11                 | 2026-11-01T00:00    | 2026-12-01T00:00    | Nov 2026
            2026-W46                | 2026-11-09T00:00    | 2026-11-16T00:00    | week of 9 Nov 2026
            2026-W01                | 2025-12-29T00:00    | 2026-01-05T00:00    | week of 29 Dec 2025
            2026-W53                | 2026-12-28T00:00    | 2027-01-04T00:00    | week of 28 Dec 2026
            2026-11-14              | 2026-11-14T00:00    | 2026-11-15T00:00    | 14 Nov 2026
            FY2027                  | 2026-02-01T00:00    | 2027-02-01T00:00    | FY2027
            FY2027-Q1               | 2026-02-01T00:00    | 2026-05-01T00:00    | Q1 FY2027
            FY2027-Q4               | 2026-11-01T00:00    | 2027-02-01T00:00    | Q4 FY2027
            2026-07-01..2026-12-31  | 2026-07-01T00:00    | 2027-01-01T00:00    | 1 Jul – 31 Dec 2026
            2026-07-01..2027-06-30  | 2026-07-01T00:00    | 2027-07-01T00:00    | 1 Jul 2026 – 30 Jun 2027
            2026-11-14T09           | 2026-11-14T09:00    | 2026-11-14T10:00    | 14 Nov 2026, 09:00
            2026-11-14T09:30:05.250 | 2026-11-14T09:30:05.250 | 2026-11-14T09:30:05.251 | 14 Nov 2026, 09:30:05.250
            2026-11-14T09:30        | 2026-11-14T09:30    | 2026-11-14T09:31    | 14 Nov 2026, 09:30
            2026-11-14T09:30:15     | 2026-11-14T09:30:15 | 2026-11-14T09:30:16 | 14 Nov 2026, 09:30:15
            """)
    void readsWritesAndSaysPeriods(String label, LocalDateTime start, LocalDateTime end, String text) {
        Period period = LONDON.parse(label).orElseThrow();
        assertThat(period).isEqualTo(new Period(label, start, end));
        assertThat(LONDON.text(period)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "26",
                "2026-13",
                "2026-00",
                "2026-Q5",
                "2026-W00",
                "2025-W53",
                "2026-02-29",
                "2026-1",
                "FY27",
                "2026-12-31..2026-07-01",
                "2026-07-01..",
                "2026-11-14T24",
                "Q3 2026",
                "2026-Q3 ",
                "next year"
            })
    void refusesWhatIsNoPeriod(String text) {
        assertThat(LONDON.parse(text)).isEmpty();
    }

    @Test
    void aFiscalYearThatStartsInJanuaryIsTheYear() {
        Calendar plain = new Calendar(LONDON.zone(), DayOfWeek.MONDAY, Month.JANUARY);
        Period year = plain.parse("FY2027").orElseThrow();
        assertThat(year.start()).isEqualTo("2027-01-01T00:00");
        assertThat(plain.grain(year)).contains(Grain.FISCAL_YEAR);
        assertThat(plain.period(year.start(), Grain.FISCAL_QUARTER).label()).isEqualTo("FY2027-Q1");
    }

    @Test
    void weeksStartWhereTheWorkspaceSays() {
        Calendar sundays = new Calendar(LONDON.zone(), DayOfWeek.SUNDAY, Month.JANUARY);
        Period week = sundays.period(LocalDateTime.parse("2026-11-14T12:00"), Grain.WEEK);
        assertThat(week.start()).isEqualTo("2026-11-08T00:00");
        assertThat(sundays.parse(week.label())).contains(week);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11,               MONTH,   -1, 2026-10",
        "2026-11,               YEAR,    -1, 2025-11",
        "2026-Q1,               QUARTER, -1, 2025-Q4",
        "2024-02-29,            YEAR,    -1, 2023-02-28",
        "2026-03-31,            MONTH,   -1, 2026-02-28",
        "2026-W46,              YEAR,    -1, 2025-W46",
        "2026-W53,              YEAR,    -1, 2025-W52",
        "2027-W10,              YEAR,    -1, 2026-W10",
        "FY2027-Q1,             YEAR,    -1, FY2026-Q1",
        "2026-07-01..2026-12-31,YEAR,    -1, 2025-07-01..2025-12-31",
        "2024-02-01..2024-02-29,YEAR,    -1, 2023-02-01..2023-02-28",
        "2023-02-01..2023-02-28,YEAR,     1, 2024-02-01..2024-02-29",
        "2024-02-28..2024-02-29,YEAR,    -1, 2023-02-28..2023-02-28",
        "2026-Q3,               MONTH,    1, 2026-08-01..2026-10-31",
        "2026-W46,              MONTH,   -1, 2026-W41",
    })
    void shifts(String from, Grain by, int n, String to) {
        assertThat(LONDON.shift(LONDON.parse(from).orElseThrow(), by, n).label())
                .isEqualTo(to);
    }

    @Test
    void aYearFromAWeekIs52Or53Weeks() {
        assertThat(yearBefore("2026-W46")).isEqualTo(52 * 7);
        assertThat(yearBefore("2027-W10")).as("2026 has 53 weeks").isEqualTo(53 * 7);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11,                2026-10",
        "2026,                   2025",
        "2026-07-01..2026-12-31, 2026-01-01..2026-06-30",
        "2026-07-10..2026-07-19, 2026-06-30..2026-07-09",
        "2026-W01,               2025-W52",
    })
    void thePeriodBefore(String period, String before) {
        assertThat(LONDON.before(LONDON.parse(period).orElseThrow()).label()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        // to date: as many days; complete: the whole other, also where it is shorter or longer
        "2026-11,  2026-11-15T00:00, 2026-10-01T00:00, 2026-10-15T00:00",
        "2026-11,  2026-12-01T00:00, 2026-10-01T00:00, 2026-11-01T00:00",
        "2026-03,  2026-03-31T00:00, 2026-02-01T00:00, 2026-03-01T00:00",
        "2026-11,  2026-11-14T10:30, 2026-10-01T00:00, 2026-10-14T10:30",
        "2026-Q2,  2026-04-11T00:00, 2026-01-01T00:00, 2026-01-11T00:00",
        "2026-W46, 2026-11-12T00:00, 2026-11-02T00:00, 2026-11-05T00:00",
        // nothing of the period is complete: nothing of the other
        "2026-11,  2026-10-20T00:00, 2026-10-01T00:00, 2026-10-01T00:00",
    })
    void comparesLikeForLike(String label, LocalDateTime completeTo, LocalDateTime start, LocalDateTime end) {
        LikeForLike other =
                LONDON.likeForLike(LONDON.parse(label).orElseThrow(), completeTo, new Comparison.Previous());
        assertThat(other.start()).isEqualTo(start);
        assertThat(other.end()).isEqualTo(end);
    }

    @Test
    void countsPeriodsBack() {
        Period month = LONDON.parse("2026-02").orElseThrow();
        assertThat(LONDON.other(month, new Comparison.PeriodsAgo(3)).label()).isEqualTo("2025-11");
        assertThat(LONDON.other(month, new Comparison.YearAgo()).label()).isEqualTo("2025-02");
    }

    private static long yearBefore(String week) {
        Period period = LONDON.parse(week).orElseThrow();
        LocalDate then = LONDON.shift(period, Grain.YEAR, -1).start().toLocalDate();
        return period.start().toLocalDate().toEpochDay() - then.toEpochDay();
    }

    @Test
    void whatTheClockSkipsIsNoTime() {
        LocalDateTime from = LocalDateTime.parse("2026-01-01T00:00");
        LocalDateTime before = LocalDateTime.parse("2027-01-01T00:00");
        Calendar berlin = new Calendar(ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY, Month.JANUARY);
        assertThat(berlin.skipped(from, before))
                .extracting(Period::label)
                .containsExactly("2026-03-29T02:00..2026-03-29T03:00");
        assertThat(new Calendar(ZoneId.of("UTC"), DayOfWeek.MONDAY, Month.JANUARY).skipped(from, before))
                .isEmpty();
        // Samoa went over the date line without a 30 December.
        assertThat(new Calendar(ZoneId.of("Pacific/Apia"), DayOfWeek.MONDAY, Month.JANUARY)
                        .skipped(LocalDateTime.parse("2011-12-01T00:00"), LocalDateTime.parse("2012-01-01T00:00")))
                .extracting(Period::label)
                .containsExactly("2011-12-30T00:00..2011-12-31T00:00");
    }
}
