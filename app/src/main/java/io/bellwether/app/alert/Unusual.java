package io.bellwether.app.alert;

import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the last value of a series is one that its own past does not lead to expect. Public and robust: a few strange
 * values in the past do not hide a new one.
 *
 * <p>The value is held against comparable ones: a day against the same weekday of up to 26 weeks before; a week, month or
 * quarter by its change from the same period a year before, against such changes of up to 24 periods before, or where
 * history is too short for that against up to 24 periods before. With the median m of these and the median d of their
 * distances from m, its score is 0.6745 · (x − m) / d (Iglewicz and Hoaglin); beyond ±3.5 it is unusual. Where more than
 * half are equal, d is zero: then (x − m) / (1.2533 · the mean distance). With fewer than 8 comparable values nothing is said.
 */
final class Unusual {
    static final double BOUND = 3.5;
    private static final int LEAST = 8;
    private static final int MOST = 24;
    private static final int WEEKS = 26;
    /** So small a share of the middle is rounding, not a change. */
    private static final double ROUNDING = 1e-6;

    private Unusual() {}

    /** What was found; {@code score} null where there is too little history. */
    record Found(@Nullable Double score, double expected, int comparable) {
        boolean isUnusual() {
            return score != null && Math.abs(score) > BOUND;
        }
    }

    /** How many values, the last one included, are wanted. */
    static int wanted(Grain grain) {
        return grain == Grain.DAY ? 7 * WEEKS + 1 : season(grain) + MOST + 1;
    }

    /** @param values of consecutive periods, the last one last; null for gaps */
    static Found of(List<@Nullable BigDecimal> values, Grain grain) {
        int last = values.size() - 1;
        BigDecimal newest = last < 0 ? null : values.get(last);
        if (newest == null) {
            return new Found(null, 0, 0);
        }
        double x = newest.doubleValue();
        if (grain == Grain.DAY) {
            return score(x, 0, past(values, last, 7, 0, WEEKS));
        }
        int season = season(grain);
        BigDecimal yearAgo = last >= season ? values.get(last - season) : null;
        double[] changes = past(values, last, 1, season, MOST);
        return season > 0 && yearAgo != null && changes.length >= LEAST
                ? score(x, yearAgo.doubleValue(), changes)
                : score(x, 0, past(values, last, 1, 0, MOST));
    }

    /** Values before the last, each so many steps before the other, less the value a season before it. */
    private static double[] past(List<@Nullable BigDecimal> values, int last, int step, int season, int most) {
        List<Double> past = new ArrayList<>();
        for (int i = last - step; i >= season && past.size() < most; i -= step) {
            BigDecimal value = values.get(i);
            BigDecimal base = season == 0 ? BigDecimal.ZERO : values.get(i - season);
            if (value != null && base != null) {
                past.add(value.doubleValue() - base.doubleValue());
            }
        }
        return past.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Found score(double x, double base, double[] past) {
        if (past.length < LEAST) {
            return new Found(null, 0, past.length);
        }
        double middle = median(past);
        double off = x - base - middle;
        double[] distances = Arrays.stream(past).map(v -> Math.abs(v - middle)).toArray();
        double spread = median(distances);
        double mean = Arrays.stream(distances).average().orElse(0);
        double expected = base + middle;
        boolean same = Math.abs(off) <= ROUNDING * Math.max(Math.abs(expected), Math.abs(x));
        double score = same
                ? 0
                : spread > 0
                        ? 0.6745 * off / spread
                        : mean > 0 ? off / (1.2533 * mean) : Math.signum(off) * Double.MAX_VALUE;
        return new Found(score, expected, past.length);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static int season(Grain grain) {
        return switch (grain) {
            case WEEK -> 52;
            case MONTH, FISCAL_MONTH -> 12;
            case QUARTER, FISCAL_QUARTER -> 4;
            case MILLISECOND, SECOND, MINUTE, HOUR, DAY, YEAR, FISCAL_YEAR -> 0;
        };
    }
}
