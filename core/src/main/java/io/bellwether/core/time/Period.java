package io.bellwether.core.time;

import java.time.LocalDateTime;

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
}
