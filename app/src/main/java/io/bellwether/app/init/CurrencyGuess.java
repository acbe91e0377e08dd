package io.bellwether.app.init;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The currencies that the data speaks of: by the names of columns, by signs beside the numbers, by columns of currencies, else
 * by the one country that all rows name. Where nothing says which, it is not guessed.
 */
final class CurrencyGuess {
    private static final int MOST = 3;

    private final Columns columns;
    private final Map<String, String> units;
    private final @Nullable String one;

    CurrencyGuess(Profile profile, Columns columns) {
        this.columns = columns;
        this.units = profile.units();
        Set<String> said = new LinkedHashSet<>();
        Stream.of(Role.AMOUNT, Role.PRICE)
                .flatMap(role -> columns.all(role).stream())
                .flatMap(c -> Stream.ofNullable(own(c).code()))
                .forEach(said::add);
        Optional<String> only =
                said.isEmpty() ? byCountry(profile) : said.stream().findFirst();
        this.one = said.size() > 1 ? null : only.orElse(null);
    }

    /**
     * What the money of a column is.
     *
     * @param code the only currency, or null
     * @param by the column that says which, where there are several; or null
     * @param values of that column, as written, the most frequent first
     */
    record Money(@Nullable String code, @Nullable ColumnProfile by, List<String> values) {
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
    }

    /** The currency of all money, or null where there are several or nothing says which. */
    @Nullable
    String one() {
        return one;
    }

    Money of(ColumnProfile column) {
        Money own = own(column);
        return own.code() == null && own.by() == null ? new Money(one, null, List.of()) : own;
    }

    private Money own(ColumnProfile column) {
        Optional<String> named = Words.of(column.name()).words().stream()
                .flatMap(word -> Currencies.word(word).stream())
                .findFirst();
        Optional<String> sign = named.or(() -> Amounts.currency(units.get(column.name())));
        if (sign.isPresent()) {
            return new Money(sign.get(), null, List.of());
        }
        Optional<ColumnProfile> by = columns.all(Role.CURRENCY).stream()
                .filter(c -> beside(c, column) >= 0)
                .max(Comparator.comparingInt(c -> beside(c, column)));
        if (by.isEmpty()) {
            return new Money(null, null, List.of());
        }
        List<String> values = by.get().common();
        Set<String> codes = new LinkedHashSet<>(
                values.stream().flatMap(v -> Currencies.code(v).stream()).toList());
        return codes.size() == 1
                ? new Money(codes.iterator().next(), null, List.of())
                : new Money(null, by.get(), values);
    }

    /** How many words "Converted Currency" has in common with "Converted Amount"; negative where it is another money's. */
    private static int beside(ColumnProfile currency, ColumnProfile amount) {
        List<String> others = Words.of(currency.name()).words().stream()
                .filter(w -> !Role.CURRENCIES.contains(w)
                        && !Set.of("code", "iso", "key").contains(w))
                .toList();
        List<String> words = Words.of(amount.name()).words();
        return words.containsAll(others) ? others.size() : -1;
    }

    private static Optional<String> byCountry(Profile profile) {
        return profile.columns().stream()
                .filter(c -> Words.of(c.name()).words().contains("country"))
                .filter(c -> c.common().size() == 1 && c.filled() == profile.rows())
                .flatMap(c -> Currencies.country(c.common().getFirst()).stream())
                .findFirst();
    }
}
