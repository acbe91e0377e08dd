package io.bellwether.app.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** Days from the first to the last, written the way a workspace writes a timeframe. */
record Span(LocalDate first, LocalDate last) {
    /** How much of a running timeframe must be behind us before the demo has something to say about it. */
    private static final double ENOUGH = 0.3;

    static Span months(LocalDate first, int months) {
        return new Span(first, first.plusMonths(months).minusDays(1));
    }

    /**
     * The calendar's year or quarter (12 or 3 months) around a day, once enough of it has passed; else as many months that
     * began earlier, so that a demo in January still shows a year that is well under way.
     */
    static Span running(LocalDate day, int months) {
        LocalDate first = day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / months * months + 1);
        Span calendar = months(first, months);
        if (calendar.shareBy(day) >= ENOUGH) {
            return calendar;
        }
        return months(day.withDayOfMonth(1).minusMonths(months / 2), months);
    }

    /** The last quarter that had ended before a day. */
    static Span quarterBefore(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
        return months(first.minusMonths(3), 3);
    }

    /** The first quarter that begins after a day. */
    static Span quarterAfter(LocalDate day) {
        return months(quarterBefore(day).first().plusMonths(6), 3);
    }

    /** The same months a year earlier. */
    Span yearBefore() {
        int months = (int) YearMonth.from(first).until(YearMonth.from(last), ChronoUnit.MONTHS) + 1;
        return months(first.minusYears(1), months);
    }

    private double shareBy(LocalDate day) {
        double all = last.toEpochDay() - first.toEpochDay() + 1.0;
        return (day.toEpochDay() - first.toEpochDay() + 1) / all;
    }

    /** {@code 2026}, {@code 2026-Q4}, or {@code 2026-07-15..2026-09-30}. */
    @Override
    public String toString() {
        if (first.equals(first.withDayOfYear(1))
                && last.equals(months(first, 12).last())) {
            return String.valueOf(first.getYear());
        }
        if (first.getDayOfMonth() == 1
                && first.getMonthValue() % 3 == 1
                && last.equals(months(first, 3).last())) {
            return first.getYear() + "-Q" + (first.getMonthValue() / 3 + 1);
        }
        return first + ".." + last;
    }
}
