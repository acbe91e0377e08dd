package io.bellwether.app.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A meeting over an objective.
 *
 * @param person who began it
 * @param statement the objective's, as it was then
 * @param day the day that its numbers speak for
 * @param revision one more with everything that happens in it
 * @param endedAt null while it goes on
 */
public record Review(
        long id,
        Instant at,
        String person,
        String objective,
        String statement,
        LocalDate day,
        long revision,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable LocalDate endedDay,
        @Nullable String summary) {
    public boolean isOpen() {
        return endedAt == null;
    }

    /** A KPI as it stood when the review began. */
    public record Row(
            String kpi,
            String label,
            @Nullable String owner,
            @Nullable String status,
            @Nullable BigDecimal value,
            String valueText,
            String windowText,
            String targetText,
            String why) {}

    /**
     * A decision that was handed to where promises are kept.
     *
     * @param word of the decision
     * @param change one sentence: what is different by it; empty where no file is
     * @param decision its number there
     * @param withdrawn whether it did not come about
     */
    public record Carried(
            long id,
            Instant at,
            String person,
            String kpi,
            String word,
            String reason,
            String change,
            long decision,
            boolean withdrawn) {}

    /** What somebody wrote at one moment; what is null was not touched. */
    public record Entry(
            long id,
            Instant at,
            String person,
            String kpi,
            @Nullable String comment,
            @Nullable Integer confidence,
            @Nullable String note,
            @Nullable String decision) {}
}
