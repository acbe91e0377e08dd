package io.bellwether.core.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * When two numbers are the same. Whole numbers and decimals are compared exactly. Sums and quotients of doubles carry dirt
 * in their last digits (0.7 + 0.1 + 0.1 is 0.8999999999999999), so of two numbers of which one is such a double
 *
 * <pre>
 *   a = b   iff   |a − b| ≤ 1e-12 · max(|a|, |b|)   or   |a| ≤ 1e-12 and |b| ≤ 1e-12
 *   a &gt; b   iff   a is greater and not equal
 * </pre>
 */
public enum Equality {
    EXACT,
    OF_DOUBLES;

    private static final BigDecimal TOLERANCE = new BigDecimal("1e-12");
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    /** Negative, zero or positive as {@code a} is less than, equal to or greater than {@code b}. */
    public int compare(BigDecimal a, BigDecimal b) {
        int order = a.compareTo(b);
        if (this == EXACT || order == 0) {
            return order;
        }
        BigDecimal larger = a.abs().max(b.abs());
        boolean same =
                larger.compareTo(TOLERANCE) <= 0 || a.subtract(b).abs().compareTo(larger.multiply(TOLERANCE)) <= 0;
        return same ? 0 : order;
    }

    /** A double without the dirt of its last digits: at most 15 are meant. {@code number} is finite. */
    public static BigDecimal decimal(double number) {
        BigDecimal all = BigDecimal.valueOf(number);
        return all.precision() <= DIGITS.getPrecision()
                ? all
                : all.round(DIGITS).stripTrailingZeros();
    }
}
