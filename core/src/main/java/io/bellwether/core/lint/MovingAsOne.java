package io.bellwether.core.lint;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.expression.Exprs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two KPIs of which one tells nothing new. By weeks where both are looked at weekly or more often, else by months. Each
 * KPI is told of one other at most, the one before it in the files that it follows closest.
 */
final class MovingAsOne {
    static final double AS_ONE = 0.98;
    private static final int ENOUGH = 20;
    /** More than what floating numbers of some hundred parts are off by. */
    private static final double NOISE = 1e-6;

    private MovingAsOne() {}

    private record Moving(Kpi kpi, Series weeks, Series months) {}

    private record Pair(Moving other, double correlation, String periods) {}

    static List<Finding> check(Catalog catalog, Past past) {
        List<Moving> before = new ArrayList<>();
        List<Finding> found = new ArrayList<>();
        for (Kpi kpi : catalog.kpis().values()) {
            Past.OfKpi own = past.kpis().get(kpi.name());
            if (kpi.lifecycle() != Kpi.Lifecycle.ACTIVE || own == null) {
                continue;
            }
            Moving moving = new Moving(kpi, Series.of(own.weeks()), Series.of(own.months()));
            Pair closest = closest(moving, before);
            if (closest != null) {
                found.add(finding(kpi, closest));
            }
            before.add(moving);
        }
        return found;
    }

    private static @Nullable Pair closest(Moving moving, List<Moving> before) {
        Pair closest = null;
        for (Moving other : before) {
            if (isSame(moving.kpi, other.kpi)) {
                continue; // K113 says it
            }
            boolean weekly = moving.weeks.values.length >= ENOUGH && other.weeks.values.length >= ENOUGH;
            double r = weekly ? moving.weeks.with(other.weeks) : moving.months.with(other.months);
            if (Math.abs(r) > AS_ONE && (closest == null || Math.abs(r) > Math.abs(closest.correlation))) {
                closest = new Pair(other, r, weekly ? "weeks" : "months");
            }
        }
        return closest;
    }

    private static boolean isSame(Kpi kpi, Kpi other) {
        return kpi.metric().equals(other.metric())
                && Objects.equals(Exprs.withoutPlaces(kpi.where()), Exprs.withoutPlaces(other.where()));
    }

    /** Pearson's, over the periods that both have, the newest side by side; 0 where these are too few or one never moves. */
    static double correlation(double[] a, double[] b) {
        int length = Math.min(a.length, b.length);
        int from = a.length - length;
        int shift = b.length - a.length;
        int n = 0;
        double meanA = 0;
        double meanB = 0;
        double squaresA = 0;
        double squaresB = 0;
        double products = 0;
        for (int i = from; i < a.length; i++) {
            double x = a[i];
            double y = b[i + shift];
            if (Double.isNaN(x) || Double.isNaN(y)) {
                continue;
            }
            n++;
            double dx = x - meanA;
            double dy = y - meanB;
            meanA += dx / n;
            meanB += dy / n;
            squaresA += dx * (x - meanA);
            squaresB += dy * (y - meanB);
            products += dx * (y - meanB);
        }
        double scale = Math.sqrt(squaresA) * Math.sqrt(squaresB);
        return n < ENOUGH || !(scale > 0) ? 0 : products / scale;
    }

    /**
     * Numbers of one KPI, and how they move where none is missing: {@code unit} has mean 0 and length 1, so that the product of
     * two of them is their correlation.
     *
     * @param unit empty where a number is missing, or none moves
     * @param rest the length of what follows after the first few
     */
    record Series(double[] values, double[] unit, double rest) {
        private static final int FEW = 8;

        static Series of(List<@Nullable BigDecimal> numbers) {
            double[] values = numbers.stream()
                    .mapToDouble(value -> value == null
                            ? Double.NaN
                            : Objects.requireNonNull(value).doubleValue())
                    .toArray();
            double mean = Arrays.stream(values).average().orElse(0);
            double length = Math.sqrt(
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum());
            double[] unit = length > 0
                    ? Arrays.stream(values).map(v -> (v - mean) / length).toArray()
                    : new double[0];
            double rest =
                    Math.sqrt(Arrays.stream(unit).skip(FEW).map(v -> v * v).sum());
            return new Series(values, unit, rest);
        }

        /**
         * Their correlation, or 0 where it cannot be as high as we look for. Thousands of KPIs make millions of pairs: most
         * are told apart by their first few numbers, since the others can add no more than the product of their lengths.
         */
        double with(Series other) {
            if (unit.length == other.unit.length && unit.length > FEW) {
                double few = 0;
                for (int i = 0; i < FEW; i++) {
                    few += unit[i] * other.unit[i];
                }
                if (Math.abs(few) + rest * other.rest < AS_ONE - NOISE) {
                    return 0;
                }
            }
            return correlation(values, other.values);
        }
    }

    private static Finding finding(Kpi kpi, Pair pair) {
        Kpi other = pair.other.kpi;
        String message =
                Ground.called(kpi) + " and \"" + other.name() + "\" (" + other.span() + ") move as one: correlation "
                        + String.format(Locale.ROOT, "%.3f", pair.correlation) + " by " + pair.periods;
        String fix = "keep the one that people can move; the other is a supporting metric, or lifecycle: draft";
        return Ground.of(kpi, RuleCode.K114, kpi.span(), message, fix, "lifecycle: draft");
    }
}
