package io.bellwether.core.unit;

import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a number counts; drives every piece of number text, which {@link NumberText} writes. */
public sealed interface Unit {
    /** As definitions write it. */
    String word();

    record Count() implements Unit {
        @Override
        public String word() {
            return "count";
        }
    }

    /** The value is a share: 0.25 is shown as 25 %. */
    record Percent() implements Unit {
        @Override
        public String word() {
            return "percent";
        }
    }

    record Ratio() implements Unit {
        @Override
        public String word() {
            return "ratio";
        }
    }

    /** @param base the unit that the raw value counts, from {@code millis} to {@code days} */
    record Duration(ChronoUnit base) implements Unit {
        @Override
        public String word() {
            return base == ChronoUnit.MILLIS ? "milliseconds" : base.name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param code ISO 4217 */
    record Currency(String code) implements Unit {
        @Override
        public String word() {
            return code;
        }
    }

    /** Free text after the number. */
    record Named(String text) implements Unit {
        @Override
        public String word() {
            return text;
        }
    }

    /** No unit given. */
    record None() implements Unit {
        @Override
        public String word() {
            return "";
        }
    }

    /**
     * Reads a definition's {@code unit}: {@code count}, {@code percent}, {@code ratio}, {@code duration} (in seconds),
     * {@code minutes} or {@code duration: minutes}, {@code currency}, a currency code, or free text.
     *
     * @param currency the workspace's currency code, or null
     * @return empty only for {@code currency} in a workspace that has none
     */
    static Optional<Unit> parse(String text, @Nullable String currency) {
        String word = text.strip();
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "" -> Optional.of(new None());
            case "count" -> Optional.of(new Count());
            case "percent", "%" -> Optional.of(new Percent());
            case "ratio" -> Optional.of(new Ratio());
            case "currency" -> Optional.ofNullable(currency).map(Currency::new);
            default -> Optional.of(Words.duration(word).orElseGet(() -> Words.currency(word)));
        };
    }
}
