package io.bellwether.core.time;

import java.util.Locale;
import java.util.Optional;

/** A number that a moment has within something larger: the month of its year, the day of its week. */
public enum DatePart {
    YEAR("year"),
    QUARTER("quarter"),
    MONTH("month"),
    DAY("day"),
    /** ISO 8601: Monday is 1, Sunday is 7. */
    DAY_OF_WEEK("dow"),
    DAY_OF_YEAR("doy");

    private final String abbreviation;

    DatePart(String abbreviation) {
        this.abbreviation = abbreviation;
    }

    /** The word in questions: {@code month}, {@code day_of_week}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its word, or as SQL abbreviates it: {@code dow}, {@code doy}. */
    public static Optional<DatePart> of(String word) {
        for (DatePart part : values()) {
            if (part.word().equals(word) || part.abbreviation.equals(word)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
