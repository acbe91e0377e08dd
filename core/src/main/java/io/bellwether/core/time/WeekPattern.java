package io.bellwether.core.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * A fiscal year of whole weeks: four quarters of 13, each of three periods such as 4, 4 and 5 weeks. A year has 52 weeks, or
 * 53 where else it would drift from its month; the 53rd lengthens the last period.
 *
 * <p>To which year a week belongs is told by one day of it, as ISO 8601 tells it by the Thursday: by its fourth day where the
 * year ends on the weekday nearest to the end of the month, by its seventh where it ends on the last such weekday.
 *
 * @param weeks of the periods of a quarter
 * @param ends the weekday on which years end
 * @param month at whose end they do
 * @param nearest whether that is the weekday nearest to the month's end, else the last one in the month
 * @param namedByStart whether a year is named by the calendar year in which it starts, else by the one in which it ends
 */
public record WeekPattern(List<Integer> weeks, DayOfWeek ends, Month month, boolean nearest, boolean namedByStart) {
    /** Of each quarter but a last one of 14. */
    public static final int QUARTER = 13;

    /** Weeks of the longest year. */
    public static final int LONGEST = 53;

    private static final int QUARTERS = 4;

    public WeekPattern {
        weeks = List.copyOf(weeks);
    }

    /** The day on which weeks, and so years, begin. */
    public DayOfWeek weekStarts() {
        return ends.plus(1);
    }

    /** The first month of the year of months that the weeks follow. */
    public Month yearStarts() {
        return month.plus(1);
    }

    /** Which day of a week tells its year, counted from its first as 0. */
    public int telling() {
        return nearest ? 3 : 6;
    }

    /** In which week of a year, counted from 0, each of its periods begins; three to a quarter. */
    public List<Integer> periodStarts() {
        List<Integer> starts = new java.util.ArrayList<>();
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            int week = quarter * QUARTER;
            for (int length : weeks) {
                starts.add(week);
                week += length;
            }
        }
        return starts;
    }

    /** In which week of a year, counted from 0, each period of that grain begins. */
    public List<Integer> starts(Grain grain) {
        return switch (grain) {
            case FISCAL_MONTH -> periodStarts();
            case FISCAL_QUARTER -> List.of(0, QUARTER, 2 * QUARTER, 3 * QUARTER);
            case FISCAL_YEAR -> List.of(0);
            case MILLISECOND, SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR ->
                throw new IllegalArgumentException("not of weeks: " + grain);
        };
    }

    /** A period by its year and its place in it, counted from 0. */
    record Place(int year, int index) {
        /** The place so many periods on, of those that a year has. */
        Place plus(int n, int each) {
            int all = year * each + index + n;
            return new Place(Math.floorDiv(all, each), Math.floorMod(all, each));
        }
    }

    Place place(LocalDate day, Grain grain) {
        int year = year(day);
        int week = week(day);
        List<Integer> starts = starts(grain);
        int index = starts.size() - 1;
        while (starts.get(index) > week) {
            index--;
        }
        return new Place(year, index);
    }

    LocalDate start(Place place, Grain grain) {
        return firstDay(place.year()).plusWeeks(starts(grain).get(place.index()));
    }

    /** The name of the year in which the day lies. */
    int year(LocalDate day) {
        LocalDate tells = weekStart(day).plusDays(telling());
        int starting = tells.getMonthValue() < yearStarts().getValue() ? tells.getYear() - 1 : tells.getYear();
        return starting + late();
    }

    /** By how much a year's name is later than the calendar year of the month that it begins with. */
    private int late() {
        return namedByStart || yearStarts() == Month.JANUARY ? 0 : 1;
    }

    /** The week of its year in which the day lies, counted from 0. */
    int week(LocalDate day) {
        return (int) ChronoUnit.WEEKS.between(firstDay(year(day)), weekStart(day));
    }

    /** 52 or 53. */
    int weeksIn(int year) {
        return (int) ChronoUnit.WEEKS.between(firstDay(year), firstDay(year + 1));
    }

    LocalDate firstDay(int year) {
        LocalDate first = LocalDate.of(year - late(), yearStarts(), 1);
        // The first week's telling day is among the first seven of the month.
        return weekStart(first.plusDays(6L - telling()));
    }

    private LocalDate weekStart(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(weekStarts()));
    }
}
