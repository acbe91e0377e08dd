package io.bellwether.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikeForLikeTest {
    private static final Calendar CALENDAR = new Calendar(ZoneId.of("Europe/London"), DayOfWeek.MONDAY, Month.APRIL);

    private static Period period(String label) {
        return CALENDAR.parse(label).orElseThrow();
    }

    private static LocalDateTime at(String day) {
        return LocalDate.parse(day).atStartOfDay();
    }

    @ParameterizedTest
    @CsvSource({
        // complete to the end of the day before; the exclusive end of the other
        "2024, 2024-11-15, 2023-11-15",
        "2025, 2025-11-15, 2024-11-15",
        "2024, 2024-03-01, 2023-03-01",
        "2024, 2024-02-29, 2023-03-01",
        "2025, 2025-03-01, 2024-02-29",
        "2025, 2025-03-02, 2024-03-02",
        "2024-Q1, 2024-03-11, 2023-03-11",
        "2024-02, 2024-02-11, 2023-02-11",
        "FY2025, 2025-03-11, 2024-03-11",
        "2024, 2025-01-01, 2024-01-01",
    })
    void aYearToDateIsHeldAgainstTheSameDate(String label, String completeTo, String otherEnd) {
        Comparison ago = new Comparison.YearAgo();
        assertThat(CALENDAR.likeForLike(period(label), at(completeTo), ago).end())
                .isEqualTo(at(otherEnd));
    }

    @Test
    void aMonthToDateIsHeldAgainstAsManyDays() {
        Comparison previous = new Comparison.Previous();
        assertThat(CALENDAR.likeForLike(period("2024-03"), at("2024-03-15"), previous)
                        .end())
                .isEqualTo(at("2024-02-15"));
        assertThat(CALENDAR.likeForLike(period("2024-03"), at("2024-03-31"), previous)
                        .end())
                .isEqualTo(at("2024-03-01"));
    }

    @Property
    void theSameDateIsTheLastOneThatCounts(
            @ForAll @IntRange(min = 1990, max = 2040) int year, @ForAll @IntRange(min = 1, max = 364) int day) {
        LocalDate last = LocalDate.ofYearDay(year, day);
        LocalDate expected = last.getMonthValue() == 2 && last.getDayOfMonth() == 29
                ? LocalDate.of(year - 1, 2, 28)
                : LocalDate.of(year - 1, last.getMonthValue(), last.getDayOfMonth());
        LikeForLike other = CALENDAR.likeForLike(
                period(Integer.toString(year)), last.plusDays(1).atStartOfDay(), new Comparison.YearAgo());
        assertThat(other.end().minusNanos(1).toLocalDate()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01..2026-01-14, 2025-12-01, 2025-12-15",
        "2026-01-01..2026-03-31, 2025-10-01, 2026-01-01",
        "2026-01-01..2026-02-28, 2025-11-01, 2026-01-01",
        "2026-01-01..2026-02-14, 2025-10-01, 2025-11-15",
        "2026-03-01..2026-03-30, 2026-02-01, 2026-03-01",
        "2026-01-05..2026-01-18, 2025-12-22, 2026-01-05",
        "2026-11, 2026-10-01, 2026-11-01",
        "2026-H2, 2026-01-01, 2026-07-01",
        "2026-02-01..2026-05-15, 2025-10-20, 2026-02-01",
    })
    void previousOfAStretchIsTheSamePartOfWhatCameBefore(String label, String start, String end) {
        Period other = CALENDAR.other(period(label), new Comparison.Previous());
        assertThat(other.start()).isEqualTo(at(start));
        assertThat(other.end()).isEqualTo(at(end));
    }

    @Test
    void halfYearsHaveNames() {
        assertThat(period("2026-H2")).isEqualTo(new Period("2026-H2", at("2026-07-01"), at("2027-01-01")));
        assertThat(period("FY2027-H1")).isEqualTo(new Period("FY2027-H1", at("2026-04-01"), at("2026-10-01")));
        assertThat(CALENDAR.text(period("2026-H2"))).isEqualTo("H2 2026");
        assertThat(CALENDAR.parse("2026-H3")).isEmpty();
    }
}
