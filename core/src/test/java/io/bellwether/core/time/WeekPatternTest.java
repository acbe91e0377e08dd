package io.bellwether.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the 4-5-4 calendar that the National Retail Federation publishes, and the rules of its siblings. */
class WeekPatternTest {
    private static final Calendar NRF = new Calendar(
            ZoneOffset.UTC, new WeekPattern(List.of(4, 5, 4), DayOfWeek.SATURDAY, Month.JANUARY, true, true));

    /** A year that ends on the last Saturday of September, as some makers of phones have it. */
    private static final Calendar SEPTEMBER = new Calendar(
            ZoneOffset.UTC, new WeekPattern(List.of(4, 4, 5), DayOfWeek.SATURDAY, Month.SEPTEMBER, false, false));

    private static Period period(Calendar calendar, String label) {
        return calendar.parse(label).orElseThrow();
    }

    /** First days, last days and weeks as published. */
    @ParameterizedTest
    @CsvSource({
        "2017, 2017-01-29, 2018-02-03, 53",
        "2018, 2018-02-04, 2019-02-02, 52",
        "2019, 2019-02-03, 2020-02-01, 52",
        "2020, 2020-02-02, 2021-01-30, 52",
        "2021, 2021-01-31, 2022-01-29, 52",
        "2022, 2022-01-30, 2023-01-28, 52",
        "2023, 2023-01-29, 2024-02-03, 53",
        "2024, 2024-02-04, 2025-02-01, 52",
        "2025, 2025-02-02, 2026-01-31, 52",
        "2026, 2026-02-01, 2027-01-30, 52",
        "2027, 2027-01-31, 2028-01-29, 52",
    })
    void yearsOfTheRetailFederation(int year, LocalDate first, LocalDate last, int weeks) {
        Period period = period(NRF, "FY" + year);
        assertThat(period.start()).isEqualTo(first.atStartOfDay());
        assertThat(period.end()).isEqualTo(last.plusDays(1).atStartOfDay());
        assertThat(period.end()).isEqualTo(period.start().plusWeeks(weeks));
        assertThat(NRF.period(last.atTime(23, 59), Grain.FISCAL_YEAR).label()).isEqualTo("FY" + year);
    }

    /** The months of 2023, whose January has the 53rd week. */
    @ParameterizedTest
    @CsvSource({
        "FY2023-P01, 2023-01-29, 2023-02-25",
        "FY2023-P02, 2023-02-26, 2023-04-01",
        "FY2023-P03, 2023-04-02, 2023-04-29",
        "FY2023-P04, 2023-04-30, 2023-05-27",
        "FY2023-P05, 2023-05-28, 2023-07-01",
        "FY2023-P06, 2023-07-02, 2023-07-29",
        "FY2023-P07, 2023-07-30, 2023-08-26",
        "FY2023-P08, 2023-08-27, 2023-09-30",
        "FY2023-P09, 2023-10-01, 2023-10-28",
        "FY2023-P10, 2023-10-29, 2023-11-25",
        "FY2023-P11, 2023-11-26, 2023-12-30",
        "FY2023-P12, 2023-12-31, 2024-02-03",
        "FY2023-Q1, 2023-01-29, 2023-04-29",
        "FY2023-Q4, 2023-10-29, 2024-02-03",
        "FY2023-W01, 2023-01-29, 2023-02-04",
        "FY2023-W53, 2024-01-28, 2024-02-03",
    })
    void periodsOfALongYear(String label, LocalDate first, LocalDate last) {
        Period period = period(NRF, label);
        assertThat(period)
                .isEqualTo(
                        new Period(label, first.atStartOfDay(), last.plusDays(1).atStartOfDay()));
        assertThat(NRF.grain(period)).isPresent();
        assertThat(NRF.period(last.atTime(12, 0), NRF.grain(period).orElseThrow()))
                .isEqualTo(period);
    }

    @ParameterizedTest
    @CsvSource({
        "FY2018-P12, FY2017-P12",
        "FY2024-Q4, FY2023-Q4",
        "FY2023, FY2022",
        "FY2024-W10, FY2023-W10",
        "FY2023-W53, FY2022-W52",
        "FY2024-W52, FY2023-W52"
    })
    void aYearAgoIsTheSamePlaceOfTheYearBefore(String label, String before) {
        assertThat(NRF.other(period(NRF, label), new Comparison.YearAgo())).isEqualTo(period(NRF, before));
    }

    @Test
    void previousPeriodsFollowTheWeeks() {
        var previous = new Comparison.Previous();
        assertThat(NRF.other(period(NRF, "FY2024-P01"), previous).label()).isEqualTo("FY2023-P12");
        assertThat(NRF.other(period(NRF, "FY2024-W01"), previous).label()).isEqualTo("FY2023-W53");
        assertThat(NRF.other(period(NRF, "FY2024-Q1"), previous).label()).isEqualTo("FY2023-Q4");
        assertThat(NRF.text(period(NRF, "FY2024-P01"))).isEqualTo("P01 FY2024");
    }

    /** Years that ended on 26 Sep 2020, 25 Sep 2021, 24 Sep 2022, 30 Sep 2023 (the 53rd week) and 28 Sep 2024. */
    @ParameterizedTest
    @CsvSource({
        "2020, 2020-09-26, 52",
        "2021, 2021-09-25, 52",
        "2022, 2022-09-24, 52",
        "2023, 2023-09-30, 53",
        "2024, 2024-09-28, 52"
    })
    void yearsThatEndOnTheLastSaturdayOfAMonth(int year, LocalDate last, int weeks) {
        Period period = period(SEPTEMBER, "FY" + year);
        assertThat(period.end()).isEqualTo(last.plusDays(1).atStartOfDay());
        assertThat(period.start().plusWeeks(weeks)).isEqualTo(period.end());
    }

    @Test
    void namesThatAreNotInTheCalendar() {
        assertThat(NRF.parse("FY2022-W53")).isEmpty();
        assertThat(NRF.parse("FY2022-P13")).isEmpty();
        assertThat(NRF.parse("FY2022-P00")).isEmpty();
        assertThat(new Calendar(ZoneOffset.UTC, DayOfWeek.MONDAY, Month.APRIL).parse("FY2022-W05"))
                .isEmpty();
        assertThat(new Calendar(ZoneOffset.UTC, DayOfWeek.MONDAY, Month.APRIL)
                        .parse("FY2022-P02")
                        .orElseThrow()
                        .start())
                .isEqualTo(LocalDateTime.of(2021, 5, 1, 0, 0));
    }

    @Property
    void everyDayIsInOnePeriodThatItsNameFindsAgain(
            @ForAll @IntRange(max = 60_000) int day,
            @ForAll DayOfWeek ends,
            @ForAll Month month,
            @ForAll boolean nearest,
            @ForAll boolean byStart) {
        var pattern = new WeekPattern(List.of(5, 4, 4), ends, month, nearest, byStart);
        Calendar calendar = new Calendar(ZoneOffset.UTC, pattern);
        LocalDateTime at = LocalDate.of(1960, 1, 1).plusDays(day).atTime(13, 0);
        for (Grain grain : List.of(Grain.WEEK, Grain.FISCAL_MONTH, Grain.FISCAL_QUARTER, Grain.FISCAL_YEAR)) {
            Period period = calendar.period(at, grain);
            assertThat(period.contains(at)).isTrue();
            assertThat(calendar.parse(period.label())).contains(period);
            assertThat(calendar.period(period.end(), grain).start()).isEqualTo(period.end());
            assertThat(calendar.before(period).end()).isEqualTo(period.start());
        }
        LocalDate last =
                calendar.period(at, Grain.FISCAL_YEAR).end().toLocalDate().minusDays(1);
        assertThat(last.getDayOfWeek()).isEqualTo(ends);
        LocalDate monthsEnd = nearest && last.getDayOfMonth() <= 3
                ? last.minusMonths(1).withDayOfMonth(last.minusMonths(1).lengthOfMonth())
                : last.withDayOfMonth(last.lengthOfMonth());
        assertThat(monthsEnd.getMonth()).isEqualTo(month);
        assertThat(Math.abs(last.toEpochDay() - monthsEnd.toEpochDay())).isLessThanOrEqualTo(nearest ? 3 : 6);
    }
}
