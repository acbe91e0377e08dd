package io.bellwether.core.definition;

import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A metric as written. */
public record MetricDefinition(
        Located<String> name,
        @Nullable Located<String> label,
        @Nullable Located<String> description,
        Excerpt expression,
        @Nullable Excerpt where,
        @Nullable Located<String> time,
        @Nullable Located<String> unit,
        @Nullable Located<String> direction,
        @Nullable Located<String> category,
        @Nullable Located<String> owner,
        List<Located<String>> tags) {}
