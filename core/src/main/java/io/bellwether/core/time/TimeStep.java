package io.bellwether.core.time;

import java.util.Optional;

/**
 * So many periods of one kind: {@code 28 days}, {@code 1 fiscal_year}.
 *
 * @param count at least 1
 * @param unit the word of a {@link Grain}, or the name of a grain that a calendar table defines
 */
public record TimeStep(int count, String unit) {
    /** The grain, or empty where a calendar table defines it. */
    public Optional<Grain> grain() {
        return Grain.of(unit);
    }

    @Override
    public String toString() {
        return count + " " + unit;
    }
}
