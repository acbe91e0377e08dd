package io.bellwether.core.judge;

import io.bellwether.core.unit.NumberText;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers inside formulas: values to six significant digits, shares to three decimals. */
final class Formula {
    private Formula() {}

    static String value(@Nullable BigDecimal value, Unit unit) {
        if (value == null) {
            return NumberText.MISSING;
        }
        // Fewer digits than this could hide why a threshold was missed; a quotient without end shows no more.
        int whole = value.precision() - value.scale();
        BigDecimal rounded = value.round(new MathContext(Math.max(6, whole + 2), RoundingMode.HALF_UP));
        return NumberText.exact(rounded, unit);
    }

    static String share(Share share) {
        return decimal(share.decimal());
    }

    static String decimal(BigDecimal value) {
        BigDecimal rounded = value.setScale(3, RoundingMode.HALF_EVEN).stripTrailingZeros();
        String text = rounded.scale() < 2 ? rounded.setScale(2).toPlainString() : rounded.toPlainString();
        return text.replace('-', '−');
    }

    static String percent(BigDecimal share) {
        return NumberText.exact(share, new Unit.Percent());
    }
}
