package io.bellwether.core.ossie;

import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as it is written, before any name is looked up.
 *
 * @param aggregates whether it asks for measures by dimensions, else for rows as they are
 * @param home whose rows are meant where nothing else says so, or null
 * @param fields the dimensions, or the fields of rows
 */
record Asked(
        boolean aggregates,
        @Nullable Located<String> home,
        List<Column> fields,
        List<Measure> measures,
        List<Excerpt> where,
        List<Excerpt> having,
        List<Order> order,
        @Nullable Long limit) {
    /** @param as what it is called in the answer */
    record Column(Excerpt text, String as) {}

    /** @param formula a metric's name, or an expression of its own */
    record Measure(Located<String> as, Excerpt formula) {}

    /** @param nullsFirst null for what goes with the direction */
    record Order(Excerpt by, boolean descending, @Nullable Boolean nullsFirst) {}
}
