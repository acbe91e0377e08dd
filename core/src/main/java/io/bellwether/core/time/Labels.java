package io.bellwether.core.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The short names of periods, written and read: {@code 2026-W46}, {@code FY2027-Q1}. Reading undoes writing. */
record Labels(Calendar calendar) {
    private static final Pattern YEAR = Pattern.compile("(FY)?(\\d{4})(?:-Q([1-4]))?");
    private static final Pattern FISCAL = Pattern.compile("FY(\\d{4})-([PW])(\\d{2})");
    private static final Pattern HALF = Pattern.compile("(FY)?(\\d{4})-H([12])");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-W(\\d{2})");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DAYS = Pattern.compile("(" + DAY + ")\\.\\.(" + DAY + ")");
    private static final Pattern TIME =
            Pattern.compile("(" + DAY + ")[T ](\\d{2})(?::(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,3}))?)?)?");
    private static final DateTimeFormatter HOURS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH", Locale.ROOT);
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    String label(LocalDateTime start, Grain grain) {
        return switch (grain) {
            case MILLISECOND -> MILLISECONDS.format(start);
            case SECOND -> SECONDS.format(start);
            case MINUTE -> MINUTES.format(start);
            case HOUR -> HOURS.format(start);
            case DAY -> start.toLocalDate().toString();
            case WEEK ->
                (calendar.pattern() == null ? "" : "FY") + year(weekYear(start.toLocalDate())) + "-W"
                        + two(week(start.toLocalDate()));
            case MONTH -> year(start.getYear()) + "-" + two(start.getMonthValue());
            case QUARTER -> year(start.getYear()) + "-Q" + (1 + (start.getMonthValue() - 1) / 3);
            case YEAR -> year(start.getYear());
            case FISCAL_MONTH -> "FY" + year(fiscalYear(start)) + "-P" + two(1 + index(start, grain));
            case FISCAL_QUARTER -> "FY" + year(fiscalYear(start)) + "-Q" + (1 + index(start, grain));
            case FISCAL_YEAR -> "FY" + year(fiscalYear(start));
        };
    }

    /** By hand, since thousands of KPIs name some hundred periods each, and a formatter takes ten times as long. */
    private static String year(int year) {
        return year > 999 ? Integer.toString(year) : "%04d".formatted(year);
    }

    private static String two(int number) {
        return number > 9 ? Integer.toString(number) : "0" + number;
    }

    Optional<Period> parse(String text) {
        return match(YEAR, text, this::years)
                .or(() -> match(HALF, text, this::half))
                .or(() -> match(FISCAL, text, this::fiscal))
                .or(() -> match(MONTH, text, m -> at(number(m, 1), number(m, 2), Grain.MONTH)))
                .or(() -> match(WEEK, text, m -> isoWeek(number(m, 1), number(m, 2))))
                .or(() -> match(DAY, text, m -> calendar.period(midnight(m.group()), Grain.DAY)))
                .or(() ->
                        match(DAYS, text, m -> calendar.days(LocalDate.parse(m.group(1)), LocalDate.parse(m.group(2)))))
                .or(() -> match(TIME, text, this::time));
    }

    /** The first day of a week by its number in its year. */
    LocalDate weekStart(int weekYear, int week) {
        return calendar.pattern() != null
                ? calendar.pattern().firstDay(weekYear).plusWeeks(week - 1L)
                : isoWeekStart(weekYear, week);
    }

    private LocalDate isoWeekStart(int weekYear, int week) {
        // Week 1 is the week with 4 January in it: the first with four days in the year.
        return LocalDate.of(weekYear, 1, 4)
                .with(TemporalAdjusters.previousOrSame(calendar.weekStarts()))
                .plusWeeks(week - 1L);
    }

    int weekYear(LocalDate day) {
        return calendar.pattern() != null ? calendar.pattern().year(day) : isoYear(day);
    }

    private int isoYear(LocalDate day) {
        return day.get(weeks().weekBasedYear());
    }

    int week(LocalDate day) {
        return calendar.pattern() != null ? calendar.pattern().week(day) + 1 : isoWeek(day);
    }

    private int isoWeek(LocalDate day) {
        return day.get(weeks().weekOfWeekBasedYear());
    }

    /** 52 or 53. */
    int weeksIn(int weekYear) {
        return week(weekStart(weekYear + 1, 1).minusWeeks(1));
    }

    private WeekFields weeks() {
        return WeekFields.of(calendar.weekStarts(), 4);
    }

    private int fiscalYear(LocalDateTime start) {
        if (calendar.pattern() != null) {
            return calendar.pattern().year(start.toLocalDate());
        }
        return start.minusMonths(calendar.fiscalYearStarts().getValue() - 1L).getYear()
                + (calendar.fiscalYearStarts().getValue() == 1 ? 0 : 1);
    }

    /** Which one of its fiscal year a period is, counted from 0. */
    private int index(LocalDateTime start, Grain grain) {
        if (calendar.pattern() != null) {
            return calendar.pattern().place(start.toLocalDate(), grain).index();
        }
        int month = Math.floorMod(
                start.getMonthValue() - calendar.fiscalYearStarts().getValue(), 12);
        return grain == Grain.FISCAL_QUARTER ? month / 3 : month;
    }

    /** {@code FY2027-P03}, and where years are made of weeks {@code FY2027-W09}. */
    private Period fiscal(MatchResult m) {
        int number = number(m, 3);
        LocalDateTime year = fiscalStart(number(m, 1));
        if (m.group(2).equals("P")) {
            if (number < 1 || number > 12) {
                throw new DateTimeException("no period " + number);
            }
            return calendar.period(calendar.after(year, Grain.FISCAL_MONTH, number - 1), Grain.FISCAL_MONTH);
        }
        if (calendar.pattern() == null) {
            throw new DateTimeException("years of months have no weeks of their own");
        }
        return week(number(m, 1), number);
    }

    /** A fiscal year is named by the year in which it ends, unless a pattern says otherwise. */
    private LocalDateTime fiscalStart(int year) {
        if (calendar.pattern() != null) {
            return calendar.pattern().firstDay(year).atStartOfDay();
        }
        int first = calendar.fiscalYearStarts().getValue();
        return LocalDateTime.of(year - (first == 1 ? 0 : 1), first, 1, 0, 0);
    }

    private Period years(MatchResult m) {
        boolean fiscal = m.group(1) != null;
        LocalDateTime start = fiscal ? fiscalStart(number(m, 2)) : LocalDateTime.of(number(m, 2), 1, 1, 0, 0);
        Grain year = fiscal ? Grain.FISCAL_YEAR : Grain.YEAR;
        Grain quarter = fiscal ? Grain.FISCAL_QUARTER : Grain.QUARTER;
        return m.group(3) == null
                ? calendar.period(start, year)
                : calendar.period(calendar.after(start, quarter, number(m, 3) - 1), quarter);
    }

    /** Half-years have names, and no grain of their own. */
    private Period half(MatchResult m) {
        boolean fiscal = m.group(1) != null;
        LocalDateTime year = fiscal ? fiscalStart(number(m, 2)) : LocalDateTime.of(number(m, 2), 1, 1, 0, 0);
        Grain quarter = fiscal ? Grain.FISCAL_QUARTER : Grain.QUARTER;
        LocalDateTime start = calendar.after(year, quarter, 2 * (number(m, 3) - 1));
        return new Period(m.group(), start, calendar.after(start, quarter, 2));
    }

    private Period at(int year, int month, Grain grain) {
        return calendar.period(LocalDateTime.of(year, month, 1, 0, 0), grain);
    }

    private Period week(int year, int week) {
        if (week < 1 || week > weeksIn(year)) {
            throw new DateTimeException("no week " + week + " in " + year);
        }
        return calendar.period(weekStart(year, week).atStartOfDay(), Grain.WEEK);
    }

    /** Where years are made of weeks, the weeks of ISO 8601 can be named still. */
    private Period isoWeek(int year, int week) {
        LocalDate start = isoWeekStart(year, week);
        if (week < 1 || isoYear(start) != year) {
            throw new DateTimeException("no week " + week + " in " + year);
        }
        return calendar.period(start.atStartOfDay(), Grain.WEEK);
    }

    private Period time(MatchResult m) {
        int minute = m.group(3) == null ? 0 : number(m, 3);
        int second = m.group(4) == null ? 0 : number(m, 4);
        int milliseconds = m.group(5) == null ? 0 : Integer.parseInt((m.group(5) + "00").substring(0, 3));
        Grain grain = m.group(3) == null
                ? Grain.HOUR
                : m.group(4) == null ? Grain.MINUTE : m.group(5) == null ? Grain.SECOND : Grain.MILLISECOND;
        LocalTime time = LocalTime.of(number(m, 2), minute, second, milliseconds * 1_000_000);
        return calendar.period(LocalDate.parse(m.group(1)).atTime(time), grain);
    }

    private static LocalDateTime midnight(String date) {
        return LocalDate.parse(date).atStartOfDay();
    }

    private static int number(MatchResult m, int group) {
        return Integer.parseInt(m.group(group));
    }

    /** Empty also for names of days that are not in the calendar, 2026-02-29, and for ranges that end before they start. */
    private static Optional<Period> match(
            Pattern pattern, String text, java.util.function.Function<MatchResult, Period> read) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? valid(() -> read.apply(matcher.toMatchResult())) : Optional.empty();
    }

    private static Optional<Period> valid(Supplier<Period> period) {
        try {
            return Optional.of(period.get());
        } catch (DateTimeException | IllegalArgumentException notInTheCalendar) {
            return Optional.empty();
        }
    }
}
