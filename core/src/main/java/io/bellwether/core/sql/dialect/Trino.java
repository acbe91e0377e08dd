package io.bellwether.core.sql.dialect;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trino's words. */
public final class Trino extends AnsiDialect {
    private static final String WITHIN = ") WITHIN GROUP (ORDER BY ";

    /** Sums of a {@code real} are as short as it is; those of a double are not. */
    @Override
    public String column(String reference, Type type) {
        return type == Type.DOUBLE ? asDouble(reference) : reference;
    }

    @Override
    public @Nullable String isNoNumber(String value, Type type) {
        return type == Type.DOUBLE ? "NOT is_finite(" + value + ")" : null;
    }

    /** Blanks around a value, and a T before its hour, are no part of it. */
    @Override
    public String castText(String value, Type type, int precision, int scale) {
        String text = "trim(" + value + ")";
        return switch (type) {
            case INTEGER, DECIMAL, DOUBLE -> cast(text, type, precision, scale);
            case DATE -> cast(castText(value, Type.TIMESTAMP, 0, 0), type, 0, 0);
            case TIMESTAMP -> cast("replace(" + text + ", 'T', ' ')", type, 0, 0);
            case BOOLEAN, TEXT, TIMESTAMP_TZ, TIME, INTERVAL, OTHER -> cast(value, type, precision, scale);
        };
    }

    @Override
    public String tryCast(String value, Type type, int precision, int scale) {
        String pattern = switch (type) {
            case INTEGER -> WHOLE;
            case DECIMAL, DOUBLE -> NUMBER;
            case DATE, TIMESTAMP -> TIME;
            case BOOLEAN, TEXT, TIMESTAMP_TZ, TIME, INTERVAL, OTHER -> ".*";
        };
        String text = cast(value, Type.TEXT, 0, 0);
        String cast = "TRY(" + castText(text, type, precision, scale) + ")";
        return "CASE WHEN regexp_like(" + repeated(text) + ", " + text(pattern) + ") THEN " + cast + " END";
    }

    /** Through a decimal with more digits than a double has: 1.005 is more than its digits there, and less without. */
    @Override
    public String castDouble(String value, int precision, int scale) {
        boolean fits = scale < 15 && precision - scale <= 23;
        return cast(fits ? cast(value, Type.DECIMAL, 38, 15) : value, Type.DECIMAL, precision, scale);
    }

    @Override
    public String ofDoubles(Function function, List<String> a) {
        return switch (function) {
            case ROUND -> rounded(a, cast(a.getFirst(), Type.DECIMAL, 38, 15));
            case MODULO ->
                "(" + cast(a.getFirst(), Type.DECIMAL, 38, 15) + " % nullif(" + cast(a.getLast(), Type.DECIMAL, 38, 15)
                        + ", 0))";
            default -> call(function, a);
        };
    }

    @Override
    protected String instant(LocalDateTime utc) {
        return "TIMESTAMP '" + digits(utc) + " UTC'";
    }

    @Override
    protected String inZone(String value, ZoneId zone) {
        return cast(value + " AT TIME ZONE " + text(zone.getId()), Type.TIMESTAMP, 0, 0);
    }

    @Override
    protected String typeName(Type type, int precision, int scale) {
        return switch (type) {
            case DOUBLE -> "DOUBLE";
            case TIMESTAMP -> "TIMESTAMP(6)";
            case TIMESTAMP_TZ -> "TIMESTAMP(6) WITH TIME ZONE";
            case TIME -> "TIME(6)";
            default -> super.typeName(type, precision, scale);
        };
    }

    @Override
    public String series(String from, String to, Grain grain, String column) {
        return "SELECT t." + column + "\nFROM (SELECT sequence(" + from + ", " + to + ", " + step(grain)
                + ") AS steps) AS s\nCROSS JOIN UNNEST(s.steps) AS t(" + column + ")";
    }

    @Override
    protected String extract(String part, String value) {
        String time = cast(value, Type.TIMESTAMP, 0, 0);
        return switch (part) {
            case "dow" -> "(day_of_week(" + time + ") % 7)";
            case "isodow" -> "day_of_week(" + time + ")";
            case "doy" -> "day_of_year(" + time + ")";
            case "isoyear" -> "year_of_week(" + time + ")";
            default -> part + "(" + time + ")";
        };
    }

    @Override
    protected String dateAdd(String unit, String count, String time) {
        return "date_add('" + unit + "', " + asInteger(count) + ", " + time + ")";
    }

    /** Whole units between the starts of units are borders. */
    @Override
    protected String dateDiff(String unit, String from, String to) {
        return "date_diff('" + unit + "', " + truncated(unit, from) + ", " + truncated(unit, to) + ")";
    }

    @Override
    public String call(Function function, List<String> a) {
        return switch (function) {
            case SQRT, LN, LOG10, POWER, EXP, ASIN, ACOS -> finite(super.call(function, a), Type.DOUBLE);
            case IS_TRUE -> "(" + a.getFirst() + " IS NOT DISTINCT FROM TRUE)";
            case IS_NOT_TRUE -> "(" + a.getFirst() + " IS DISTINCT FROM TRUE)";
            case IS_FALSE -> "(" + a.getFirst() + " IS NOT DISTINCT FROM FALSE)";
            case IS_NOT_FALSE -> "(" + a.getFirst() + " IS DISTINCT FROM FALSE)";
            case CONCAT ->
                "(" + cast(a.getFirst(), Type.TEXT, 0, 0) + " || " + cast(a.getLast(), Type.TEXT, 0, 0) + ")";
            case GREATEST, LEAST -> AnsiCalls.ofKnown(function, a);
            case REPEAT ->
                "CASE WHEN length(" + a.getFirst() + ") = 0 THEN '' ELSE rpad('', length(" + a.getFirst() + ") * "
                        + a.getLast() + ", " + a.getFirst() + ") END";
            case REGEXP_LIKE -> "regexp_like(" + String.join(", ", a) + ")";
            case SPLIT_PART ->
                "CASE WHEN " + a.getFirst() + " IS NOT NULL THEN coalesce(split_part(" + String.join(", ", a)
                        + "), '') END";
            case SUBSTRING -> substring(a);
            case LEFT, RIGHT -> end(function, a, "length");
            default -> super.call(function, a);
        };
    }

    @Override
    protected String ends(Function function, String text, String count) {
        return function == Function.LEFT
                ? "substr(" + text + ", 1, " + count + ")"
                : "substr(" + text + ", greatest(length(" + text + ") - " + count + " + 1, 1))";
    }

    @Override
    public String aggregate(
            AggregateFunction function,
            @Nullable String argument,
            @Nullable BigDecimal fraction,
            @Nullable String condition) {
        return switch (function) {
            case MEDIAN -> continuous(sorted(asDouble("" + argument), condition), "0.5");
            case PERCENTILE_CONTINUOUS ->
                continuous(sorted(asDouble("" + argument), condition), String.valueOf(fraction));
            case PERCENTILE_DISCRETE ->
                bound(
                        sorted("" + argument, condition),
                        "element_at(v, greatest(1, CAST(ceil(" + fraction + " * cardinality(v)) AS INTEGER)))");
            case LIST_DISTINCT -> listedOnce("" + argument, condition);
            default -> super.aggregate(function, argument, fraction, condition);
        };
    }

    /**
     * A listagg of each text once can only be in the order of texts; an array is in that of the values.
     *
     * @param listed as {@link #listed} writes it, in the order of the value itself
     */
    private String listedOnce(String listed, @Nullable String condition) {
        int at = listed.lastIndexOf(WITHIN);
        String order = listed.substring(at + WITHIN.length());
        boolean descending = order.endsWith(order("", true));
        String value = order.substring(0, order.length() - order("", descending).length());
        String separator = listed.substring(cast(value, Type.TEXT, 0, 0).length() + 2, at);
        String known = value + " IS NOT NULL" + (condition == null ? "" : " AND " + condition);
        return "array_join(array_agg(DISTINCT " + value + " ORDER BY " + order + ") FILTER (WHERE " + known + "), "
                + separator + ")";
    }

    @Override
    protected String listed(List<String> a) {
        return cast(a.get(0), Type.TEXT, 0, 0) + ", " + a.get(1) + WITHIN
                + ofList(a).substring("ORDER BY ".length());
    }

    /** Trino's own percentiles are approximate; the values of a group in order give the exact one. */
    private static String sorted(String value, @Nullable String condition) {
        String known = value + " IS NOT NULL" + (condition == null ? "" : " AND " + condition);
        return "array_sort(array_agg(" + value + ") FILTER (WHERE " + known + "))";
    }

    /** Between the two values on both sides of the place. */
    private static String continuous(String sorted, String fraction) {
        String place = fraction + " * (cardinality(v) - 1)";
        String below = "element_at(v, CAST(floor(" + place + ") AS INTEGER) + 1)";
        String above = "element_at(v, CAST(ceil(" + place + ") AS INTEGER) + 1)";
        String share = "CAST(" + place + " - floor(" + place + ") AS DOUBLE)";
        return bound(sorted, below + " + (" + above + " - " + below + ") * " + share);
    }

    /** The array as {@code v} in an expression, computed once. */
    private static String bound(String array, String expression) {
        return "element_at(transform(ARRAY[" + array + "], v -> " + expression + "), 1)";
    }

    @Override
    protected boolean hasListAgg() {
        return true;
    }
}
