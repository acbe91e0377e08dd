package io.bellwether.core.definition;

import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A KPI as written.
 *
 * @param reason why it is promised differently than before
 */
public record KpiDefinition(
        Located<String> name,
        @Nullable Located<String> label,
        Located<String> metric,
        @Nullable Excerpt where,
        @Nullable Located<String> lifecycle,
        Promise promise,
        @Nullable Located<String> role,
        @Nullable Located<String> kind,
        @Nullable Located<Quantity> weight,
        @Nullable ThresholdsDefinition thresholds,
        List<Located<String>> supporting,
        @Nullable Located<String> response,
        @Nullable Located<String> why,
        @Nullable Located<String> reason) {
    /** What an active KPI must have (lint K101–K106); {@code written} holds the keys that are there, readable or not. */
    public record Promise(
            @Nullable Located<String> objective,
            @Nullable Located<String> owner,
            @Nullable TargetDefinition target,
            @Nullable Located<String> cadence,
            @Nullable Located<String> direction,
            Set<String> written) {}

    /** Whether it is judged: neither a draft nor retired. */
    public boolean isActive() {
        return lifecycle == null || lifecycle.value().equals("active");
    }
}
