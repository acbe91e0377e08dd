package io.bellwether.core.unit;

import java.math.BigDecimal;
import java.math.MathContext;

/** Differences, with their sign. */
final class Change {
    private Change() {}

    static String absolute(BigDecimal difference, Unit unit) {
        return switch (unit) {
            case Unit.Percent() -> signed(points(difference.movePointRight(2)));
            // "+1 points" says nothing that the value beside it does not.
            case Unit.Named _ -> signed(new Form.Plain("").tile(difference, 0).text());
            case Unit.Count _, Unit.Ratio _, Unit.None _, Unit.Duration _, Unit.Currency _ ->
                signed(Form.of(unit).tile(difference, 0).text());
        };
    }

    static String relative(BigDecimal from, BigDecimal to) {
        BigDecimal percent = to.subtract(from).movePointRight(2).divide(from.abs(), MathContext.DECIMAL64);
        boolean large = percent.abs().compareTo(BigDecimal.valueOf(100)) >= 0;
        return signed(Digits.fixed(percent, large ? 0 : 1)) + Digits.SPACE + "%";
    }

    private static String points(BigDecimal points) {
        boolean small = points.signum() != 0 && points.abs().compareTo(new BigDecimal("0.095")) < 0;
        return Digits.fixed(points, small ? 2 : 1) + Digits.SPACE + "pp";
    }

    private static String signed(String text) {
        boolean nothing = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return nothing || text.startsWith(Digits.MINUS) ? text : "+" + text;
    }
}
