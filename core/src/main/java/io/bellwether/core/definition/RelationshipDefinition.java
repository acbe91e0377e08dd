package io.bellwether.core.definition;

import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many rows of one dataset to one of another, as written.
 *
 * @param manyToMany whether there are many on both sides, so that no row can be joined
 */
public record RelationshipDefinition(
        @Nullable Located<String> name,
        Located<String> from,
        Located<String> to,
        List<Pair> columns,
        boolean manyToMany,
        Span span) {
    /** Two columns that hold the same thing. */
    public record Pair(Located<String> from, Located<String> to) {}
}
