package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import org.jspecify.annotations.Nullable;

/**
 * A value that every row of a dataset has: a column of its source, or computed from them.
 *
 * @param expression over {@link Expr.ColumnRef}s of the source and nothing else: fields that build on fields are
 *     already written out
 * @param grain the finest that a time of this field means: {@code MONTH} where only the month counts; or null
 */
public record Field(
        String name,
        @Nullable String label,
        @Nullable String description,
        Expr expression,
        Type type,
        @Nullable Grain grain,
        Span span) {}
