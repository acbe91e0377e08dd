package io.bellwether.core.judge;

import io.bellwether.core.catalog.Schedule;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Period;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A KPI, seen at an as-of through its readings. The same code names the windows that are needed (with readings that
 * answer nothing and take notes) and reads them, so which windows are asked for never depends on a value.
 *
 * @param timeframe the one that counts now; null without a target
 */
record Lens(
        Subject subject, Subject.Setting setting, @Nullable Period timeframe, Gauge gauge, Readings readings) {
    static Lens of(Subject subject, Subject.Setting setting, Readings readings) {
        Target target = subject.stretch();
        Period timeframe = target == null
                ? null
                : Gauge.timeframe(
                        setting.calendar(),
                        target.terms().schedule(),
                        setting.complete().mark());
        return new Lens(subject, setting, timeframe, subject.gauge(setting.calendar(), timeframe), readings);
    }

    Calendar calendar() {
        return setting.calendar();
    }

    LocalDateTime mark() {
        return setting.complete().mark();
    }

    /** The as-of, or the end of a timeframe that is over. */
    LocalDateTime end() {
        return cut(setting.asOf().seenBefore());
    }

    /** The moment that the row speaks for: the mark, or the end of a timeframe that is over. */
    LocalDateTime now() {
        return cut(mark());
    }

    /** The stretch behind the number that the row shows at a moment. */
    @Nullable
    TimeWindow window(LocalDateTime t) {
        return seen(gauge.window(cut(t)));
    }

    Reading reading(@Nullable TimeWindow window) {
        TimeWindow seen = seen(window);
        return seen == null ? new Reading.Missing() : readings.actual(seen);
    }

    @Nullable
    BigDecimal value(@Nullable TimeWindow window) {
        return reading(window).orNull();
    }

    /** A value that the row showed at a moment, in words that say when; null without one. */
    @Nullable
    LastGood good(LocalDateTime t, @Nullable BigDecimal value) {
        TimeWindow window = value == null ? null : window(t);
        return value == null || window == null
                ? null
                : new LastGood(value, window.end(), WindowText.of(window, calendar()));
    }

    /** The plan of a whole timeframe: its rows are seen whatever the as-of. */
    Reading plan(Period whole) {
        return readings.goal(new TimeWindow(whole.start(), whole.end()));
    }

    Reading goal(@Nullable TimeWindow window) {
        TimeWindow seen = seen(window);
        return seen == null ? new Reading.Missing() : readings.goal(seen);
    }

    /** The window as far as the as-of lets us see it; null where that is nothing, and before there was any data. */
    private @Nullable TimeWindow seen(@Nullable TimeWindow window) {
        LocalDateTime first = setting.complete().firstRow();
        if (window == null || first != null && !window.end().isAfter(first)) {
            return null;
        }
        LocalDateTime bound = setting.asOf().seenBefore();
        LocalDateTime end = window.end().isAfter(bound) ? bound : window.end();
        return window.start().isBefore(end) ? new TimeWindow(window.start(), end) : null;
    }

    /** A fixed timeframe ends the story; what came after it is another one. */
    private LocalDateTime cut(LocalDateTime t) {
        Target target = subject.stretch();
        boolean fixed = target != null && target.terms().schedule() instanceof Schedule.By;
        return fixed && timeframe != null && t.isAfter(timeframe.end()) ? timeframe.end() : t;
    }
}
