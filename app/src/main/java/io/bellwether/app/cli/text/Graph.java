package io.bellwether.app.cli.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Small pictures made of characters. */
public final class Graph {
    private static final String LEVELS = "▁▂▃▄▅▆▇█";

    private Graph() {}

    /** One bar per value, from the lowest to the highest; a gap where there is none. */
    public static String spark(List<@Nullable BigDecimal> values) {
        List<BigDecimal> present = values.stream().filter(Objects::nonNull).toList();
        if (present.isEmpty()) {
            return "";
        }
        BigDecimal low = present.stream().reduce(BigDecimal::min).orElseThrow();
        BigDecimal span = present.stream().reduce(BigDecimal::max).orElseThrow().subtract(low);
        var text = new StringBuilder();
        for (BigDecimal value : values) {
            text.append(value == null ? ' ' : LEVELS.charAt(level(value.subtract(low), span)));
        }
        return text.toString();
    }

    private static int level(BigDecimal above, BigDecimal span) {
        if (span.signum() == 0) {
            return LEVELS.length() / 2;
        }
        return above.multiply(BigDecimal.valueOf(LEVELS.length() - 1L))
                .divide(span, 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    /** How much of the way is done, and with {@code │} how much was expected; both as shares. */
    public static String bar(@Nullable BigDecimal done, @Nullable BigDecimal expected, int width) {
        if (done == null) {
            return "";
        }
        int filled = cells(done, width);
        var bar = new StringBuilder("█".repeat(filled)).append("░".repeat(width - filled));
        if (expected != null) {
            bar.setCharAt(Math.min(cells(expected, width), width - 1), '│');
        }
        return bar.toString();
    }

    private static int cells(BigDecimal share, int width) {
        var capped = share.max(BigDecimal.ZERO).min(BigDecimal.ONE);
        return capped.multiply(BigDecimal.valueOf(width))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
