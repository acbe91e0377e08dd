package io.bellwether.core.sql.dialect;

import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.WeekPattern;
import java.util.List;
import java.util.Objects;

/**
 * Times cut to the periods of a fiscal year of weeks. One day of each week tells its year (see {@link WeekPattern}), so nothing
 * but cuts and steps is needed, and no table of years:
 *
 * <pre>
 *   week  = the week of the time
 *   first = the week that holds a day so far into the year of months in which the week's telling day lies
 *   start = first, or the last of first + 4 weeks, first + 8 weeks… that is not after week
 * </pre>
 */
final class WeekPatternSql {
    private WeekPatternSql() {}

    static String cut(AnsiDialect dialect, String time, Grain grain, Calendar calendar) {
        WeekPattern pattern = Objects.requireNonNull(calendar.pattern());
        int months = calendar.fiscalYearStarts().getValue() - 1;
        String week = dialect.cut(time, Grain.WEEK, calendar);
        String year = dialect.shifted("year", dialect.plus(week, pattern.telling(), "DAY"), months, "MONTH");
        int rest = 6 - pattern.telling();
        String first = dialect.cut(rest == 0 ? year : dialect.plus(year, rest, "DAY"), Grain.WEEK, calendar);
        List<Integer> starts = pattern.starts(grain);
        if (starts.size() == 1) {
            return first;
        }
        return cases(dialect, week, first, starts);
    }

    /** Of the starts, in weeks from {@code first}, the last that is not after {@code week}. */
    private static String cases(AnsiDialect dialect, String week, String first, List<Integer> starts) {
        StringBuilder cases = new StringBuilder("CASE");
        for (int i = 1; i < starts.size(); i++) {
            cases.append(" WHEN ")
                    .append(week)
                    .append(" < ")
                    .append(after(dialect, first, starts.get(i)))
                    .append(" THEN ")
                    .append(after(dialect, first, starts.get(i - 1)));
        }
        return cases.append(" ELSE ")
                .append(after(dialect, first, starts.getLast()))
                .append(" END")
                .toString();
    }

    private static String after(AnsiDialect dialect, String first, int weeks) {
        return weeks == 0 ? first : dialect.plus(first, 7 * weeks, "DAY");
    }
}
