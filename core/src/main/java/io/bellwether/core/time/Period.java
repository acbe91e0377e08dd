package io.bellwether.core.time;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * A stretch of local time in the workspace's zone, {@code start} inclusive to {@code end} exclusive, with the name that
 * people use for it: {@code 2026-11}, {@code 2026-W46}, {@code FY2027-Q1}.
 */
public record Period(String label, LocalDateTime start, LocalDateTime end) {
    public Period {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a period ends after it starts: " + start + " to " + end);
        }
    }

    public boolean contains(LocalDateTime time) {
        return !time.isBefore(start) && time.isBefore(end);
    }

    /** Months where the period runs from a first of a month to another, else days: how far back one of its length starts. */
    public java.time.Period length() {
        boolean months = start.equals(firstOfMonth(start)) && end.equals(firstOfMonth(end));
        return months
                ? java.time.Period.ofMonths((int) ChronoUnit.MONTHS.between(start, end))
                : java.time.Period.ofDays((int) Math.max(1, ChronoUnit.DAYS.between(start, end)));
    }

    private static LocalDateTime firstOfMonth(LocalDateTime time) {
        return time.toLocalDate().withDayOfMonth(1).atStartOfDay();
    }
}
