package io.bellwether.core.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** The digits of a number: rounded half up as people do, grouped by thousands, with a real minus sign. */
final class Digits {
    static final String MINUS = "−";
    /** Keeps a number and its unit on one line. */
    static final String SPACE = "\u00a0";

    private Digits() {}

    static BigDecimal decimals(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** To so many significant digits; whole numbers keep all of theirs. */
    static BigDecimal significant(BigDecimal value, int digits) {
        int whole = value.precision() - value.scale();
        return whole >= digits ? decimals(value, 0) : value.round(new MathContext(digits, RoundingMode.HALF_UP));
    }

    /** A quotient may have no end: ten decimals and no more. */
    static BigDecimal finite(BigDecimal value) {
        return value.scale() > 10 ? decimals(value, 10) : value;
    }

    /** All digits, no zero at the end. */
    static String plain(BigDecimal value) {
        return fixed(value, Math.max(value.stripTrailingZeros().scale(), 0));
    }

    /** A zero at the end says that digits were rounded away: 5.98 is 6.0 beside 5.9, and 6 is 6. */
    static String rounded(BigDecimal value, BigDecimal rounded) {
        return rounded.compareTo(value) == 0 ? plain(rounded) : fixed(rounded, Math.max(rounded.scale(), 0));
    }

    /** With exactly so many decimals. No sign before what is rounded to nothing. */
    static String fixed(BigDecimal value, int decimals) {
        BigDecimal rounded = decimals(value, decimals);
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return (rounded.signum() < 0 ? MINUS : "") + format.format(rounded.abs());
    }
}
