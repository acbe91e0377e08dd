package io.bellwether.core.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Periods away from a period. */
record Shift(Calendar calendar) {
    /** What a stretch may be the beginning of, the shortest first. */
    private static final List<Grain> BEGINNINGS = List.of(
            Grain.MONTH, Grain.FISCAL_MONTH, Grain.QUARTER, Grain.FISCAL_QUARTER, Grain.YEAR, Grain.FISCAL_YEAR);

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

    /**
     * The stretch before: the whole one of its kind; for a part that begins with a month, a quarter or a year, the same part
     * of the one before; else as many days.
     *
     * <pre>
     *   Jan – Mar   ─▶ Oct – Dec          1 – 14 Jan  ─▶ 1 – 14 Dec        5 – 18 Jan ─▶ 22 Dec – 4 Jan
     * </pre>
     */
    private Period previous(Period period) {
        if (calendar.grain(period).isPresent() || period.length().toTotalMonths() > 0) {
            return before(period);
        }
        for (Grain grain : BEGINNINGS) {
            Period whole = calendar.period(period.start(), grain);
            if (whole.start().equals(period.start()) && !period.end().isAfter(whole.end())) {
                LocalDateTime start = calendar.after(period.start(), grain, -1);
                LocalDateTime last = calendar.after(period.end().minusDays(1), grain, -1);
                return calendar.days(start.toLocalDate(), last.toLocalDate());
            }
        }
        return before(period);
    }

    Period other(Period period, Comparison comparison) {
        return switch (comparison) {
            case Comparison.Previous() -> previous(period);
            case Comparison.YearAgo() -> shift(period, Grain.YEAR, -1);
            case Comparison.PeriodsAgo(int count) -> ago(period, count);
        };
    }

    private Period ago(Period period, int count) {
        Period at = period;
        for (int i = 0; i < count; i++) {
            at = previous(at);
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
