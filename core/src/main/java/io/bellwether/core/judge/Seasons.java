package io.bellwether.core.judge;

import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** What the mean of up to three earlier years had reached at a point of the timeframe, as a share of what it reached. */
record Seasons(Lens lens, Period timeframe) {
    private static final int YEARS = 3;

    /** Null where no earlier year is known whole. */
    @Nullable
    Share at(LocalDateTime t) {
        BigDecimal reached = BigDecimal.ZERO;
        BigDecimal whole = BigDecimal.ZERO;
        for (int ago = 1; ago <= YEARS; ago++) {
            Period year = lens.calendar().shift(timeframe, Grain.YEAR, -ago);
            if (!isKnown(year)) {
                continue;
            }
            BigDecimal part = reached(year, point(year, t, ago));
            BigDecimal all = reached(year, year.end());
            if (part != null && all != null) {
                reached = reached.add(part);
                whole = whole.add(all);
            }
        }
        return whole.signum() == 0
                ? null
                : new Share(reached, whole).atLeast(Share.ZERO).atMost(Share.ONE);
    }

    /** The same date in that year; in a week of 52 weeks ago, the same weekday. */
    private LocalDateTime point(Period year, LocalDateTime t, int ago) {
        boolean dates = year.start().equals(timeframe.start().minusYears(ago));
        LocalDateTime then = dates ? t.minusYears(ago) : year.start().plus(Duration.between(timeframe.start(), t));
        return then.isAfter(year.end()) || !t.isBefore(timeframe.end()) ? year.end() : then;
    }

    private @Nullable BigDecimal reached(Period year, LocalDateTime t) {
        if (lens.subject().isSum()) {
            BigDecimal sum = t.isAfter(year.start()) ? lens.value(new TimeWindow(year.start(), t)) : null;
            // No rows yet in a year that has some: nothing was reached yet.
            return sum == null ? BigDecimal.ZERO : sum;
        }
        BigDecimal then = lens.value(lens.gauge().window(t));
        BigDecimal start = lens.value(lens.gauge().window(year.start()));
        return then == null || start == null ? null : then.subtract(start);
    }

    /** Whether the year is complete and its data begins with it, but for a first twentieth, such as a holiday. */
    private boolean isKnown(Period year) {
        LocalDateTime first = lens.setting().complete().firstRow();
        Duration twentieth = Duration.between(year.start(), year.end()).dividedBy(20);
        return !year.end().isAfter(lens.mark())
                && (first == null || first.isBefore(year.start().plus(twentieth)));
    }
}
