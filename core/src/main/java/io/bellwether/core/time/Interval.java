package io.bellwether.core.time;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;

/**
 * The intervals in which data is expected, aligned to the calendar: days, weeks, months, quarters, years, and the parts
 * of a day that fill it evenly (6 hours: from midnight). What is not aligned so, 3 days or 5 months, is complete to the
 * end of the day or month of its last row, and 3 days or 5 months may pass until the next.
 *
 * @param grain the calendar unit in which the last row falls
 * @param parts into so many seconds is a day cut, or 0 where {@code grain} counts
 */
record Interval(Calendar calendar, Grain grain, TemporalAmount length, long parts) {
    private static final long DAY = Duration.ofDays(1).toSeconds();

    static Interval of(TemporalAmount every, Calendar calendar) {
        if (every instanceof Period period) {
            return new Interval(calendar, grain(period), period, 0);
        }
        Duration duration = Duration.from(every);
        long seconds = duration.toSeconds();
        if (seconds > 0 && DAY % seconds == 0) {
            return new Interval(calendar, Grain.DAY, duration, seconds);
        }
        if (seconds % DAY == 0) {
            return of(Period.ofDays((int) (seconds / DAY)), calendar);
        }
        return new Interval(calendar, Grain.HOUR, duration, 0);
    }

    LocalDateTime endOf(LocalDateTime time) {
        io.bellwether.core.time.Period around = calendar.period(time, grain);
        if (parts == 0) {
            return around.end();
        }
        long into = ChronoUnit.SECONDS.between(around.start(), time) / parts;
        return around.start().plusSeconds((into + 1) * parts);
    }

    LocalDateTime next(LocalDateTime end) {
        return end.plus(length);
    }

    private static Grain grain(Period period) {
        int months = (int) period.toTotalMonths();
        long days = period.get(ChronoUnit.DAYS);
        if (days != 0) {
            return days % 7 == 0 && months == 0 ? Grain.WEEK : Grain.DAY;
        }
        return switch (months) {
            case 3 -> Grain.QUARTER;
            case 12 -> Grain.YEAR;
            default -> Grain.MONTH;
        };
    }
}
