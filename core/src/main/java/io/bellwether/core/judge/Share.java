package io.bellwether.core.judge;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An exact quotient. Thresholds are compared by cross-multiplying, so that 0.6 of 2/3 is 0.9 and not a hair less; only
 * {@link #decimal()} rounds.
 *
 * @param denominator positive
 */
public record Share(BigDecimal numerator, BigDecimal denominator) implements Comparable<Share> {
    public static final Share ZERO = new Share(BigDecimal.ZERO, BigDecimal.ONE);
    public static final Share ONE = new Share(BigDecimal.ONE, BigDecimal.ONE);

    /** Decimals of {@link #decimal()}. */
    public static final int SCALE = 10;

    public Share {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("a share of nothing");
        }
        if (denominator.signum() < 0) {
            numerator = numerator.negate();
            denominator = denominator.negate();
        }
    }

    public static Share of(long numerator, long denominator) {
        return new Share(BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    public static Share of(BigDecimal value) {
        return new Share(value, BigDecimal.ONE);
    }

    /** @param divisor not zero */
    public Share over(Share divisor) {
        return new Share(numerator.multiply(divisor.denominator), denominator.multiply(divisor.numerator));
    }

    public Share atLeast(Share low) {
        return compareTo(low) < 0 ? low : this;
    }

    public Share atMost(Share high) {
        return compareTo(high) > 0 ? high : this;
    }

    public boolean reaches(BigDecimal threshold) {
        return compareTo(of(threshold)) >= 0;
    }

    public int signum() {
        return numerator.signum();
    }

    /** This share of {@code amount}, added to {@code from}; to ten decimals more than the amounts have. */
    public BigDecimal along(BigDecimal from, BigDecimal to) {
        BigDecimal way = to.subtract(from);
        BigDecimal done =
                way.multiply(numerator).divide(denominator, Math.max(way.scale(), 0) + SCALE, RoundingMode.HALF_EVEN);
        return from.add(done);
    }

    /** Rounded half even to {@link #SCALE} decimals. */
    public BigDecimal decimal() {
        return numerator.divide(denominator, SCALE, RoundingMode.HALF_EVEN);
    }

    @Override
    public int compareTo(Share other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }
}
