package io.bellwether.app.people;

import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.scorecard.TargetText;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.Status;
import io.bellwether.core.unit.NumberText;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI stood at when something was said about it, in words that stay readable when the KPI is gone.
 *
 * @param status null for a draft and without a target
 * @param reached whether the target is reached, for good or while the timeframe still runs
 * @param why one sentence; empty where nothing is judged
 */
public record Standing(
        String kpi,
        String label,
        @Nullable Status status,
        @Nullable BigDecimal value,
        String valueText,
        String windowText,
        String targetText,
        boolean reached,
        String why) {
    /** Of a KPI as it was measured. */
    public static Standing of(KpiCard card) {
        var unit = card.metric().about().unit();
        var measured = card.measured();
        return new Standing(
                card.kpi().name(),
                card.kpi().label(),
                card.status().orElse(null),
                card.value(),
                NumberText.tile(card.value(), unit),
                measured.windowText(),
                TargetText.of(card),
                card.judgement().map(Standing::isReached).orElse(false),
                card.why());
    }

    private static boolean isReached(Judgement judgement) {
        return judgement.status() == Status.ACHIEVED || judgement.isReachedEarly();
    }

    /** The status's word, or null. */
    @Nullable
    String statusWord() {
        return Optional.ofNullable(status).map(Status::word).orElse(null);
    }

    /** A status by its word; null for null, and for a word of another time. */
    public static @Nullable Status status(@Nullable String word) {
        for (Status status : Status.values()) {
            if (status.word().equals(word)) {
                return status;
            }
        }
        return null;
    }
}
