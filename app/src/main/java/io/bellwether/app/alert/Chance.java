package io.bellwether.app.alert;

import java.math.BigDecimal;
import java.util.List;

/**
 * How likely a target is met, by the simplest public way, until there are forecasts.
 *
 * <p>On a way: what a period adds is taken to go on as in the past periods, with mean m and standard deviation s. With n
 * periods to go and r still missing, the chance is Φ((n·m − r) / (s·√n)). Where the bound must hold in every period: with k
 * of N past periods that met it, each one to come meets it with (k + 1) / (N + 2), and enough of them must. Fewer than 8
 * past periods say nothing.
 */
final class Chance {
    static final int LEAST = 8;

    private Chance() {}

    /**
     * @param added what each past period added, in the direction of the target
     * @param missing what is still missing, in that direction
     * @param left how many periods are to come, parts of one too
     */
    static double onTheWay(List<BigDecimal> added, double missing, double left) {
        if (left <= 0) {
            return missing <= 0 ? 1 : 0;
        }
        double mean =
                added.stream().mapToDouble(BigDecimal::doubleValue).average().orElse(0);
        double squares = added.stream()
                .mapToDouble(v -> (v.doubleValue() - mean) * (v.doubleValue() - mean))
                .sum();
        double deviation = Math.sqrt(squares / Math.max(1, added.size() - 1));
        double ahead = left * mean - missing;
        return deviation == 0 ? (ahead >= 0 ? 1 : 0) : normal(ahead / (deviation * Math.sqrt(left)));
    }

    /**
     * @param met of {@code past} periods
     * @param needed of {@code left} periods to come
     */
    static double holding(int met, int past, int needed, int left) {
        if (needed > left) {
            return 0;
        }
        double each = (met + 1.0) / (past + 2.0);
        double chance = 0;
        for (int j = Math.max(0, needed); j <= left; j++) {
            chance += choose(left, j) * Math.pow(each, j) * Math.pow(1 - each, left - j);
        }
        return Math.min(1, chance);
    }

    private static double choose(int n, int k) {
        double ways = 1;
        for (int i = 1; i <= k; i++) {
            ways = ways * (n - k + i) / i;
        }
        return ways;
    }

    /** Φ, by Abramowitz and Stegun 26.2.17; off by less than 0.0000001. */
    static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail = Math.exp(-z * z / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z >= 0 ? 1 - tail : tail;
    }
}
