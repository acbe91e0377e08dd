package io.bellwether.conformance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as people read one off the wall.
 *
 * @param fiscal the first month of fiscal years, where these are of months
 * @param weeks of the periods of a quarter, where fiscal years are of weeks, or null
 * @param nearest whether these end on the Saturday nearest to the end of January, else on the last one in it
 */
record NaiveCalendar(
        ZoneId zone,
        DayOfWeek weekStarts,
        Month fiscal,
        @Nullable List<Integer> weeks,
        boolean nearest) {
    private static final List<String> ZONES = List.of(
            "UTC",
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "America/Santiago",
            "Africa/Cairo",
            "Australia/Lord_Howe",
            "Asia/Kathmandu");

    static NaiveCalendar random(Random random, boolean anyZone) {
        ZoneId zone = ZoneId.of(anyZone ? ZONES.get(random.nextInt(ZONES.size())) : "Europe/Berlin");
        Month fiscal = List.of(Month.JANUARY, Month.FEBRUARY, Month.JULY).get(random.nextInt(3));
        if (random.nextInt(3) == 0) {
            List<Integer> weeks = List.of(List.of(4, 4, 5), List.of(4, 5, 4), List.of(5, 4, 4))
                    .get(random.nextInt(3));
            return new NaiveCalendar(zone, DayOfWeek.SUNDAY, fiscal, weeks, random.nextBoolean());
        }
        DayOfWeek starts =
                List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, DayOfWeek.SATURDAY).get(random.nextInt(3));
        return new NaiveCalendar(zone, starts, fiscal, null, false);
    }

    /** As the definitions say it, beside what they say of tables. */
    String definition() {
        if (weeks == null) {
            return "week_starts: %s, fiscal_year_starts: %s"
                    .formatted(weekStarts.name().toLowerCase(), fiscal.name().toLowerCase());
        }
        return "pattern: %d-%d-%d, year_ends: %s"
                .formatted(
                        weeks.get(0),
                        weeks.get(1),
                        weeks.get(2),
                        nearest ? "saturday nearest the end of january" : "last saturday of january");
    }

    /** The start of the period that the moment lies in. */
    LocalDateTime floor(LocalDateTime at, String grain) {
        if (grain.equals("hour")) {
            return at.truncatedTo(ChronoUnit.HOURS);
        }
        LocalDate day = at.toLocalDate();
        LocalDate start = switch (grain) {
            case "day" -> day;
            case "week" -> day.with(TemporalAdjusters.previousOrSame(weekStarts));
            case "month" -> day.withDayOfMonth(1);
            case "quarter" -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
            case "year" -> LocalDate.of(day.getYear(), 1, 1);
            default -> fiscalFloor(day, grain);
        };
        return start.atStartOfDay();
    }

    private LocalDate fiscalFloor(LocalDate day, String grain) {
        return fiscalStarts(grain).stream()
                .filter(start -> !start.isAfter(day))
                .reduce((one, later) -> later)
                .orElseThrow();
    }

    /** All that there are in the years that shops are open. */
    private List<LocalDate> fiscalStarts(String grain) {
        List<LocalDate> starts = new ArrayList<>();
        for (int year = 2020; year < 2030; year++) {
            if (weeks == null) {
                int months = grain.equals("fiscal_month") ? 1 : grain.equals("fiscal_quarter") ? 3 : 12;
                for (int month = 0; month < 12; month += months) {
                    starts.add(LocalDate.of(year, fiscal, 1).plusMonths(month));
                }
            } else {
                LocalDate first = yearEnd(year).plusDays(1);
                for (int week : startingWeeks(grain)) {
                    starts.add(first.plusWeeks(week));
                }
            }
        }
        return starts;
    }

    private List<Integer> startingWeeks(String grain) {
        return switch (grain) {
            case "fiscal_year" -> List.of(0);
            case "fiscal_quarter" -> List.of(0, 13, 26, 39);
            default -> {
                List<Integer> starts = new ArrayList<>();
                for (int quarter = 0; quarter < 4; quarter++) {
                    int week = 13 * quarter;
                    for (int length : weeks) {
                        starts.add(week);
                        week += length;
                    }
                }
                yield starts;
            }
        };
    }

    private LocalDate yearEnd(int year) {
        LocalDate last = LocalDate.of(year, 1, 31);
        return nearest
                ? last.plusDays(3).with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY))
                : last.with(TemporalAdjusters.previousOrSame(DayOfWeek.SATURDAY));
    }

    LocalDateTime next(LocalDateTime start, String grain) {
        if (grain.startsWith("fiscal")) {
            return fiscalStarts(grain).stream()
                    .filter(later -> later.atStartOfDay().isAfter(start))
                    .findFirst()
                    .orElseThrow()
                    .atStartOfDay();
        }
        return back(start, -1, grain);
    }

    static LocalDateTime back(LocalDateTime time, int count, String unit) {
        return switch (unit) {
            case "hour" -> time.minusHours(count);
            case "day" -> time.minusDays(count);
            case "week" -> time.minusWeeks(count);
            case "month", "fiscal_month" -> time.minusMonths(count);
            case "quarter", "fiscal_quarter" -> time.minusMonths(3L * count);
            case "year", "fiscal_year" -> time.minusYears(count);
            default -> throw new IllegalArgumentException(unit);
        };
    }

    /** The number that a moment has, by the words of questions. */
    static long part(LocalDateTime at, String part) {
        return switch (part) {
            case "year_number" -> at.getYear();
            case "quarter_of_year" -> (at.getMonthValue() + 2) / 3;
            case "month_of_year" -> at.getMonthValue();
            case "day_of_month" -> at.getDayOfMonth();
            case "day_of_week" -> at.getDayOfWeek().getValue();
            case "day_of_year" -> at.getDayOfYear();
            default -> throw new IllegalArgumentException(part);
        };
    }
}
