package io.bellwether.core.sql.dialect;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * ClickHouse's words, for a session with {@code join_use_nulls = 1}. Local times are kept as if they were UTC. Written by its
 * manual, not tried on a server.
 */
public final class ClickHouse extends AnsiDialect {
    @Override
    public String identifier(String name) {
        return '`' + name.replace("\\", "\\\\").replace("`", "\\`") + '`';
    }

    @Override
    public String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    @Override
    public String date(LocalDate value) {
        return "toDate32('" + value + "')";
    }

    @Override
    public String timestamp(LocalDateTime value) {
        return "toDateTime64('" + digits(value) + "', 6, 'UTC')";
    }

    @Override
    protected String instant(LocalDateTime utc) {
        return timestamp(utc);
    }

    @Override
    public String interval(long count, String unit) {
        return "INTERVAL " + count + " " + unit;
    }

    @Override
    protected String inZone(String value, ZoneId zone) {
        return "addSeconds(toDateTime64(" + value + ", 6, 'UTC'), timezoneOffset(toTimeZone(" + value + ", "
                + text(zone.getId()) + ")))";
    }

    @Override
    protected String trunc(String unit, String time) {
        return "toDateTime64(date_trunc('" + unit + "', " + time + "), 6, 'UTC')";
    }

    @Override
    protected String typeName(Type type, int precision, int scale) {
        String name = switch (type) {
            case BOOLEAN -> "Bool";
            case INTEGER -> "Int64";
            case DECIMAL -> precision > 0 ? "Decimal(%d, %d)".formatted(precision, scale) : "Decimal(38, 10)";
            case DOUBLE -> "Float64";
            case TEXT, OTHER, TIME, INTERVAL -> "String";
            case DATE -> "Date32";
            case TIMESTAMP, TIMESTAMP_TZ -> "DateTime64(6, 'UTC')";
        };
        return "Nullable(" + name + ")";
    }

    @Override
    public String moved(String base, String from, String to) {
        return "(" + base + " + toIntervalMicrosecond(dateDiff('microsecond', " + from + ", " + to + ")))";
    }

    @Override
    protected String extract(String part, String value) {
        String time = cast(value, Type.TIMESTAMP, 0, 0);
        return switch (part) {
            case "dow" -> "(toDayOfWeek(" + time + ") % 7)";
            case "isodow" -> "toDayOfWeek(" + time + ")";
            case "doy" -> "toDayOfYear(" + time + ")";
            case "week" -> "toISOWeek(" + time + ")";
            case "isoyear" -> "toISOYear(" + time + ")";
            default -> "EXTRACT(" + part + " FROM " + time + ")";
        };
    }

    @Override
    protected String dateDiff(String unit, String from, String to) {
        return "dateDiff('" + unit + "', " + truncated(unit, from) + ", " + truncated(unit, to) + ")";
    }

    @Override
    public String series(String from, String to, Grain grain, String column) {
        String next = "step + " + step(grain);
        return "WITH RECURSIVE steps AS (\n  SELECT " + from + " AS step UNION ALL SELECT " + next
                + " FROM steps WHERE " + next + " <= " + to + "\n)\nSELECT step AS " + column + " FROM steps";
    }

    @Override
    public String call(Function function, List<String> a) {
        return switch (function) {
            case IS_DISTINCT_FROM -> "(NOT isNotDistinctFrom(" + String.join(", ", a) + "))";
            case IS_NOT_DISTINCT_FROM -> "isNotDistinctFrom(" + String.join(", ", a) + ")";
            case IS_TRUE -> "ifNull(" + a.getFirst() + ", FALSE)";
            case IS_NOT_TRUE -> "(NOT ifNull(" + a.getFirst() + ", FALSE))";
            case IS_FALSE -> "(NOT ifNull(" + a.getFirst() + ", TRUE))";
            case IS_NOT_FALSE -> "ifNull(" + a.getFirst() + ", TRUE)";
            case GREATEST, LEAST -> AnsiCalls.ofKnown(function, a);
            case POSITION -> "positionUTF8(" + a.getLast() + ", " + a.getFirst() + ")";
            case REGEXP_LIKE -> "match(" + String.join(", ", a) + ")";
            case SPLIT_PART ->
                "if(isNull(" + a.get(0) + "), NULL, splitByString(" + a.get(1) + ", assumeNotNull(" + a.get(0) + "))["
                        + a.get(2) + "])";
            case LTRIM, RTRIM ->
                a.size() > 1
                        ? super.call(function, a)
                        : (function == Function.LTRIM ? "trimLeft(" : "trimRight(") + a.getFirst() + ")";
            case STARTS_WITH -> "startsWith(" + String.join(", ", a) + ")";
            case LOWER, UPPER, LENGTH, LEFT, RIGHT, SUBSTRING -> inLetters(super.call(function, a));
            case LIKE, NOT_LIKE -> super.call(function, List.of(a.getFirst(), escaped(a)));
            case REGEXP_REPLACE -> "replaceRegexpAll(" + String.join(", ", a) + ")";
            case REVERSE -> "reverseUTF8(" + a.getFirst() + ")";
            case LPAD, RPAD -> (function == Function.LPAD ? "left" : "right") + "PadUTF8(" + String.join(", ", a) + ")";
            default -> super.call(function, a);
        };
    }

    /** What escapes is a backslash here, and nothing else can be. */
    private String escaped(List<String> a) {
        if (a.size() > 2) {
            throw unable("a pattern with an escape of its own");
        }
        return "replaceAll(" + a.getLast() + ", '\\\\', '\\\\\\\\')";
    }

    @Override
    public String tryCast(String value, Type type, int precision, int scale) {
        throw unable("what a text would be if it were one");
    }

    /** Nothing is not a number here where two numbers have nothing to do with each other, and a list has no order. */
    @Override
    public boolean has(AggregateFunction function) {
        return switch (function) {
            case CORRELATION, COVARIANCE_POPULATION, COVARIANCE_SAMPLE, LIST, LIST_DISTINCT -> false;
            default -> true;
        };
    }

    /** Without UTF8 in its name a function counts bytes. */
    private static String inLetters(String call) {
        return call.replaceFirst("\\(", "UTF8(");
    }

    /** Without OrNull, aggregates of nothing are 0. */
    @Override
    protected String of(AggregateFunction function, String argument, String fraction) {
        return switch (function) {
            case COUNT_ROWS, COUNT, COUNT_DISTINCT -> super.of(function, argument, fraction);
            case SUM -> "sumOrNull(" + argument + ")";
            case SUM_DISTINCT -> "sumOrNull(DISTINCT " + argument + ")";
            case AVERAGE_DISTINCT -> "avgOrNull(DISTINCT " + asDouble(argument) + ")";
            case MIN -> "minOrNull(" + argument + ")";
            case MAX -> "maxOrNull(" + argument + ")";
            case AVERAGE -> "avgOrNull(" + asDouble(argument) + ")";
            case MEDIAN -> of(AggregateFunction.PERCENTILE_CONTINUOUS, argument, "0.5");
            case PERCENTILE_CONTINUOUS -> "quantileExactInclusiveOrNull(" + fraction + ")(" + asDouble(argument) + ")";
            case PERCENTILE_DISCRETE -> "quantileExactLowOrNull(" + fraction + ")(" + argument + ")";
            case STDDEV_SAMPLE -> "stddevSampOrNull(" + asDouble(argument) + ")";
            case STDDEV_POPULATION -> "stddevPopOrNull(" + asDouble(argument) + ")";
            case VARIANCE_SAMPLE -> "varSampOrNull(" + asDouble(argument) + ")";
            case VARIANCE_POPULATION -> "varPopOrNull(" + asDouble(argument) + ")";
            case CORRELATION, COVARIANCE_POPULATION, COVARIANCE_SAMPLE, LIST, LIST_DISTINCT ->
                super.of(function, argument, fraction);
        };
    }

    @Override
    public String values(List<String> columns, List<List<String>> rows) {
        return selects(columns, rows);
    }

    @Override
    protected String dateAdd(String unit, String count, String time) {
        String word = unit.substring(0, 1).toUpperCase(Locale.ROOT) + unit.substring(1);
        return "(" + time + " + toInterval" + word + "(" + asInteger(count) + "))";
    }
}
