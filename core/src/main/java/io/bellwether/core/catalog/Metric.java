package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.source.Span;
import io.bellwether.core.unit.Unit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number that describes. Sealed: each kind is a record of its own; what all share stands in {@link About}.
 */
public sealed interface Metric {
    About about();

    default String name() {
        return about().name();
    }

    /** What people read and search by. */
    record About(
            String name,
            String label,
            @Nullable String description,
            Unit unit,
            Direction direction,
            @Nullable String category,
            @Nullable String owner,
            List<String> tags,
            Span span) {}

    /**
     * An aggregate expression over datasets, or a formula over other metrics, or both.
     *
     * @param expression over {@link Expr.Aggregate}s (whose insides hold {@link Expr.FieldRef}s) and
     *     {@link Expr.MetricRef}s; outside of aggregates no field stands
     * @param where a row condition on every aggregate that the metric stands on, its inputs' too; or null
     * @param time {@code dataset.field} that places rows in periods instead of the dataset's own time; or null
     */
    record Expression(
            About about,
            Expr expression,
            Expr.@Nullable FieldRef time,
            @Nullable Expr where) implements Metric {}
}
