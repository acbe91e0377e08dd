package io.bellwether.core.definition;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people write it: {@code 10_000_000}, {@code 99.9%}, {@code 4h}.
 *
 * @param suffix what follows the number, {@code %} or a unit of time; empty for none
 */
public record Quantity(BigDecimal number, String suffix) {
    private static final Pattern FORM =
            Pattern.compile("([+-]?)(\\d[\\d_]*)?(\\.\\d[\\d_]*)?([eE][+-]?\\d{1,2})?\\s*(%|[a-zA-Z]*)");
    private static final int LONGEST = 60;

    public static Optional<Quantity> parse(String text) {
        String trimmed = text.strip();
        Matcher form = FORM.matcher(trimmed);
        if (trimmed.length() > LONGEST || !form.matches() || form.group(2) == null && form.group(3) == null) {
            return Optional.empty();
        }
        String digits = trimmed.substring(0, form.start(5)).strip().replace("_", "");
        return Optional.of(new Quantity(new BigDecimal(digits), form.group(5).toLowerCase(Locale.ROOT)));
    }

    public boolean isPercent() {
        return suffix.equals("%");
    }

    public boolean isPlain() {
        return suffix.isEmpty();
    }

    /** The number, with a percentage as a share: 25 % is 0.25. */
    public BigDecimal share() {
        return isPercent() ? number.movePointLeft(2) : number;
    }
}
