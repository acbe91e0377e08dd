package io.bellwether.core.judge;

import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Comparison;
import io.bellwether.core.time.LikeForLike;
import io.bellwether.core.time.Period;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Changes against another time, like for like. A sum over a long timeframe has no useful period before it: it is the
 * running period of its cadence that is held against the one before, and the whole sum against a year ago.
 */
record Deltas(Lens lens) {
    Measured.@Nullable Delta previous() {
        LocalDateTime now = lens.now();
        return switch (lens.gauge()) {
            case Gauge.Running _, Gauge.Sum _ -> running(now, new Comparison.Previous());
            case Gauge.Check check -> check(check.window(now), new Comparison.Previous());
            case Gauge.Trailing(var length) -> trailing(now, length, length);
        };
    }

    Measured.@Nullable Delta yearAgo() {
        LocalDateTime now = lens.now();
        Comparison yearAgo = new Comparison.YearAgo();
        return switch (lens.gauge()) {
            case Gauge.Running _ -> running(now, yearAgo);
            case Gauge.Sum sum -> against(Gauge.timeframe(lens.calendar(), sum.schedule(), now), now, yearAgo);
            case Gauge.Check check -> check(check.window(now), yearAgo);
            case Gauge.Trailing(var length) -> trailing(now, length, java.time.Period.ofYears(1));
        };
    }

    private Measured.@Nullable Delta running(LocalDateTime now, Comparison comparison) {
        Period period = lens.calendar().period(now.minusNanos(1), lens.subject().cadence());
        return against(period, now, comparison);
    }

    private Measured.@Nullable Delta check(TimeWindow last, Comparison comparison) {
        return against(lens.calendar().period(last.start(), lens.subject().cadence()), last.end(), comparison);
    }

    private Measured.@Nullable Delta against(Period period, LocalDateTime now, Comparison comparison) {
        LikeForLike other = lens.calendar().likeForLike(period, now, comparison);
        LocalDateTime end = now.isBefore(period.end()) ? now : period.end();
        return delta(period.start(), end, other.start(), other.end());
    }

    private Measured.@Nullable Delta trailing(LocalDateTime now, java.time.Period length, java.time.Period back) {
        LocalDateTime day = now.toLocalDate().atStartOfDay();
        LocalDateTime then = day.minus(back);
        return delta(day.minus(length), day, then.minus(length), then);
    }

    private Measured.@Nullable Delta delta(
            LocalDateTime start, LocalDateTime end, LocalDateTime otherStart, LocalDateTime otherEnd) {
        if (!start.isBefore(end) || !otherStart.isBefore(otherEnd)) {
            return null;
        }
        TimeWindow now = new TimeWindow(start, end);
        TimeWindow then = new TimeWindow(otherStart, otherEnd);
        BigDecimal to = lens.value(now);
        BigDecimal from = lens.value(then);
        Calendar calendar = lens.calendar();
        return to == null || from == null
                ? null
                : new Measured.Delta(now, to, then, from, WindowText.of(then, calendar));
    }
}
