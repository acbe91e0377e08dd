package io.bellwether.core.catalog;

import io.bellwether.core.source.Located;
import io.bellwether.core.time.Grain;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words for how often somebody looks. */
final class Cadences {
    private static final Map<String, Grain> WORDS = Map.of(
            "daily", Grain.DAY,
            "weekly", Grain.WEEK,
            "monthly", Grain.MONTH,
            "quarterly", Grain.QUARTER,
            "yearly", Grain.YEAR,
            "fiscal_monthly", Grain.FISCAL_MONTH,
            "fiscal_quarterly", Grain.FISCAL_QUARTER,
            "fiscal_yearly", Grain.FISCAL_YEAR);

    private Cadences() {}

    static @Nullable Grain of(@Nullable Located<String> word) {
        return word == null ? null : WORDS.get(word.value());
    }
}
