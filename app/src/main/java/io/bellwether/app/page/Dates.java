package io.bellwether.app.page;

import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and ends of periods as people say them. */
final class Dates {
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY_YEAR = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_OF_YEAR = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    private Dates() {}

    static String weekday(LocalDate day) {
        return WEEKDAY_YEAR.format(day);
    }

    static String day(LocalDate day) {
        return DAY_YEAR.format(day);
    }

    static String shortDay(LocalDate day) {
        return DAY.format(day);
    }

    static String month(LocalDate day) {
        return MONTH_OF_YEAR.format(day);
    }

    static String shortWeekday(LocalDate day) {
        return WEEKDAY.format(day);
    }

    /** The last minute before an exclusive bound: {@code Sun 13 Nov 2026, 23:59}. */
    static String lastMinute(LocalDateTime bound) {
        return MINUTE.format(bound.minusNanos(1));
    }

    /** The last day before an exclusive bound. */
    static LocalDate last(LocalDateTime bound) {
        return bound.minusNanos(1).toLocalDate();
    }

    /** The end of a timeframe: {@code Dec 2026} at the end of a month, else the day. */
    static String end(Period timeframe) {
        LocalDate last = last(timeframe.end());
        return last.getDayOfMonth() == last.lengthOfMonth() ? MONTH.format(last) : DAY_YEAR.format(last);
    }

    /** {@code weekly}, {@code every quarter} as an adverb. */
    static String rhythm(Grain grain) {
        return switch (grain) {
            case DAY -> "daily";
            case MILLISECOND, SECOND, MINUTE, HOUR, WEEK, MONTH, QUARTER, YEAR -> grain.word() + "ly";
            case FISCAL_MONTH -> "each fiscal month";
            case FISCAL_QUARTER -> "each fiscal quarter";
            case FISCAL_YEAR -> "each fiscal year";
        };
    }

    static String noun(Grain grain) {
        return grain.word().replace('_', ' ');
    }
}
