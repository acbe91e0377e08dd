package io.bellwether.core.judge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an objective stands: the worst status of what is under it, and the weighted mean of the progress, each capped to 0
 * to 1. What has no progress (not measured, not started) has no part in the mean. Objectives nest: a part may be a
 * roll-up itself, and weighs what its parts weigh.
 *
 * @param weighted the sum of weight × progress
 * @param weight the sum of the weights of the parts with progress
 */
public record Rollup(Status status, BigDecimal weighted, BigDecimal weight) {
    /** One KPI, as it enters its objective. */
    public static Rollup of(Status status, @Nullable BigDecimal progress, BigDecimal weight) {
        return progress == null
                ? new Rollup(status, BigDecimal.ZERO, BigDecimal.ZERO)
                : new Rollup(status, capped(progress).multiply(weight), weight);
    }

    /** Of KPIs and objectives together; empty where there are none. */
    public static Optional<Rollup> of(List<Rollup> parts) {
        return parts.stream().reduce(Rollup::and);
    }

    /** 0 to 1, or null where no part has progress. */
    public @Nullable BigDecimal progress() {
        return weight.signum() == 0 ? null : weighted.divide(weight, Share.SCALE, RoundingMode.HALF_EVEN);
    }

    private Rollup and(Rollup other) {
        return new Rollup(
                status.compareTo(other.status) <= 0 ? status : other.status,
                weighted.add(other.weighted),
                weight.add(other.weight));
    }

    private static BigDecimal capped(BigDecimal progress) {
        return progress.max(BigDecimal.ZERO).min(BigDecimal.ONE);
    }
}
