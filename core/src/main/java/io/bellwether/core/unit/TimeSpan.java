package io.bellwether.core.unit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Durations by their two largest parts: {@code 3 h 12 min}, {@code 2 d 5 h}, {@code 45 s}, {@code 180 ms}. */
record TimeSpan(ChronoUnit base) implements Form {
    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);
    private static final BigDecimal HOUR = BigDecimal.valueOf(3_600);
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);
    /** To what a span is rounded, coarsest first, in seconds. */
    private static final List<BigDecimal> STEPS = List.of(
            HOUR, MINUTE, BigDecimal.ONE, new BigDecimal("0.1"), new BigDecimal("0.001"), new BigDecimal("0.000001"));

    @Override
    public Shown tile(BigDecimal value, int more) {
        BigDecimal seconds = seconds(value);
        int step = Math.min(step(seconds.abs()) + more, STEPS.size() - 1);
        BigDecimal rounded = round(seconds, STEPS.get(Math.max(step, 0)));
        return new Shown(text(rounded), rounded.divide(perBase(), 12, RoundingMode.HALF_UP));
    }

    @Override
    public String exact(BigDecimal value) {
        return text(round(seconds(value), STEPS.getLast()));
    }

    private static int step(BigDecimal seconds) {
        if (seconds.compareTo(BigDecimal.ONE) < 0) {
            return 4;
        }
        if (seconds.compareTo(BigDecimal.TEN) < 0) {
            return 3;
        }
        return seconds.compareTo(HOUR) < 0 ? 2 : seconds.compareTo(DAY.add(DAY)) < 0 ? 1 : 0;
    }

    private static BigDecimal round(BigDecimal seconds, BigDecimal step) {
        return seconds.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
    }

    private static String text(BigDecimal seconds) {
        BigDecimal rest = seconds.abs();
        if (rest.signum() > 0 && rest.compareTo(BigDecimal.ONE) < 0) {
            return sign(seconds) + Digits.plain(rest.movePointRight(3)) + Digits.SPACE + "ms";
        }
        List<String> parts = new ArrayList<>();
        // Up to two days people think in hours: 30 h, not 1 d 6 h.
        if (rest.compareTo(DAY.add(DAY)) >= 0) {
            rest = take(parts, rest, DAY, "d");
        }
        rest = take(parts, rest, HOUR, "h");
        rest = take(parts, rest, MINUTE, "min");
        if (rest.signum() > 0 || parts.isEmpty()) {
            parts.add(Digits.plain(rest) + Digits.SPACE + "s");
        }
        return sign(seconds) + String.join(Digits.SPACE, parts);
    }

    private static BigDecimal take(List<String> parts, BigDecimal rest, BigDecimal size, String name) {
        BigDecimal[] divided = rest.divideAndRemainder(size);
        if (divided[0].signum() > 0) {
            parts.add(Digits.plain(divided[0]) + Digits.SPACE + name);
        }
        return divided[1];
    }

    private static String sign(BigDecimal value) {
        return value.signum() < 0 ? Digits.MINUS : "";
    }

    private BigDecimal seconds(BigDecimal value) {
        return value.multiply(perBase());
    }

    private BigDecimal perBase() {
        return BigDecimal.valueOf(base.getDuration().toMillis()).movePointLeft(3);
    }
}
