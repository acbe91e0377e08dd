package io.bellwether.core.sql.dialect;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** DuckDB's words. */
public final class DuckDb implements Dialect {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSSSSS]", Locale.ROOT);

    @Override
    public String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    @Override
    public String date(LocalDate value) {
        return "DATE '" + value + "'";
    }

    @Override
    public String timestamp(LocalDateTime value) {
        String text = value.getNano() == 0 ? value.withNano(0).format(SECONDS) : value.format(TIMESTAMP);
        return "TIMESTAMP '" + text + "'";
    }

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    @Override
    public String bound(LocalDateTime value, Type type, ZoneId zone) {
        if (type != Type.TIMESTAMP_TZ) {
            return timestamp(value);
        }
        LocalDateTime utc =
                value.atZone(zone).withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
        String literal = timestamp(utc);
        return "TIMESTAMPTZ" + literal.substring("TIMESTAMP".length(), literal.length() - 1) + "+00'";
    }

    @Override
    public String interval(long count, String unit) {
        return "INTERVAL " + (count < 0 ? "(" + count + ")" : count) + " " + unit.toUpperCase(Locale.ROOT);
    }

    @Override
    public String localTime(String value, Type type, ZoneId zone) {
        return switch (type) {
            case TIMESTAMP_TZ -> "timezone(" + text(zone.getId()) + ", " + value + ")";
            case DATE -> "CAST(" + value + " AS TIMESTAMP)";
            case TIMESTAMP, BOOLEAN, INTEGER, DECIMAL, DOUBLE, TEXT, TIME, INTERVAL, OTHER -> value;
        };
    }

    @Override
    public String cut(String time, Grain grain, Calendar calendar) {
        int months = calendar.fiscalYearStarts().getValue() - 1;
        int days = calendar.weekStarts().getValue() - 1;
        return switch (grain) {
            case SECOND, MINUTE, HOUR, DAY, MONTH, QUARTER, YEAR -> trunc(grain.word(), time);
            case WEEK -> shifted("week", time, days, "DAY");
            case FISCAL_QUARTER -> shifted("quarter", time, months % 3, "MONTH");
            case FISCAL_YEAR -> shifted("year", time, months, "MONTH");
        };
    }

    private static String shifted(String unit, String time, int by, String shift) {
        return by == 0
                ? trunc(unit, time)
                : trunc(unit, "%s - INTERVAL %d %s".formatted(time, by, shift))
                        + " + INTERVAL %d %s".formatted(by, shift);
    }

    private static String trunc(String unit, String time) {
        return "date_trunc('" + unit + "', " + time + ")";
    }

    @Override
    public String asDate(String localTime) {
        return "CAST(" + localTime + " AS DATE)";
    }

    @Override
    public String cast(String value, Type type, int precision, int scale) {
        String name = switch (type) {
            case BOOLEAN -> "BOOLEAN";
            case INTEGER -> "BIGINT";
            case DECIMAL -> precision > 0 ? "DECIMAL(%d, %d)".formatted(precision, scale) : "DECIMAL(38, 10)";
            case DOUBLE -> "DOUBLE";
            case TEXT, OTHER -> "VARCHAR";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
            case TIMESTAMP_TZ -> "TIMESTAMPTZ";
            case TIME -> "TIME";
            case INTERVAL -> "INTERVAL";
        };
        return "CAST(" + value + " AS " + name + ")";
    }

    @Override
    public String unitCall(Function function, String unit, List<String> arguments) {
        String name = text(unit.toLowerCase(Locale.ROOT));
        return switch (function) {
            case DATE_TRUNC -> "date_trunc(" + name + ", " + arguments.getFirst() + ")";
            case EXTRACT -> "date_part(" + name + ", " + arguments.getFirst() + ")";
            case DATE_DIFF -> "date_diff(" + name + ", " + String.join(", ", arguments) + ")";
            default -> throw new IllegalArgumentException(function + " takes no unit");
        };
    }

    @Override
    public String ratio(String dividend, String divisor) {
        return "(" + dividend + " / " + divisor + ")";
    }

    @Override
    public String call(Function function, List<String> a) {
        return DuckDbCalls.call(function, a);
    }

    @Override
    public String aggregate(
            AggregateFunction function,
            @Nullable String argument,
            @Nullable BigDecimal fraction,
            @Nullable String condition) {
        String of = switch (function) {
            case COUNT_ROWS -> "count(*)";
            case COUNT -> "count(" + argument + ")";
            case SUM -> "sum(" + argument + ")";
            case MIN -> "min(" + argument + ")";
            case MAX -> "max(" + argument + ")";
            case AVERAGE -> "avg(" + argument + ")";
            case COUNT_DISTINCT -> "count(DISTINCT " + argument + ")";
            case MEDIAN -> "median(" + argument + ")";
            case PERCENTILE_CONTINUOUS -> "quantile_cont(" + argument + ", " + fraction + ")";
            case PERCENTILE_DISCRETE -> "quantile_disc(" + argument + ", " + fraction + ")";
            case STDDEV_SAMPLE -> "stddev_samp(" + argument + ")";
            case STDDEV_POPULATION -> "stddev_pop(" + argument + ")";
            case VARIANCE_SAMPLE -> "var_samp(" + argument + ")";
            case VARIANCE_POPULATION -> "var_pop(" + argument + ")";
        };
        return condition == null ? of : of + " FILTER (WHERE " + condition + ")";
    }

    @Override
    public String order(String column, boolean descending) {
        return column + (descending ? " DESC NULLS FIRST" : " ASC NULLS LAST");
    }
}
