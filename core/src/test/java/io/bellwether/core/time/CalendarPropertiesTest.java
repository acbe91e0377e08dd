package io.bellwether.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CalendarPropertiesTest {
    @Provide
    Arbitrary<Calendar> calendars() {
        return Combinators.combine(
                        Arbitraries.of("Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata")
                                .map(ZoneId::of),
                        Arbitraries.of(DayOfWeek.class),
                        Arbitraries.of(Month.class))
                .as(Calendar::new);
    }

    @Provide
    Arbitrary<LocalDateTime> moments() {
        long from = LocalDate.of(1990, 1, 1).toEpochDay();
        return Combinators.combine(
                        Arbitraries.longs().between(from, from + 50 * 366).map(LocalDate::ofEpochDay),
                        Arbitraries.integers().between(0, 86_399).map(LocalTime::ofSecondOfDay))
                .as(LocalDateTime::of);
    }

    @Property(tries = 500)
    void everyMomentLiesInItsPeriod(
            @ForAll("calendars") Calendar calendar, @ForAll("moments") LocalDateTime at, @ForAll Grain grain) {
        Period period = calendar.period(at, grain);
        assertThat(period.contains(at)).isTrue();
        assertThat(calendar.period(period.start(), grain)).isEqualTo(period);
    }

    @Property(tries = 500)
    void periodsPartitionTime(
            @ForAll("calendars") Calendar calendar,
            @ForAll("moments") LocalDateTime from,
            @ForAll @IntRange(min = 0, max = 900) int days) {
        for (Grain grain :
                List.of(Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.FISCAL_QUARTER)) {
            List<Period> periods = calendar.periods(from, from.plusDays(days).plusSeconds(1), grain);
            for (int i = 1; i < periods.size(); i++) {
                assertThat(periods.get(i).start()).isEqualTo(periods.get(i - 1).end());
            }
            assertThat(periods.getFirst().contains(from)).isTrue();
            assertThat(periods.getLast().contains(from.plusDays(days))).isTrue();
        }
    }

    @Property(tries = 500)
    void readingUndoesWriting(
            @ForAll("calendars") Calendar calendar, @ForAll("moments") LocalDateTime at, @ForAll Grain grain) {
        Period period = calendar.period(at, grain);
        assertThat(calendar.parse(period.label())).contains(period);
        // With fiscal years from January, both names stand for the same stretch, and each keeps its grain.
        assertThat(calendar.grain(period)).contains(grain);
    }

    @Property(tries = 500)
    void readingUndoesWritingOfRanges(
            @ForAll("calendars") Calendar calendar,
            @ForAll("moments") LocalDateTime first,
            @ForAll @IntRange(min = 0, max = 800) int days) {
        Period range = calendar.days(first.toLocalDate(), first.toLocalDate().plusDays(days));
        assertThat(calendar.parse(range.label())).contains(range);
    }

    @Property(tries = 500)
    void weeksKeepTheirWeekdaysOverYears(
            @ForAll("calendars") Calendar calendar,
            @ForAll("moments") LocalDateTime at,
            @ForAll @IntRange(min = -3, max = 3) int years) {
        Period week = calendar.period(at, Grain.WEEK);
        Period there = calendar.shift(week, Grain.YEAR, years);
        assertThat(Duration.between(there.start(), there.end())).isEqualTo(Duration.ofDays(7));
        assertThat(there.start().getDayOfWeek()).isEqualTo(calendar.weekStarts());
        long weeks = Duration.between(there.start(), week.start()).toDays() / 7;
        assertThat(Math.abs(weeks)).isBetween(52L * Math.abs(years), 53L * Math.abs(years));
    }

    @Property(tries = 500)
    void beforeEndsWhereThePeriodStarts(
            @ForAll("calendars") Calendar calendar,
            @ForAll("moments") LocalDateTime first,
            @ForAll @IntRange(min = 0, max = 800) int days) {
        Period range = calendar.days(first.toLocalDate(), first.toLocalDate().plusDays(days));
        assertThat(calendar.before(range).end()).isEqualTo(range.start());
        Period month = calendar.period(first, Grain.MONTH);
        assertThat(calendar.before(month).end()).isEqualTo(month.start());
    }

    @Property(tries = 500)
    void likeForLikeIsNeverLongerThanThePartThatIsComplete(
            @ForAll("calendars") Calendar calendar,
            @ForAll("moments") LocalDateTime at,
            @ForAll Grain grain,
            @ForAll @IntRange(min = 1, max = 5) int count) {
        Period period = calendar.period(at, grain);
        for (Comparison c :
                List.of(new Comparison.Previous(), new Comparison.YearAgo(), new Comparison.PeriodsAgo(count))) {
            LikeForLike part = calendar.likeForLike(period, at, c);
            Duration complete = Duration.between(period.start(), at);
            Duration whole = Duration.between(part.whole().start(), part.whole().end());
            Duration expected = complete.compareTo(whole) < 0 ? complete : whole;
            int years = period.start().getYear() - part.start().getYear();
            boolean dates = years > 0 && part.start().equals(period.start().minusYears(years));
            // To the same date of another year: a 29 February between makes a day more or less.
            assertThat(Duration.between(part.start(), part.end())
                            .minus(expected)
                            .abs())
                    .isLessThanOrEqualTo(dates ? Duration.ofDays(1) : Duration.ZERO);
            assertThat(calendar.likeForLike(period, period.end(), c).end())
                    .isEqualTo(part.whole().end());
        }
    }
}
