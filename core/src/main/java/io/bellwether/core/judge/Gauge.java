package io.bellwether.core.judge;

import io.bellwether.core.catalog.Schedule;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Over which stretch of time a KPI's number is measured, seen from a moment {@code t}.
 *
 * <pre>
 *             Oct          Nov     t
 *   ──────────┼────────────┼───────┼──
 *   running                [───────)       the cadence's period to date
 *   trailing       [───────────────)       as long as the baseline, to the end of the last whole day
 *   sum       [────────────────────)       from the start of the timeframe
 *   check     [────────────)               the last period of the cadence that is over
 * </pre>
 */
sealed interface Gauge {
    /** Null where there is nothing to measure yet. */
    @Nullable
    TimeWindow window(LocalDateTime t);

    /** Whether its numbers are of single periods, and not of the way to a moment. */
    default boolean isOfPeriods() {
        return switch (this) {
            case Running _, Check _ -> true;
            case Trailing _, Sum _ -> false;
        };
    }

    record Running(Calendar calendar, Grain cadence) implements Gauge {
        @Override
        public TimeWindow window(LocalDateTime t) {
            return new TimeWindow(calendar.period(t.minusNanos(1), cadence).start(), t);
        }
    }

    record Trailing(java.time.Period length) implements Gauge {
        @Override
        public TimeWindow window(LocalDateTime t) {
            // A part of a day has no day to be held against.
            LocalDateTime day = t.toLocalDate().atStartOfDay();
            return new TimeWindow(day.minus(length), day);
        }
    }

    record Sum(Calendar calendar, Schedule schedule) implements Gauge {
        @Override
        public @Nullable TimeWindow window(LocalDateTime t) {
            Period timeframe = timeframe(calendar, schedule, t);
            LocalDateTime end = t.isBefore(timeframe.end()) ? t : timeframe.end();
            return timeframe.start().isBefore(end) ? new TimeWindow(timeframe.start(), end) : null;
        }
    }

    record Check(Calendar calendar, Grain cadence) implements Gauge {
        @Override
        public TimeWindow window(LocalDateTime t) {
            Period running = calendar.period(t, cadence);
            Period last = calendar.period(running.start().minusNanos(1), cadence);
            return new TimeWindow(last.start(), last.end());
        }
    }

    /** The timeframe that counts when data is complete to {@code t}: a renewed one while its last moment is not past. */
    static Period timeframe(Calendar calendar, Schedule schedule, LocalDateTime t) {
        return switch (schedule) {
            case Schedule.By(var timeframe) -> timeframe;
            case Schedule.Every(var grain) -> calendar.period(t.minusNanos(1), grain);
        };
    }
}
