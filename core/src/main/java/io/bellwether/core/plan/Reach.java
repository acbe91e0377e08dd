package io.bellwether.core.plan;

import io.bellwether.core.catalog.Timing;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeStep;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From when to when rows can count for the periods of a range. */
final class Reach {
    private Reach() {}

    static TimeScope.Range of(Lens lens, TimeScope.Range range, Calendar calendar) {
        LocalDateTime start = range.start();
        for (Timing.Offset offset : lens.offsets()) {
            start = switch (offset) {
                case Timing.Offset.Back(TimeStep by) -> back(start, by, calendar);
                case Timing.Offset.ToStart(String unit) -> start(start, unit, calendar);
            };
        }
        start = switch (lens.frame()) {
            case Timing.Frame.Rolling(TimeStep length) -> back(start, length, calendar);
            case Timing.Frame.ToDate(String unit) -> start(start, unit, calendar);
            case Timing.Frame.AllTime() -> null;
            case null -> start;
        };
        return new TimeScope.Range(start, range.end());
    }

    private static @Nullable LocalDateTime back(@Nullable LocalDateTime start, TimeStep by, Calendar calendar) {
        Optional<Grain> grain = by.grain();
        return start == null || grain.isEmpty() ? null : calendar.after(start, grain.get(), -by.count());
    }

    private static @Nullable LocalDateTime start(@Nullable LocalDateTime start, String unit, Calendar calendar) {
        Optional<Grain> grain = Grain.of(unit);
        return start == null || grain.isEmpty()
                ? null
                : calendar.period(start, grain.get()).start();
    }
}
