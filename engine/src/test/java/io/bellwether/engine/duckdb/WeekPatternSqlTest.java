package io.bellwether.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.core.sql.dialect.DuckDb;
import io.bellwether.core.sql.dialect.PostgreSql;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.WeekPattern;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hour-of-day of 40 years, cut by the engine and by the calendar in Java, which published tables were held against. */
class WeekPatternSqlTest {
    static Stream<WeekPattern> patterns() {
        return Stream.of(
                new WeekPattern(List.of(4, 5, 4), DayOfWeek.SATURDAY, Month.JANUARY, true, true),
                new WeekPattern(List.of(4, 4, 5), DayOfWeek.SATURDAY, Month.SEPTEMBER, false, false),
                new WeekPattern(List.of(5, 4, 4), DayOfWeek.SUNDAY, Month.DECEMBER, true, false),
                new WeekPattern(List.of(4, 4, 5), DayOfWeek.THURSDAY, Month.DECEMBER, false, false),
                new WeekPattern(List.of(4, 5, 4), DayOfWeek.FRIDAY, Month.FEBRUARY, false, false));
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void theEngineCutsAsTheCalendarDoes(WeekPattern pattern) throws SQLException {
        Calendar calendar = new Calendar(ZoneOffset.UTC, pattern);
        for (Dialect dialect : List.of(new DuckDb(), new PostgreSql())) {
            for (Grain grain : List.of(Grain.FISCAL_MONTH, Grain.FISCAL_QUARTER, Grain.FISCAL_YEAR)) {
                String sql = "select t, " + dialect.cut("t", grain, calendar)
                        + " from (select unnest(generate_series(timestamp '1960-01-01 07:00:00',"
                        + " timestamp '2040-12-31 00:00:00', interval 31 hour)) as t)";
                compare(sql, grain, calendar);
            }
        }
    }

    private static void compare(String sql, Grain grain, Calendar calendar) throws SQLException {
        int rows = 0;
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                LocalDateTime time = found.getObject(1, LocalDateTime.class);
                LocalDateTime start = calendar.period(time, grain).start();
                if (!start.equals(found.getObject(2, LocalDateTime.class))) {
                    assertThat(found.getObject(2, LocalDateTime.class))
                            .as(grain + " of " + time)
                            .isEqualTo(start);
                }
                rows++;
            }
        }
        assertThat(rows).isGreaterThan(20_000);
    }
}
