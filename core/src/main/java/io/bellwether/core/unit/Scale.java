package io.bellwether.core.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Thousands, millions, and up, by their letter. */
enum Scale {
    T(12),
    B(9),
    M(6),
    k(3);

    private final int power;

    Scale(int power) {
        this.power = power;
    }

    /** A number of at least a thousand, to so many significant digits: {@code 7.64M}. */
    static Form.Shown shown(BigDecimal value, int digits) {
        // Round first: 999,999 is 1M, not 1,000k.
        BigDecimal rounded = value.round(new MathContext(digits, RoundingMode.HALF_UP));
        Scale scale = k;
        for (Scale candidate : values()) {
            if (rounded.abs().compareTo(BigDecimal.ONE.movePointRight(candidate.power)) >= 0) {
                scale = candidate;
                break;
            }
        }
        String text = Digits.rounded(value.movePointLeft(scale.power), rounded.movePointLeft(scale.power));
        return new Form.Shown(text + scale, rounded);
    }
}
