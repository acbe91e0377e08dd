package io.bellwether.core.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The workspace's calendar. Periods are stretches of local time: a day is a day, whether it has 23, 24 or 25 hours.
 * Weeks are named as ISO 8601 names them (the first week of a year is the first with four days in it), counted from
 * {@code weekStarts}.
 *
 * @param zone in which days begin and end
 * @param weekStarts the first day of a week
 * @param fiscalYearStarts the first month of a fiscal year; the year is named by the calendar year in which it ends
 * @param pattern by which fiscal years are made of weeks, or null where they are made of months
 */
public record Calendar(
        ZoneId zone,
        DayOfWeek weekStarts,
        Month fiscalYearStarts,
        @Nullable WeekPattern pattern) {
    public Calendar(ZoneId zone, DayOfWeek weekStarts, Month fiscalYearStarts) {
        this(zone, weekStarts, fiscalYearStarts, null);
    }

    /** With a fiscal year of weeks, which says on which day they begin. */
    public Calendar(ZoneId zone, WeekPattern pattern) {
        this(zone, pattern.weekStarts(), pattern.yearStarts(), pattern);
    }

    /** The period of that grain in which the moment lies. */
    public Period period(LocalDateTime at, Grain grain) {
        LocalDateTime start = floor(at, grain);
        return new Period(new Labels(this).label(start, grain), start, after(start, grain, 1));
    }

    /**
     * So many periods later, or earlier where negative: as far into that period as {@code time} is into its own, and not
     * beyond its end.
     */
    public LocalDateTime after(LocalDateTime time, Grain grain, int n) {
        WeekPattern weeks = weeks(grain);
        if (weeks == null) {
            return grain.after(time, n);
        }
        WeekPattern.Place place = weeks.place(time.toLocalDate(), grain);
        WeekPattern.Place there = place.plus(n, weeks.starts(grain).size());
        Duration into = Duration.between(weeks.start(place, grain).atStartOfDay(), time);
        LocalDateTime moved = weeks.start(there, grain).atStartOfDay().plus(into);
        LocalDateTime end =
                weeks.start(there.plus(1, weeks.starts(grain).size()), grain).atStartOfDay();
        return moved.isBefore(end) ? moved : end;
    }

    /** The pattern, where periods of that grain follow it. */
    private @Nullable WeekPattern weeks(Grain grain) {
        return grain.isFiscal() ? pattern : null;
    }

    /** Every period of that grain that shares a moment with {@code from} (inclusive) to {@code to} (exclusive). */
    public List<Period> periods(LocalDateTime from, LocalDateTime to, Grain grain) {
        List<Period> periods = new ArrayList<>();
        for (LocalDateTime at = from; at.isBefore(to); at = periods.getLast().end()) {
            periods.add(period(at, grain));
        }
        return List.copyOf(periods);
    }

    /** The stretches of local time between two moments that never were, because the zone's clock was put forward. */
    public List<Period> skipped(LocalDateTime from, LocalDateTime before) {
        List<Period> gaps = new ArrayList<>();
        Instant at = from.atZone(zone).toInstant().minusNanos(1);
        for (ZoneOffsetTransition next = zone.getRules().nextTransition(at);
                next != null && next.getDateTimeBefore().isBefore(before);
                next = zone.getRules().nextTransition(next.getInstant())) {
            if (next.isGap()) {
                gaps.add(new Period(
                        next.getDateTimeBefore() + ".." + next.getDateTimeAfter(),
                        next.getDateTimeBefore(),
                        next.getDateTimeAfter()));
            }
        }
        return List.copyOf(gaps);
    }

    /**
     * The period {@code n} grains later (earlier where negative). A year away from a week is the week of that number in
     * that year, 52 or 53 weeks away, so that weekdays match; a 53rd week is held against a 52nd where there is none.
     * A year away from 29 February is 28 February.
     */
    public Period shift(Period period, Grain grain, int n) {
        return new Shift(this).shift(period, grain, n);
    }

    /** The stretch of the same length that ends where this one starts. */
    public Period before(Period period) {
        return new Shift(this).before(period);
    }

    /** The period that a comparison holds {@code period} against, whole. */
    public Period other(Period period, Comparison comparison) {
        return new Shift(this).other(period, comparison);
    }

    /**
     * The part of another period that is like for like: where {@code period} is complete only to a moment within it, as
     * many days (and hours) of the other; else the whole other, whatever its length.
     */
    public LikeForLike likeForLike(Period period, LocalDateTime completeTo, Comparison comparison) {
        return LikeForLike.of(period, completeTo, other(period, comparison));
    }

    /** The same against a given other period. */
    public LikeForLike likeForLike(Period period, LocalDateTime completeTo, Period other) {
        return LikeForLike.of(period, completeTo, other);
    }

    /** A period by its label, as {@link Period#label()} writes it; empty where the text names none. */
    public Optional<Period> parse(String label) {
        return new Labels(this).parse(label);
    }

    /** From a first day to a last day, both included. */
    public Period days(LocalDate first, LocalDate last) {
        return new Period(
                first + ".." + last, first.atStartOfDay(), last.plusDays(1).atStartOfDay());
    }

    /** The grain that the label names; empty for {@code 2026-07-01..2026-12-31}. */
    public Optional<Grain> grain(Period period) {
        for (Grain grain : Grain.values()) {
            // Names are the dear part, and most grains differ before it comes to them.
            if (isPeriod(period.start(), period.end(), grain)
                    && new Labels(this).label(period.start(), grain).equals(period.label())) {
                return Optional.of(grain);
            }
        }
        return Optional.empty();
    }

    /** Whether the time from {@code start} (inclusive) to {@code end} (exclusive) is one whole period of that grain. */
    public boolean isPeriod(LocalDateTime start, LocalDateTime end, Grain grain) {
        return floor(start, grain).equals(start) && after(start, grain, 1).equals(end);
    }

    /** The period as people say it: {@code Q3 2026}, {@code Nov 2026}, {@code week of 9 Nov 2026}. */
    public String text(Period period) {
        return PeriodText.of(period, grain(period));
    }

    private LocalDateTime floor(LocalDateTime at, Grain grain) {
        LocalDate day = at.toLocalDate();
        WeekPattern weeks = weeks(grain);
        if (weeks != null) {
            return weeks.start(weeks.place(day, grain), grain).atStartOfDay();
        }
        return switch (grain) {
            case MILLISECOND -> at.truncatedTo(ChronoUnit.MILLIS);
            case SECOND -> at.truncatedTo(ChronoUnit.SECONDS);
            case MINUTE -> at.truncatedTo(ChronoUnit.MINUTES);
            case HOUR -> at.truncatedTo(ChronoUnit.HOURS);
            case DAY -> day.atStartOfDay();
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(weekStarts)).atStartOfDay();
            case MONTH, FISCAL_MONTH -> months(day, 1, Month.JANUARY);
            case QUARTER -> months(day, 3, Month.JANUARY);
            case YEAR -> months(day, 12, Month.JANUARY);
            case FISCAL_QUARTER -> months(day, 3, fiscalYearStarts);
            case FISCAL_YEAR -> months(day, 12, fiscalYearStarts);
        };
    }

    /** The start of the block of so many months in which the day lies, when a year of blocks begins with {@code first}. */
    private static LocalDateTime months(LocalDate day, int block, Month first) {
        int into = Math.floorMod(day.getMonthValue() - first.getValue(), block);
        return LocalDateTime.of(day.withDayOfMonth(1).minusMonths(into), LocalTime.MIDNIGHT);
    }
}
