package io.bellwether.core.catalog;

import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What the company wants to become true; objectives nest.
 *
 * @param review how often it is reviewed, or null for as often as its KPIs say
 */
public record Objective(
        String name,
        String statement,
        @Nullable String owner,
        @Nullable Period timeframe,
        @Nullable String parent,
        @Nullable Grain review,
        Span span) {}
