package io.bellwether.app.init;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The currency that the data speaks of: by a column of currencies, by the names of columns, else by the one country that all
 * rows name. Where nothing says which, it is not guessed.
 *
 * @param one the only currency, or null
 * @param column says which currency a row is of, where there are several; or null
 * @param values of that column, as written, the most frequent first
 */
record CurrencyGuess(@Nullable String one, @Nullable ColumnProfile column, List<String> values) {
    static final CurrencyGuess NONE = new CurrencyGuess(null, null, List.of());

    private static final int MOST = 3;

    static CurrencyGuess of(Profile profile, Columns columns) {
        Optional<ColumnProfile> column = columns.first(Role.CURRENCY);
        if (column.isPresent()) {
            List<String> values = column.get().common();
            return values.size() == 1
                    ? new CurrencyGuess(Currencies.code(values.getFirst()).orElse(null), null, List.of())
                    : new CurrencyGuess(null, column.get(), values);
        }
        Set<String> named = Stream.of(Role.AMOUNT, Role.PRICE)
                .flatMap(role -> columns.all(role).stream())
                .flatMap(c -> inName(c.name()).stream())
                .collect(Collectors.toSet());
        if (named.isEmpty()) {
            return new CurrencyGuess(byCountry(profile).orElse(null), null, List.of());
        }
        return new CurrencyGuess(named.size() == 1 ? named.iterator().next() : null, null, List.of());
    }

    /** The codes that there are sums for. */
    List<String> codes() {
        return values.stream()
                .flatMap(v -> Currencies.code(v).stream())
                .distinct()
                .limit(MOST)
                .toList();
    }

    /** A code as the column has it. */
    String written(String code) {
        return values.stream()
                .filter(v -> Currencies.code(v).filter(code::equals).isPresent())
                .findFirst()
                .orElse(code);
    }

    /** The currency that the column's own name says, or null. */
    @Nullable
    String ofName(ColumnProfile column) {
        return inName(column.name()).orElse(null);
    }

    private static Optional<String> inName(String name) {
        return Words.of(name).words().stream()
                .flatMap(word -> Currencies.word(word).stream())
                .findFirst();
    }

    private static Optional<String> byCountry(Profile profile) {
        return profile.columns().stream()
                .filter(c -> Words.of(c.name()).words().contains("country"))
                .filter(c -> c.common().size() == 1 && c.filled() == profile.rows())
                .flatMap(c -> Currencies.country(c.common().getFirst()).stream())
                .findFirst();
    }
}
