package io.bellwether.app.page;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A KPI as one row of the scorecard.
 *
 * @param statusNote one plain sentence: why this status
 * @param stale whether there is no number of now that can be trusted
 * @param lastGoodText the newest number that can, and what it was measured over; null where nothing is known of one
 * @param runningText the number of the period that runs, which is not judged, where the value is of one that is over; or null
 * @param progress share of the way; null where there is none to tell
 * @param expected share of the way expected by now
 * @param restatedText what the last closed period was reported as, and is now, where data has changed since; or null
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
        @Nullable String lastGoodText,
        String periodText,
        @Nullable String runningText,
        String targetText,
        @Nullable BigDecimal progress,
        @Nullable BigDecimal expected,
        String progressText,
        SparkView spark,
        @Nullable DeltaView previous,
        @Nullable DeltaView yearAgo,
        String freshText,
        @Nullable String restatedText) {
    /** The same, with what has been restated since it was reported. */
    KpiRow restated(@Nullable String text) {
        return new KpiRow(
                name,
                label,
                byline,
                href,
                why,
                owner,
                status,
                statusNote,
                value,
                valueText,
                stale,
                lastGoodText,
                periodText,
                runningText,
                targetText,
                progress,
                expected,
                progressText,
                spark,
                previous,
                yearAgo,
                freshText,
                text);
    }
}
