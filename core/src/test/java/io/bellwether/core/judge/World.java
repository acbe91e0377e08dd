package io.bellwether.core.judge;

import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** A world of one number a day, so that every reading can be added up by hand. */
record World(ToLongFunction<LocalDate> daily, LocalDate first, LocalDate last) {
    static final World ONE_A_DAY = steady(1);

    static World steady(long value) {
        return new World(day -> value, LocalDate.parse("2020-01-01"), LocalDate.parse("2030-12-31"));
    }

    /** The sum over the days that begin in the window; nothing where there are none. */
    BigDecimal sum(TimeWindow window) {
        return window.start()
                .toLocalDate()
                .datesUntil(window.end().minusNanos(1).toLocalDate().plusDays(1))
                .filter(day -> !day.isBefore(first) && !day.isAfter(last))
                .map(day -> BigDecimal.valueOf(daily.applyAsLong(day)))
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    /** The value of the last day of the window: a level. */
    BigDecimal level(TimeWindow window) {
        LocalDate day = window.end().minusNanos(1).toLocalDate();
        return day.isBefore(first) || day.isAfter(last) ? null : BigDecimal.valueOf(daily.applyAsLong(day));
    }

    Readings sums() {
        return readings(this::sum);
    }

    Readings levels() {
        return readings(this::level);
    }

    static Readings readings(Function<TimeWindow, BigDecimal> read) {
        return Readings.of(read, read);
    }

    static Kpi kpi(Target target, Direction direction, Grain cadence) {
        return new Kpi(
                "kpi",
                "Kpi",
                "metric",
                null,
                null,
                Kpi.Lifecycle.ACTIVE,
                "grow",
                "maria@example.com",
                null,
                null,
                BigDecimal.ONE,
                direction,
                target,
                cadence,
                Kpi.Thresholds.STANDARD,
                List.of(),
                null,
                null,
                null,
                Cases.SPAN);
    }

    static Subject extensive(Target target, Grain cadence) {
        return new Subject(kpi(target, Direction.UP, cadence), Cases.NUMBER, true, true, true);
    }

    static Subject level(Target target, Grain cadence) {
        return new Subject(kpi(target, Direction.UP, cadence), Cases.NUMBER, false, false, false);
    }

    static Subject.Setting asOf(String date) {
        AsOf asOf = AsOf.date(LocalDate.parse(date));
        return new Subject.Setting(Cases.CALENDAR, asOf, Completeness.upTo(asOf.seenBefore()));
    }

    /** As of a date, with data complete to the start of another. */
    static Subject.Setting asOf(String date, String mark, boolean stale) {
        LocalDateTime at = LocalDate.parse(mark).atStartOfDay();
        return new Subject.Setting(
                Cases.CALENDAR,
                AsOf.date(LocalDate.parse(date)),
                new Completeness(at, stale, at.minusHours(1), LocalDateTime.parse("2020-01-01T08:00")));
    }
}
