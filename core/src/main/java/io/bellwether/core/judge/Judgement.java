package io.bellwether.core.judge;

import io.bellwether.core.source.Diagnostic;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a KPI stands, and why. Shares are exact to {@link Share#SCALE} decimals; values are in the metric's unit.
 *
 * @param progress p, the share of the way that is done, or of the check periods met; may be below 0 and above 1 for a way
 * @param expected e, the share of the way expected by now, 0 to 1; null for check periods
 * @param pace p/e; null where nothing is expected yet, and for check periods
 * @param done what it adds to the progress of its objective: p, but of a budget e/p, and 1 where nothing is spent; or null
 * @param kept in how many of the check periods the promise was kept, in words; null for a way
 * @param numbers what the shares stand on
 * @param why one sentence
 * @param formula the formulas with their numbers filled in, one a line
 * @param problem what keeps the KPI from being judged and how to mend it, or null
 */
public record Judgement(
        Status status,
        @Nullable BigDecimal progress,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal pace,
        @Nullable BigDecimal done,
        @Nullable String kept,
        Numbers numbers,
        String why,
        List<String> formula,
        @Nullable Diagnostic problem) {
    /**
     * @param start s, where the way starts
     * @param actual a, the value that is judged
     * @param target T; null for a band
     * @param due the value expected by now
     */
    public record Numbers(
            @Nullable BigDecimal start,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal target,
            @Nullable BigDecimal due) {}

    /** Without judgement: only what was measured, and the reason. */
    static Judgement without(Status status, Numbers numbers, String why) {
        return new Judgement(status, null, null, null, null, null, numbers, why, List.of(), null);
    }

    Judgement with(Diagnostic problem) {
        return new Judgement(status, progress, expected, pace, done, kept, numbers, why, formula, problem);
    }

    /** Whether the target is reached although the timeframe still runs and it may be lost again. */
    public boolean isReachedEarly() {
        return status == Status.ON_TRACK
                && expected != null
                && progress != null
                && progress.compareTo(BigDecimal.ONE) >= 0;
    }
}
