package io.bellwether.core.judge;

import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import java.time.LocalDate;
import java.util.List;

/** Windows as people say them. */
final class WindowText {
    private static final List<Grain> NAMED = List.of(
            Grain.DAY,
            Grain.WEEK,
            Grain.MONTH,
            Grain.QUARTER,
            Grain.YEAR,
            Grain.FISCAL_MONTH,
            Grain.FISCAL_QUARTER,
            Grain.FISCAL_YEAR);

    private WindowText() {}

    /** By name where the window is a period that has one, else from its first day to its last. */
    static String of(TimeWindow window, Calendar calendar) {
        for (Grain grain : NAMED) {
            if (calendar.isPeriod(window.start(), window.end(), grain)) {
                return calendar.text(calendar.period(window.start(), grain));
            }
        }
        LocalDate last = window.end().minusNanos(1).toLocalDate();
        return calendar.text(calendar.days(window.start().toLocalDate(), last));
    }
}
