package io.bellwether.core.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Periods and moments as people say them. */
final class PeriodText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);

    private static final DateTimeFormatter MILLISECOND =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss.SSS", Locale.ENGLISH);

    private PeriodText() {}

    static String of(Period period, Optional<Grain> grain) {
        return grain.map(g -> of(period, g))
                .orElseGet(() -> period.label().matches("(FY)?\\d{4}-H[12]") ? yearLast(period) : range(period));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String minute(LocalDateTime time) {
        return MINUTE.format(time);
    }

    private static String of(Period period, Grain grain) {
        return switch (grain) {
            case MILLISECOND -> MILLISECOND.format(period.start());
            case SECOND -> SECOND.format(period.start());
            case MINUTE, HOUR -> MINUTE.format(period.start());
            case DAY -> DAY.format(period.start());
            case WEEK -> "week of " + DAY.format(period.start());
            case MONTH -> MONTH.format(period.start());
            case YEAR, FISCAL_YEAR -> period.label();
            // 2026-Q3, FY2027-Q1 and FY2027-P03: the year last, as people say it.
            case QUARTER, FISCAL_MONTH, FISCAL_QUARTER -> yearLast(period);
        };
    }

    private static String yearLast(Period period) {
        int dash = period.label().indexOf('-');
        return period.label().substring(dash + 1) + " " + period.label().substring(0, dash);
    }

    private static String range(Period period) {
        LocalDate first = period.start().toLocalDate();
        LocalDate last = period.end().minusNanos(1).toLocalDate();
        if (first.equals(last)) {
            return DAY.format(first);
        }
        String from = first.getYear() == last.getYear() ? DAY_OF_YEAR.format(first) : DAY.format(first);
        return from + " – " + DAY.format(last);
    }
}
