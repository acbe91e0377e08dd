package io.bellwether.core.ossie;

import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as it is written, before any name is looked up.
 *
 * @param aggregates whether it asks for measures by dimensions, else for rows as they are
 * @param fields the dimensions, or the fields of rows
 */
record Asked(
        boolean aggregates,
        List<Excerpt> fields,
        List<Measure> measures,
        List<Excerpt> where,
        List<Excerpt> having,
        List<Order> order,
        @Nullable Long limit) {
    /** @param formula null for a metric of that name */
    record Measure(Located<String> name, @Nullable Excerpt formula) {}

    /** @param nullsFirst null for what goes with the direction */
    record Order(
            Located<String> field,
            boolean descending,
            @Nullable Boolean nullsFirst) {}
}
