package io.bellwether.app.page;

import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A value axis that people can read: a few round numbers around all values; durations in whole minutes, hours, days. */
final class Ticks {
    private static final int STEPS = 4;
    private static final List<BigDecimal> ROUND =
            Stream.of("1", "2", "2.5", "5", "10").map(BigDecimal::new).toList();
    private static final List<BigDecimal> SECONDS = Stream.of(
                    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400,
                    172_800, 604_800, 1_209_600)
            .map(BigDecimal::valueOf)
            .toList();

    private Ticks() {}

    static List<ChartView.Level> of(Collection<BigDecimal> values, Unit unit) {
        if (values.isEmpty()) {
            return List.of();
        }
        BigDecimal low = values.stream().reduce(BigDecimal::min).orElseThrow();
        BigDecimal high = values.stream().reduce(BigDecimal::max).orElseThrow();
        BigDecimal span = high.subtract(low);
        if (span.signum() == 0) {
            span = high.signum() == 0 ? BigDecimal.ONE : high.abs();
        } else if (low.signum() > 0 && low.compareTo(span) < 0) {
            low = BigDecimal.ZERO; // zero is near: an axis that starts there lies less
            span = high;
        }
        BigDecimal step = step(span.divide(BigDecimal.valueOf(STEPS), 12, RoundingMode.HALF_UP), unit);
        List<ChartView.Level> ticks = new ArrayList<>();
        BigDecimal at = low.divide(step, 0, RoundingMode.FLOOR).multiply(step);
        BigDecimal end = high.divide(step, 0, RoundingMode.CEILING).multiply(step);
        for (; at.compareTo(end) <= 0; at = at.add(step)) {
            BigDecimal value = at.stripTrailingZeros();
            ticks.add(new ChartView.Level(value, NumberText.written(value, unit)));
        }
        return List.copyOf(ticks);
    }

    private static BigDecimal step(BigDecimal least, Unit unit) {
        if (unit instanceof Unit.Duration(var base)) {
            BigDecimal perBase =
                    BigDecimal.valueOf(base.getDuration().toMillis()).movePointLeft(3);
            BigDecimal seconds = least.multiply(perBase);
            var found = SECONDS.stream().filter(s -> s.compareTo(seconds) >= 0).findFirst();
            if (found.isPresent() && seconds.compareTo(BigDecimal.ONE) >= 0) {
                return found.get().divide(perBase, 12, RoundingMode.HALF_UP).stripTrailingZeros();
            }
        }
        BigDecimal safe = least.signum() <= 0 ? BigDecimal.ONE : least;
        int power = safe.precision() - safe.scale() - 1;
        BigDecimal scale = BigDecimal.ONE.scaleByPowerOfTen(power);
        BigDecimal step = ROUND.stream()
                .map(scale::multiply)
                .filter(s -> s.compareTo(safe) >= 0)
                .findFirst()
                .orElseGet(() -> scale.multiply(BigDecimal.TEN));
        boolean whole = unit instanceof Unit.Count;
        return whole ? step.max(BigDecimal.ONE).setScale(0, RoundingMode.CEILING) : step;
    }
}
