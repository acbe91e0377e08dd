package io.bellwether.core.definition;

import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Problems;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads numbers, dates and lengths of time out of YAML texts. */
final class Amounts {
    private Amounts() {}

    static @Nullable Located<Quantity> quantity(Keys keys, String key) {
        Scalar scalar = keys.scalar(key);
        return scalar == null ? null : quantity(scalar, keys.problems());
    }

    static @Nullable Located<Quantity> quantity(Scalar scalar, Problems problems) {
        Optional<Quantity> quantity = Quantity.parse(scalar.value());
        if (quantity.isEmpty()) {
            problems.add(
                    Code.NUMBER,
                    scalar.span(),
                    "\"" + shortened(scalar.value()) + "\" is not a number",
                    "write 1_000, 2.5, 25% or 4h");
        }
        return quantity.map(q -> new Located<>(q, scalar.span())).orElse(null);
    }

    /** A list of numbers, such as a band. */
    static List<Located<Quantity>> quantities(Keys keys, String key) {
        List<Located<Quantity>> found = new ArrayList<>();
        for (Node item : keys.items(key)) {
            Located<Quantity> quantity = item instanceof Scalar scalar ? quantity(scalar, keys.problems()) : null;
            if (quantity != null) {
                found.add(quantity);
            }
        }
        return found;
    }

    static @Nullable Located<LocalDate> date(@Nullable Located<String> text, Problems problems) {
        if (text == null) {
            return null;
        }
        try {
            return new Located<>(LocalDate.parse(text.value()), text.span());
        } catch (DateTimeException e) {
            String message = "\"" + shortened(text.value()) + "\" is not a date";
            problems.add(Code.PERIOD, text.span(), message, "write it as 2026-11-30");
            return null;
        }
    }

    /** {@code never} is {@link Period#ZERO}: silence means that nothing happened. */
    static @Nullable Located<TemporalAmount> lengthOrNever(Keys keys, String key) {
        Located<String> text = keys.text(key);
        return text != null && text.value().equals("never")
                ? new Located<>(Period.ZERO, text.span())
                : length(keys, text);
    }

    /** {@code 1 day}, {@code 4h}, {@code 30 minutes}, {@code month}. */
    static @Nullable Located<TemporalAmount> length(Keys keys, String key) {
        return length(keys, keys.text(key));
    }

    private static @Nullable Located<TemporalAmount> length(Keys keys, @Nullable Located<String> text) {
        if (text == null) {
            return null;
        }
        String value = text.value().matches("\\d.*") ? text.value() : "1 " + text.value();
        TemporalAmount length = Quantity.parse(value).map(Amounts::length).orElse(null);
        if (length == null) {
            String message = "\"" + shortened(text.value()) + "\" is not a length of time";
            keys.problems().add(Code.PERIOD, text.span(), message, "write it as 1 day, 4h or 2 weeks");
            return null;
        }
        return new Located<>(length, text.span());
    }

    private static @Nullable TemporalAmount length(Quantity quantity) {
        if (quantity.number().signum() <= 0
                || quantity.number().stripTrailingZeros().scale() > 0
                || quantity.number().precision() - quantity.number().scale() > 6) {
            return null;
        }
        int count = quantity.number().intValue();
        return switch (quantity.suffix()) {
            case "s", "sec", "second", "seconds" -> Duration.ofSeconds(count);
            case "min", "minute", "minutes" -> Duration.ofMinutes(count);
            case "h", "hour", "hours" -> Duration.ofHours(count);
            case "d", "day", "days" -> Period.ofDays(count);
            case "w", "week", "weeks" -> Period.ofWeeks(count);
            case "month", "months" -> Period.ofMonths(count);
            case "quarter", "quarters" -> Period.ofMonths(3 * count);
            case "y", "year", "years" -> Period.ofYears(count);
            default -> null;
        };
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
