package io.bellwether.app.schedule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * When a job is due. A daily one is due once for each day of the calendar: where the clock skips its time, right after
 * the gap; where the clock goes through its time twice, the first time.
 */
public sealed interface Cadence {
    /** So long after the last run ended. */
    record Every(Duration pause) implements Cadence {}

    /** At a time of day, by the clock of a zone. */
    record Daily(LocalTime time, ZoneId zone) implements Cadence {}

    /** At a time of a day of the week. */
    record Weekly(DayOfWeek day, LocalTime time, ZoneId zone) implements Cadence {}

    /** Never by itself. */
    record Asked() implements Cadence {}

    /** The first moment after another at which the job is due; null for never. */
    default @Nullable Instant next(Instant after) {
        return switch (this) {
            case Every(var pause) -> after.plus(pause);
            case Daily(var time, var zone) -> next(after, null, time, zone);
            case Weekly(var day, var time, var zone) -> next(after, day, time, zone);
            case Asked() -> null;
        };
    }

    private static Instant next(Instant after, @Nullable DayOfWeek day, LocalTime time, ZoneId zone) {
        LocalDate date = LocalDate.ofInstant(after, zone).minusDays(1);
        while (true) {
            Instant due = date.atTime(time).atZone(zone).toInstant();
            if (due.isAfter(after) && (day == null || date.getDayOfWeek() == day)) {
                return due;
            }
            date = date.plusDays(1);
        }
    }

    /** In words: {@code every 15 minutes}, {@code daily at 07:30 (Europe/London)}. */
    default String text() {
        return switch (this) {
            case Every(var pause)
            when pause.toMinutes() % 60 == 0 && pause.toHours() > 0 ->
                pause.toHours() == 1 ? "every hour" : "every " + pause.toHours() + " hours";
            case Every(var pause) when pause.toMinutes() > 0 -> "every " + pause.toMinutes() + " minutes";
            case Every(var pause) -> "every " + pause.toSeconds() + " seconds";
            case Daily(var time, var zone) -> "daily at " + time + " (" + zone + ")";
            case Weekly(var day, var time, var zone) ->
                day.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + "s at " + time + " (" + zone + ")";
            case Asked() -> "when asked";
        };
    }
}
