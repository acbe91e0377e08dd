package io.bellwether.core.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** Periods away from a period. */
record Shift(Calendar calendar) {
    Period shift(Period period, Grain by, int n) {
        Grain own = calendar.grain(period).orElse(null);
        if (own == null) {
            return range(period, by, n);
        }
        if (own == Grain.WEEK && (by == Grain.YEAR || by == Grain.FISCAL_YEAR)) {
            return weekOfYear(period, n);
        }
        if (own.isFiscal() && calendar.pattern() != null && by.compareTo(Grain.YEAR) >= 0) {
            return ofWeeks(period, own, by == Grain.YEAR ? Grain.FISCAL_YEAR : by, n);
        }
        LocalDateTime start = calendar.after(period.start(), by, n);
        Period there = calendar.period(start, own);
        // A quarter shifted by a month is no quarter; a week shifted by a month is the week in which its first day
        // falls.
        return there.start().equals(start) || own == Grain.WEEK ? there : range(period, by, n);
    }

    /** The period of the same place in its year, its quarter or its month; those of a 53rd week are a week longer. */
    private Period ofWeeks(Period period, Grain own, Grain by, int n) {
        LocalDateTime start = calendar.after(period.start(), by, n);
        if (own == by || by == Grain.FISCAL_YEAR || own.compareTo(by) < 0) {
            return calendar.period(start, own);
        }
        return calendar.days(
                start.toLocalDate(),
                calendar.after(period.end(), by, n).toLocalDate().minusDays(1));
    }

    Period before(Period period) {
        Grain own = calendar.grain(period).orElse(null);
        if (own != null) {
            return shift(period, own, -1);
        }
        java.time.Period length = period.length();
        return length.toTotalMonths() > 0
                ? range(period, Grain.MONTH, (int) -length.toTotalMonths())
                : range(period, Grain.DAY, (int) -ChronoUnit.DAYS.between(period.start(), period.end()));
    }

    Period other(Period period, Comparison comparison) {
        return switch (comparison) {
            case Comparison.Previous() -> before(period);
            case Comparison.YearAgo() -> shift(period, Grain.YEAR, -1);
            case Comparison.PeriodsAgo(int count) -> ago(period, count);
        };
    }

    private Period ago(Period period, int count) {
        Period at = period;
        for (int i = 0; i < count; i++) {
            at = before(at);
        }
        return at;
    }

    private Period weekOfYear(Period week, int years) {
        Labels labels = new Labels(calendar);
        LocalDate day = week.start().toLocalDate();
        int year = labels.weekYear(day) + years;
        int number = Math.min(labels.week(day), labels.weeksIn(year));
        return calendar.period(labels.weekStart(year, number).atStartOfDay(), Grain.WEEK);
    }

    private Period range(Period period, Grain by, int n) {
        LocalDate first = by.after(period.start(), n).toLocalDate();
        return calendar.days(first, lastDay(period, by, n));
    }

    /** A range that runs to the end of a month still does so after months: to 28 February, to 29 in a leap year. */
    private static LocalDate lastDay(Period period, Grain by, int n) {
        LocalDateTime end = period.end();
        return end.getDayOfMonth() == 1
                ? by.after(end, n).toLocalDate().minusDays(1)
                : by.after(end.minusDays(1), n).toLocalDate();
    }
}
