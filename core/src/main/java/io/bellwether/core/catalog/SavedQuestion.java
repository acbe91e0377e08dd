package io.bellwether.core.catalog;

import io.bellwether.core.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that is asked again and again, in the words of the command line. Its metrics exist; the rest is read when it
 * is asked.
 */
public record SavedQuestion(
        String name,
        @Nullable String label,
        @Nullable String description,
        List<String> metrics,
        List<String> by,
        @Nullable String where,
        List<String> order,
        @Nullable Long limit,
        Span span) {}
