package io.bellwether.core.sql.dialect;

import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.WeekPattern;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * {@link WeekPatternSql} in whole numbers of weeks since a day long ago, which DuckDB computes four times as fast as steps of
 * intervals: {@code week} of the time, {@code first} of its year, and a list of where in the year each week's period began.
 */
final class DuckDbWeeks {
    private DuckDbWeeks() {}

    static String cut(String time, Grain grain, Calendar calendar) {
        WeekPattern pattern = Objects.requireNonNull(calendar.pattern());
        LocalDate since = LocalDate.of(1000, 1, 1).with(TemporalAdjusters.nextOrSame(pattern.weekStarts()));
        String epoch = "DATE '" + since + "'";
        String week = "((CAST(" + time + " AS DATE) - " + epoch + ") // 7)";
        String tells = "(" + epoch + " + CAST(7 * " + week + " + " + pattern.telling() + " AS INTEGER))";
        int month = pattern.yearStarts().getValue();
        String year =
                "year(" + tells + ")" + (month == 1 ? "" : " - CAST(month(" + tells + ") < " + month + " AS INTEGER)");
        String first =
                "((make_date(" + year + ", " + month + ", 1) + " + (6 - pattern.telling()) + " - " + epoch + ") // 7)";
        List<Integer> starts = pattern.starts(grain);
        String start = starts.size() == 1 ? first : first + " + " + into(starts) + "[" + week + " - " + first + " + 1]";
        return "CAST(" + epoch + " + CAST(7 * (" + start + ") AS INTEGER) AS TIMESTAMP)";
    }

    private static List<Integer> into(List<Integer> starts) {
        List<Integer> into = new ArrayList<>();
        for (int week = 0; week < WeekPattern.LONGEST; week++) {
            int number = week;
            into.add(starts.stream()
                    .filter(start -> start <= number)
                    .mapToInt(start -> start)
                    .max()
                    .orElse(0));
        }
        return into;
    }
}
