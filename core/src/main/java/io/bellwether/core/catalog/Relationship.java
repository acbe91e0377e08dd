package io.bellwether.core.catalog;

import io.bellwether.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many rows of {@code from} to one row of {@code to}; the fields pair up by position.
 *
 * @param name the role that {@code to} plays: {@code host} in {@code host.country}; or null. Datasets of the same role may
 *     have relationships of the same name
 * @param manyToMany whether a row of {@code from} may have many of {@code to} as well: then nothing joins along it
 */
public record Relationship(
        @Nullable String name,
        String from,
        String to,
        List<String> fromFields,
        List<String> toFields,
        boolean manyToMany,
        Span span) {
    /** Many to one. */
    public Relationship(
            @Nullable String name, String from, String to, List<String> fromFields, List<String> toFields, Span span) {
        this(name, from, to, fromFields, toFields, false, span);
    }
}
