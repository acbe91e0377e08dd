package io.bellwether.core.catalog;

import io.bellwether.core.definition.Quantity;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Problems;
import io.bellwether.core.unit.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what a person wrote for a target into the metric's unit: 25 % of a percentage is 0.25, 4h in minutes is 240. */
final class Amount {
    private final Unit unit;
    private final Problems problems;

    Amount(Unit unit, Problems problems) {
        this.unit = unit;
        this.problems = problems;
    }

    /** Null, with a problem, where the two do not fit. */
    @Nullable
    BigDecimal read(Located<Quantity> written) {
        Quantity quantity = written.value();
        if (quantity.isPlain()) {
            return plain(written);
        }
        if (quantity.isPercent()) {
            return percent(written);
        }
        ChronoUnit time = unit(quantity.suffix());
        if (time != null && unit instanceof Unit.Duration duration) {
            BigDecimal seconds = BigDecimal.valueOf(time.getDuration().toMillis());
            BigDecimal base = BigDecimal.valueOf(duration.base().getDuration().toMillis());
            return quantity.number().multiply(seconds).divide(base, MathContext.DECIMAL64);
        }
        if (quantity.suffix().equals(unit.word().toLowerCase(Locale.ROOT))) {
            return quantity.number();
        }
        String fix = unit instanceof Unit.Duration
                ? "write 4h, 30 min or 1 day"
                : "write the number alone: " + quantity.number().toPlainString();
        return unfit(written, "\"" + quantity.suffix() + "\" is not the unit of the metric" + name(), fix);
    }

    private @Nullable BigDecimal plain(Located<Quantity> written) {
        BigDecimal number = written.value().number();
        if (unit instanceof Unit.Percent && number.abs().compareTo(BigDecimal.ONE) > 0) {
            String shown = number.toPlainString();
            String message = "the metric is a percentage; " + shown + " would be "
                    + number.movePointRight(2).toPlainString() + " %";
            return unfit(written, message, "write " + shown + "%");
        }
        return number;
    }

    private @Nullable BigDecimal percent(Located<Quantity> written) {
        if (unit instanceof Unit.Percent || unit instanceof Unit.Ratio || unit instanceof Unit.None) {
            return written.value().share();
        }
        String fix = "write the number in that unit, or give the metric unit: percent";
        return unfit(written, "the metric is not a percentage" + name(), fix);
    }

    private String name() {
        if (unit instanceof Unit.Count || unit instanceof Unit.Ratio) {
            return ", it is a " + unit.word();
        }
        return unit.word().isEmpty() ? "" : ", it is in " + unit.word();
    }

    private @Nullable BigDecimal unfit(Located<Quantity> written, String message, String fix) {
        problems.add(Code.TARGET_UNIT, written.span(), message, fix);
        return null;
    }

    private static @Nullable ChronoUnit unit(String suffix) {
        return switch (suffix) {
            case "ms", "milliseconds" -> ChronoUnit.MILLIS;
            case "s", "sec", "second", "seconds" -> ChronoUnit.SECONDS;
            case "min", "minute", "minutes" -> ChronoUnit.MINUTES;
            case "h", "hour", "hours" -> ChronoUnit.HOURS;
            case "d", "day", "days" -> ChronoUnit.DAYS;
            case "w", "week", "weeks" -> ChronoUnit.WEEKS;
            default -> null;
        };
    }
}
