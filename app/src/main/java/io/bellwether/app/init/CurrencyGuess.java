package io.bellwether.app.init;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The currency that the data speaks of: by a column's name, else by the country that most rows name. */
final class CurrencyGuess {
    private static final String UNKNOWN = "EUR";
    private static final Map<String, String> WORDS = Map.of(
            "usd", "USD", "dollars", "USD", "eur", "EUR", "euro", "EUR", "euros", "EUR", "gbp", "GBP", "pounds", "GBP",
            "chf", "CHF", "jpy", "JPY");

    private CurrencyGuess() {}

    static String of(Profile profile) {
        Optional<String> named = profile.columns().stream()
                .flatMap(c -> Words.of(c.name()).words().stream())
                .filter(WORDS::containsKey)
                .map(WORDS::get)
                .findFirst();
        return named.or(() -> byCountry(profile)).orElse(UNKNOWN);
    }

    private static Optional<String> byCountry(Profile profile) {
        return profile.columns().stream()
                .filter(c -> Words.of(c.name()).words().contains("country"))
                .flatMap(c -> c.common().stream().limit(1))
                .flatMap(CurrencyGuess::ofCountry)
                .findFirst();
    }

    private static Stream<String> ofCountry(String country) {
        return Stream.of(Locale.getISOCountries())
                .filter(code -> code.equalsIgnoreCase(country)
                        || Locale.of("", code).getDisplayCountry(Locale.ENGLISH).equalsIgnoreCase(country))
                .map(code -> Currency.getInstance(Locale.of("", code)))
                .filter(c -> c != null)
                .map(Currency::getCurrencyCode);
    }
}
