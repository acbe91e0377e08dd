package io.bellwether.app.manual;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value as it came, unchecked.
 *
 * @param place where it came from, for problems: {@code values[2]}, {@code row 7}, {@code --value}
 * @param where the member of each dimension, by its name
 * @param value as text; null to take back what is there
 * @param reason why it is corrected, or null
 */
public record Entry(
        Place place,
        String period,
        Map<String, String> where,
        @Nullable String value,
        @Nullable String reason) {
    /** How the parts of an entry are called where it came from. */
    public interface Place {
        /** @param part {@code period}, {@code value}, or the name of a dimension; empty for all of it */
        String of(String part);
    }
}
