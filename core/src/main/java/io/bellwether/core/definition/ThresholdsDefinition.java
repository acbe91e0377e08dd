package io.bellwether.core.definition;

import io.bellwether.core.source.Located;
import org.jspecify.annotations.Nullable;

/** From which pace a KPI is on track, and at risk, as written. */
public record ThresholdsDefinition(
        @Nullable Located<Quantity> onTrack, @Nullable Located<Quantity> atRisk) {}
