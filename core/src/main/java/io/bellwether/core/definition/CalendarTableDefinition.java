package io.bellwether.core.definition;

import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dataset with a row for every day (or hour…), as written.
 *
 * @param time its field with the start of the day
 * @param grain the word for how long a row is, or null for a day
 */
public record CalendarTableDefinition(
        Located<String> dataset,
        Located<String> time,
        @Nullable Located<String> grain,
        List<Named> grains,
        Span span) {
    /** A grain of the table's own, and the field that defines it. */
    public record Named(Located<String> name, Located<String> field) {}
}
