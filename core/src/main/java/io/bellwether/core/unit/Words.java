package io.bellwether.core.unit;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words for durations and currencies. */
final class Words {
    private static final Set<String> CURRENCIES = java.util.Currency.getAvailableCurrencies().stream()
            .map(java.util.Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Words() {}

    static Optional<Unit> duration(String word) {
        String base = word.toLowerCase(Locale.ROOT).replaceFirst("^duration\\s*:?\\s*", "");
        return switch (base) {
            case "milliseconds", "millis", "ms" -> Optional.of(new Unit.Duration(ChronoUnit.MILLIS));
            case "", "second", "seconds" -> Optional.of(new Unit.Duration(ChronoUnit.SECONDS));
            case "minute", "minutes" -> Optional.of(new Unit.Duration(ChronoUnit.MINUTES));
            case "hour", "hours" -> Optional.of(new Unit.Duration(ChronoUnit.HOURS));
            case "day", "days" -> Optional.of(new Unit.Duration(ChronoUnit.DAYS));
            default -> Optional.empty();
        };
    }

    static Unit currency(String word) {
        return CURRENCIES.contains(word) ? new Unit.Currency(word) : new Unit.Named(word);
    }
}
