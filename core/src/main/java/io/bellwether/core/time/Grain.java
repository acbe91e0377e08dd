package io.bellwether.core.time;

import java.util.Locale;
import java.util.Optional;

/** The length of a period, shortest first. The fiscal ones follow the workspace's fiscal calendar. */
public enum Grain {
    SECOND,
    MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR,
    FISCAL_QUARTER,
    FISCAL_YEAR;

    /** The word in definitions and questions: {@code month}, {@code fiscal_quarter}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Grain> of(String word) {
        for (Grain grain : values()) {
            if (grain.word().equals(word)) {
                return Optional.of(grain);
            }
        }
        return Optional.empty();
    }
}
