package io.bellwether.app.promise;

import io.bellwether.core.judge.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a KPI stood when a period or a timeframe closed.
 *
 * @param label of the period: {@code 2026-11}
 * @param version the number of the one that it was judged by
 * @param reported what was stored at the close
 * @param restated what later runs found instead, in their order; empty where data never changed
 */
public record Closing(
        String kpi,
        Kind kind,
        String label,
        LocalDateTime starts,
        LocalDateTime ends,
        int version,
        Stand reported,
        List<Stand> restated) {
    /** More than these a floating number does not hold. */
    private static final int EXACT_DIGITS = 15;

    private static final BigDecimal NOISE = new BigDecimal("1E-11");

    public Closing {
        restated = List.copyOf(restated);
    }

    /** What closed. */
    public enum Kind {
        /** One of the periods of the cadence. */
        PERIOD,
        /** The timeframe of the target. */
        TIMEFRAME
    }

    /**
     * The numbers of one moment.
     *
     * @param value null where nothing was measured
     * @param target the level to reach; null for a band
     * @param progress the share of the way, or of the periods met
     */
    public record Stand(
            @Nullable BigDecimal value,
            @Nullable BigDecimal target,
            @Nullable BigDecimal progress,
            Status status,
            Instant recordedAt) {
        /** Whether another one says the same. */
        boolean isAs(Stand other) {
            return same(value, other.value) && same(target, other.target) && status == other.status;
        }

        /**
         * No tolerance for what is exact. A floating number, told by more digits than one can mean, comes out a little
         * different each time its rows are added up in another order; that is no change of data.
         */
        private static boolean same(@Nullable BigDecimal a, @Nullable BigDecimal b) {
            if (a == null || b == null) {
                return a == b;
            }
            boolean floating = Math.max(digits(a), digits(b)) > EXACT_DIGITS;
            BigDecimal apart = a.subtract(b).abs();
            return apart.signum() == 0 || floating && apart.compareTo(a.abs().multiply(NOISE)) <= 0;
        }

        private static int digits(BigDecimal number) {
            return number.stripTrailingZeros().precision();
        }
    }

    /** The same with other restatements. */
    Closing with(List<Stand> restatements) {
        return new Closing(kpi, kind, label, starts, ends, version, reported, restatements);
    }

    /** By the data as it was last looked at. */
    public Stand now() {
        return restated.isEmpty() ? reported : restated.getLast();
    }

    /** Whether it has a number that could be trusted. */
    public boolean isGood() {
        return now().value() != null && now().status() != Status.NO_DATA;
    }

    /**
     * For one without a number that can be trusted, the last before it that has one.
     *
     * @param all of the same KPI
     */
    public Optional<Closing> goodBefore(List<Closing> all) {
        return isGood()
                ? Optional.empty()
                : all.stream()
                        .filter(other -> other.kind() == kind && other.ends().isBefore(ends) && other.isGood())
                        .max(Comparator.comparing(Closing::ends));
    }

    /** Whether it was stored before it was over: what was reported then was no result. */
    public boolean isEarly(ZoneId zone) {
        return isEarly(reported, zone);
    }

    /** Whether the number that counts now was found before it was over. */
    boolean hasEarlyNumber(ZoneId zone) {
        boolean isNothing = now().value() == null && now().status() == Status.NO_DATA;
        return !isNothing && isEarly(now(), zone);
    }

    private boolean isEarly(Stand stand, ZoneId zone) {
        return LocalDateTime.ofInstant(stand.recordedAt(), zone).isBefore(ends);
    }

    /** The same, taken back: a period that was not over has no result, whatever was reported. */
    Closing withdrawn(Instant at) {
        List<Stand> all = new ArrayList<>(restated);
        all.add(new Stand(null, now().target(), null, Status.NO_DATA, at));
        return with(all);
    }

    /** Whether data changed since the close, and has not changed back. */
    public boolean isRestated() {
        return !now().isAs(reported);
    }
}
