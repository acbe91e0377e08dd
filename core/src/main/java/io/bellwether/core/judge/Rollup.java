package io.bellwether.core.judge;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an objective stands: the worst status of what is open under it, and the weighted mean of its progress, each capped to
 * 0 to 1. What is over colours nothing while anything is open; when all is over, the objective is achieved where all of it
 * was. What has no progress (not measured, not started) has no part in the mean. Objectives nest: a part may be a roll-up
 * itself, and weighs what its parts weigh.
 *
 * @param weighted the sum of weight × progress
 * @param weight the sum of the weights of the parts with progress
 * @param over whether the timeframe of every part is over
 */
public record Rollup(Status status, BigDecimal weighted, BigDecimal weight, boolean over) {
    /** One KPI whose timeframe is open, as it enters its objective. */
    public static Rollup of(Status status, @Nullable BigDecimal progress, BigDecimal weight) {
        return of(status, progress, weight, status == Status.MISSED);
    }

    /** @param over whether the KPI's timeframe is over */
    public static Rollup of(Status status, @Nullable BigDecimal progress, BigDecimal weight, boolean over) {
        return progress == null
                ? new Rollup(status, BigDecimal.ZERO, BigDecimal.ZERO, over)
                : new Rollup(status, capped(progress).multiply(weight), weight, over);
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
        if (over != other.over) {
            return over ? other : this;
        }
        return new Rollup(
                over ? ended(other) : worse(other), weighted.add(other.weighted), weight.add(other.weight), over);
    }

    private Status ended(Rollup other) {
        return status == Status.ACHIEVED && other.status == Status.ACHIEVED ? Status.ACHIEVED : Status.MISSED;
    }

    private Status worse(Rollup other) {
        return rank(status) <= rank(other.status) ? status : other.status;
    }

    /** Too early and not started are said only where nothing else is open. */
    private static int rank(Status status) {
        return switch (status) {
            case OFF_TRACK, MISSED -> 0;
            case AT_RISK -> 1;
            case NO_DATA -> 2;
            case ON_TRACK -> 3;
            case ACHIEVED -> 4;
            case TOO_EARLY -> 5;
            case NOT_STARTED -> 6;
        };
    }

    private static BigDecimal capped(BigDecimal progress) {
        return progress.max(BigDecimal.ZERO).min(BigDecimal.ONE);
    }
}
