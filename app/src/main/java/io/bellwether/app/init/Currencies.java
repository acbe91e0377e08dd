package io.bellwether.app.init;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Words, signs and countries of currencies. */
final class Currencies {
    /** What names of columns say; "pounds" may be a weight, and dollars are of many countries. */
    private static final Map<String, String> WORDS = Map.of("euro", "EUR", "euros", "EUR", "yen", "JPY");

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** Codes that are words or names of other things more often. */
    private static final Set<String> OTHERWISE = Set.of(
            "ALL", "TOP", "CUP", "MOP", "SOS", "LAK", "PEN", "BAM", "GEL", "RON", "TRY", "COP", "DOP", "GIP", "STD",
            "XXX", "XTS", "COU", "CHE", "CHW", "MAD", "BOB", "UYI", "AMD", "ANG", "MUR");

    private Currencies() {}

    /** The currency that a word in a column's name is the code of. */
    static Optional<String> word(String word) {
        String code = word.toUpperCase(Locale.ROOT);
        return CODES.contains(code) && !OTHERWISE.contains(code)
                ? Optional.of(code)
                : Optional.ofNullable(WORDS.get(word));
    }

    /** The currency of a value in a column of currencies. */
    static Optional<String> code(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return CODES.contains(code) ? Optional.of(code) : Optional.empty();
    }

    /** The currency of a sign that only one currency has. */
    static Optional<String> sign(String sign) {
        return switch (sign) {
            case "€" -> Optional.of("EUR");
            case "£" -> Optional.of("GBP");
            default -> code(sign);
        };
    }

    /** The currency of a country, by its English name or its code of two letters. */
    static Optional<String> country(String country) {
        for (String code : Locale.getISOCountries()) {
            Locale place = Locale.of("", code);
            if (code.equalsIgnoreCase(country)
                    || place.getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(country)) {
                return Optional.ofNullable(Currency.getInstance(place)).map(Currency::getCurrencyCode);
            }
        }
        return Optional.empty();
    }
}
