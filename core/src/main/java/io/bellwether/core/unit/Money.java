package io.bellwether.core.unit;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/**
 * Amounts: {@code £7.64M}, {@code £412k}, {@code £41,234}, {@code £4.99}; in full {@code £8,712,345.67}.
 *
 * @param symbol a sign ({@code £}), or a code and a space ({@code CHF })
 * @param cents the decimals of the currency, 0 for yen
 */
record Money(String symbol, int cents) implements Form {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HUNDRED_THOUSAND = BigDecimal.valueOf(100_000);

    static Money of(String code) {
        try {
            Currency currency = Currency.getInstance(code);
            String symbol = currency.getSymbol(Locale.US);
            boolean letters = Character.isLetter(symbol.charAt(symbol.length() - 1));
            return new Money(
                    letters ? symbol + Digits.SPACE : symbol, Math.max(currency.getDefaultFractionDigits(), 0));
        } catch (IllegalArgumentException unknown) {
            return new Money(code + Digits.SPACE, 2);
        }
    }

    @Override
    public Shown tile(BigDecimal value, int more) {
        if (Digits.decimals(value, 0).abs().compareTo(HUNDRED_THOUSAND) >= 0) {
            Shown scaled = Scale.shown(value, 3 + more);
            return new Shown(signed(scaled.text()), scaled.value());
        }
        int decimals = value.abs().compareTo(HUNDRED) < 0 ? cents : Math.clamp(more, 0, 1) * cents;
        BigDecimal rounded = Digits.decimals(value, decimals);
        boolean whole =
                rounded.compareTo(value) == 0 && rounded.stripTrailingZeros().scale() <= 0;
        return new Shown(signed(Digits.fixed(rounded, whole ? 0 : decimals)), rounded);
    }

    @Override
    public String exact(BigDecimal value) {
        return signed(Digits.fixed(value, cents));
    }

    private String signed(String digits) {
        return digits.startsWith(Digits.MINUS)
                ? Digits.MINUS + symbol + digits.substring(Digits.MINUS.length())
                : symbol + digits;
    }
}
