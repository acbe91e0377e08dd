package io.bellwether.core.lint;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.expression.Exprs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two KPIs of which one tells nothing new. By weeks where both are looked at weekly or more often, else by months. Each
 * KPI is told of one other at most, the one before it in the files that it follows closest.
 */
final class MovingAsOne {
    private static final double AS_ONE = 0.98;
    private static final int ENOUGH = 20;

    private MovingAsOne() {}

    private record Moving(Kpi kpi, double[] weeks, double[] months) {}

    private record Pair(Moving other, double correlation, String periods) {}

    static List<Finding> check(Catalog catalog, Past past) {
        List<Moving> before = new ArrayList<>();
        List<Finding> found = new ArrayList<>();
        for (Kpi kpi : catalog.kpis().values()) {
            Past.OfKpi own = past.kpis().get(kpi.name());
            if (kpi.lifecycle() != Kpi.Lifecycle.ACTIVE || own == null) {
                continue;
            }
            Moving moving = new Moving(kpi, numbers(own.weeks()), numbers(own.months()));
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
            boolean weekly = moving.weeks.length >= ENOUGH && other.weeks.length >= ENOUGH;
            double r = weekly ? correlation(moving.weeks, other.weeks) : correlation(moving.months, other.months);
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

    private static double[] numbers(List<@Nullable BigDecimal> values) {
        return values.stream()
                .mapToDouble(value -> value == null
                        ? Double.NaN
                        : Objects.requireNonNull(value).doubleValue())
                .toArray();
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
