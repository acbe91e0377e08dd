package io.bellwether.core.unit;

import java.math.BigDecimal;

/** How the numbers of one unit are written. */
interface Form {
    /** Short; with {@code more} digits than usual, fewer where negative. */
    Shown tile(BigDecimal value, int more);

    /** All digits there are. */
    String exact(BigDecimal value);

    /** @param value what the text says: the value as it was rounded */
    record Shown(String text, BigDecimal value) {}

    static Form of(Unit unit) {
        return switch (unit) {
            case Unit.Count(), Unit.Ratio(), Unit.None() -> new Plain("");
            case Unit.Named(var text) -> new Plain(Digits.SPACE + text);
            case Unit.Percent() -> new Share();
            case Unit.Duration(var base) -> new TimeSpan(base);
            case Unit.Currency(var code) -> Money.of(code);
        };
    }

    /** Plain numbers: {@code 12,408}, {@code 1.24M}, {@code 0.123}, {@code 71}, {@code 2.4 laps}. */
    record Plain(String suffix) implements Form {
        private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

        @Override
        public Shown tile(BigDecimal value, int more) {
            BigDecimal rounded = Digits.significant(value, 3 + more);
            if (rounded.abs().compareTo(MILLION) < 0) {
                return new Shown(Digits.rounded(value, rounded) + suffix, rounded);
            }
            Shown scaled = Scale.shown(value, 3 + more);
            return new Shown(scaled.text() + suffix, scaled.value());
        }

        @Override
        public String exact(BigDecimal value) {
            return Digits.plain(Digits.finite(value)) + suffix;
        }
    }

    /** Shares as percent: {@code 11.8 %}; near nothing and near all, where a tenth is much, {@code 99.95 %}. */
    record Share() implements Form {
        @Override
        public Shown tile(BigDecimal value, int more) {
            BigDecimal percent = value.movePointRight(2);
            boolean edge = percent.abs().compareTo(BigDecimal.ONE) < 0
                    || percent.subtract(BigDecimal.valueOf(100)).abs().compareTo(BigDecimal.ONE) < 0;
            BigDecimal rounded = Digits.decimals(percent, (edge ? 2 : 1) + more);
            return new Shown(Digits.rounded(percent, rounded) + Digits.SPACE + "%", rounded.movePointLeft(2));
        }

        @Override
        public String exact(BigDecimal value) {
            return Digits.plain(Digits.finite(value.movePointRight(2))) + Digits.SPACE + "%";
        }
    }
}
