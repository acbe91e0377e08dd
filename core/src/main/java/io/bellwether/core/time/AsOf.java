package io.bellwether.core.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The moment that an answer speaks for. A day that is over means its end in the workspace's zone, today means now; an instant
 * means that instant, rows at it included. Nothing at or after {@code seenBefore} is seen, by any path.
 *
 * @param label {@code 2026-11-14} or {@code 2026-11-14T10:30:00Z}; {@link #parse} reads it back
 * @param seenBefore the exclusive bound, in local time of the workspace's zone
 */
public record AsOf(String label, LocalDateTime seenBefore) {
    /** The end of that day. */
    public static AsOf date(LocalDate date) {
        return new AsOf(date.toString(), date.plusDays(1).atStartOfDay());
    }

    /** That instant, to the microsecond, as finely as data is stored. */
    public static AsOf instant(Instant instant, Calendar calendar) {
        Instant tick = instant.truncatedTo(ChronoUnit.MICROS);
        return new AsOf(tick.toString(), local(tick.plus(1, ChronoUnit.MICROS), calendar.zone()));
    }

    /**
     * An instant as local time of a zone. In the hour that a clock repeats, the second of two equal local times is a nanosecond
     * later than the first: finer than data is stored, so that it is no other time but still another instant.
     */
    private static LocalDateTime local(Instant instant, ZoneId zone) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        return local.atZone(zone).toInstant().equals(instant) ? local : local.plusNanos(1);
    }

    /** The instant of such a local time: of two, the first, but for the one that a nanosecond marks as the second. */
    public static Instant instant(LocalDateTime local, ZoneId zone) {
        LocalDateTime told = local.truncatedTo(ChronoUnit.MICROS);
        ZonedDateTime zoned = told.atZone(zone);
        return (told.equals(local) ? zoned : zoned.withLaterOffsetAtOverlap()).toInstant();
    }

    /** What is meant by a day, at a moment of the clock: that moment for the day that still runs, the end of any other. */
    public static AsOf of(LocalDate day, Instant now, Calendar calendar) {
        return day.equals(LocalDate.ofInstant(now, calendar.zone())) ? instant(now, calendar) : date(day);
    }

    /** What a person means: {@link #parse(String, Calendar)}, but for the day that still runs at a moment of the clock. */
    public static Optional<AsOf> parse(String text, Calendar calendar, Instant now) {
        return parse(text, calendar).map(asOf -> asOf.label().length() == 10 ? of(asOf.day(), now, calendar) : asOf);
    }

    /** Whether the moment has come, by the clock. What has not is a question, and never stored. */
    public boolean isPast(Instant now, Calendar calendar) {
        return !seenBefore.isAfter(instant(now, calendar).seenBefore());
    }

    /** The last instant of which something is seen; exact where it was said with an offset, in the hour that a clock repeats too. */
    public Instant lastInstant(Calendar calendar) {
        return label.length() == 10
                ? moment().atZone(calendar.zone()).toInstant()
                : OffsetDateTime.parse(label).toInstant();
    }

    /** Reads a date ({@code 2026-11-14}), or an instant with its offset ({@code 2026-11-14T10:30:00Z}); else empty. */
    public static Optional<AsOf> parse(String text, Calendar calendar) {
        try {
            return Optional.of(
                    text.length() == 10
                            ? date(LocalDate.parse(text))
                            : instant(OffsetDateTime.parse(text).toInstant(), calendar));
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }

    /** The last moment of which something is seen. */
    public LocalDateTime moment() {
        return moment(seenBefore);
    }

    /** The last moment before one, as finely as data is stored. */
    public static LocalDateTime moment(LocalDateTime seenBefore) {
        return seenBefore.minus(1, ChronoUnit.MICROS);
    }

    /** The last day of which something is seen. */
    public LocalDate day() {
        return seenBefore.minusNanos(1).toLocalDate();
    }

    /** {@code 14 Nov 2026}, or {@code 14 Nov 2026, 10:30} for an instant. */
    public String text() {
        return label.length() == 10 ? PeriodText.day(day()) : PeriodText.minute(seenBefore.minusNanos(1));
    }
}
