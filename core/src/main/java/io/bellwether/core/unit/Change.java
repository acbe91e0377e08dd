package io.bellwether.core.unit;

import java.math.BigDecimal;
import java.math.MathContext;

/** Differences, with their sign. */
final class Change {
    private Change() {}

    static String absolute(BigDecimal from, BigDecimal to, Unit unit) {
        BigDecimal difference = to.subtract(from);
        return switch (unit) {
            case Unit.Percent() -> signed(points(difference.movePointRight(2)));
            case Unit.Named(var text) -> signed(like(from.abs().max(to.abs()), difference)) + Digits.SPACE + text;
            case Unit.Ratio() -> signed(like(from.abs().max(to.abs()), difference));
            case Unit.Count _, Unit.None _, Unit.Duration _, Unit.Currency _ ->
                signed(Form.of(unit).tile(difference, 0).text());
        };
    }

    /** With the decimals of a tile of the value beside it, unless nothing would be left of the difference. */
    private static String like(BigDecimal value, BigDecimal difference) {
        int decimals = Math.max(3 - value.precision() + value.scale(), 0);
        boolean lost = difference.signum() != 0
                && Digits.decimals(difference, decimals).signum() == 0;
        return lost
                ? Digits.plain(Digits.significant(difference, 1))
                : Digits.rounded(difference, Digits.decimals(difference, decimals));
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
