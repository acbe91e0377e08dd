package io.bellwether.app.page;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A KPI as one row of the scorecard.
 *
 * @param statusNote one plain sentence: why this status
 * @param progress share of the way; null where there is none to tell
 * @param expected share of the way expected by now
 */
public record KpiRow(
        String name,
        String label,
        String byline,
        String href,
        @Nullable String why,
        String owner,
        StatusView status,
        String statusNote,
        @Nullable BigDecimal value,
        String valueText,
        boolean stale,
        String periodText,
        String targetText,
        @Nullable BigDecimal progress,
        @Nullable BigDecimal expected,
        String progressText,
        SparkView spark,
        @Nullable DeltaView previous,
        @Nullable DeltaView yearAgo,
        String freshText) {}
