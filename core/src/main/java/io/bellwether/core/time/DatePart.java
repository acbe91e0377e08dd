package io.bellwether.core.time;

import java.util.Optional;

/** A number that a moment has within something larger: the month of its year, the day of its week. */
public enum DatePart {
    YEAR("year_number", "year"),
    QUARTER("quarter_of_year", "quarter"),
    MONTH("month_of_year", "month"),
    DAY("day_of_month", "day"),
    /** ISO 8601: Monday is 1, Sunday is 7. */
    DAY_OF_WEEK("day_of_week", "dow"),
    DAY_OF_YEAR("day_of_year", "doy");

    private final String word;
    private final String sql;

    DatePart(String word, String sql) {
        this.word = word;
        this.sql = sql;
    }

    /** The word in questions, which is no {@link Grain}'s: {@code month_of_year}, {@code day_of_week}. */
    public String word() {
        return word;
    }

    /** What SQL extracts by: {@code month}, {@code dow}. */
    public String sql() {
        return sql;
    }

    /** By its word, or by what SQL calls it where that is no grain: {@code dow}, {@code extract_month}. */
    public static Optional<DatePart> of(String word) {
        for (DatePart part : values()) {
            boolean sqlWord = part.sql.equals(word) && Grain.of(word).isEmpty();
            if (part.word.equals(word) || sqlWord || word.equals("extract_" + part.sql)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }
}
