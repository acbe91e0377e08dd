package io.bellwether.core.definition;

import io.bellwether.core.source.Located;
import org.jspecify.annotations.Nullable;

/** An objective as written. */
public record ObjectiveDefinition(
        Located<String> name,
        Located<String> statement,
        @Nullable Located<String> owner,
        @Nullable Located<String> timeframe,
        @Nullable Located<String> parent,
        @Nullable Located<String> review) {}
