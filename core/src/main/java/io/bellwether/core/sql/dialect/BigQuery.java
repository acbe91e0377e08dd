package io.bellwether.core.sql.dialect;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** BigQuery's words. Written by its manual, not tried on a server. */
public final class BigQuery extends AnsiDialect {
    @Override
    public String identifier(String name) {
        return '`' + name.replace("\\", "\\\\").replace("`", "\\`") + '`';
    }

    @Override
    public String text(String value) {
        return "'"
                + value.replace("\\", "\\\\")
                        .replace("'", "\\'")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r") + "'";
    }

    @Override
    public String timestamp(LocalDateTime value) {
        return "DATETIME '" + digits(value) + "'";
    }

    @Override
    protected String instant(LocalDateTime utc) {
        return "TIMESTAMP '" + digits(utc) + "+00'";
    }

    @Override
    public String interval(long count, String unit) {
        return "INTERVAL " + count + " " + unit.toUpperCase(Locale.ROOT);
    }

    @Override
    protected String inZone(String value, ZoneId zone) {
        return "DATETIME(" + value + ", " + text(zone.getId()) + ")";
    }

    @Override
    protected String trunc(String unit, String time) {
        return "DATETIME_TRUNC(" + time + ", " + (unit.equals("week") ? "ISOWEEK" : unit.toUpperCase(Locale.ROOT))
                + ")";
    }

    /** Types with a precision stand in tables only. */
    @Override
    public String cast(String value, Type type, int precision, int scale) {
        String cast = super.cast(value, type, precision, scale);
        return type == Type.DECIMAL && precision > 0 ? "ROUND(" + cast + ", " + scale + ")" : cast;
    }

    @Override
    protected String typeName(Type type, int precision, int scale) {
        return switch (type) {
            case BOOLEAN -> "BOOL";
            case INTEGER -> "INT64";
            case DECIMAL -> "BIGNUMERIC";
            case DOUBLE -> "FLOAT64";
            case TEXT, OTHER -> "STRING";
            case TIMESTAMP -> "DATETIME";
            case TIMESTAMP_TZ -> "TIMESTAMP";
            case DATE, TIME, INTERVAL -> super.typeName(type, precision, scale);
        };
    }

    @Override
    protected String extract(String part, String value) {
        String time = cast(value, Type.TIMESTAMP, 0, 0);
        return switch (part) {
            case "dow" -> "(EXTRACT(DAYOFWEEK FROM " + time + ") - 1)";
            case "isodow" -> "(MOD(EXTRACT(DAYOFWEEK FROM " + time + ") + 5, 7) + 1)";
            case "doy" -> "EXTRACT(DAYOFYEAR FROM " + time + ")";
            case "week" -> "EXTRACT(ISOWEEK FROM " + time + ")";
            default -> "EXTRACT(" + part.toUpperCase(Locale.ROOT) + " FROM " + time + ")";
        };
    }

    @Override
    protected String dateAdd(String unit, String count, String time) {
        return "DATETIME_ADD(" + time + ", INTERVAL " + asInteger(count) + " " + unit.toUpperCase(Locale.ROOT) + ")";
    }

    @Override
    protected String dateDiff(String unit, String from, String to) {
        String word = unit.equals("week") ? "ISOWEEK" : unit.toUpperCase(Locale.ROOT);
        return "DATETIME_DIFF(" + cast(to, Type.TIMESTAMP, 0, 0) + ", " + cast(from, Type.TIMESTAMP, 0, 0) + ", " + word
                + ")";
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
            case MODULO -> "MOD(" + a.getFirst() + ", nullif(" + a.getLast() + ", 0))";
            case CONCAT ->
                "(" + cast(a.getFirst(), Type.TEXT, 0, 0) + " || " + cast(a.getLast(), Type.TEXT, 0, 0) + ")";
            case TRIM, LTRIM, RTRIM -> function.name().toLowerCase(Locale.ROOT) + "(" + String.join(", ", a) + ")";
            case REGEXP_LIKE -> "regexp_contains(" + String.join(", ", a) + ")";
            case SPLIT_PART ->
                "IF(" + a.get(0) + " IS NULL, NULL, coalesce(split(" + a.get(0) + ", " + a.get(1) + ")[SAFE_ORDINAL("
                        + a.get(2) + ")], ''))";
            case RADIANS -> "(" + a.getFirst() + " * ACOS(-1) / 180)";
            case DEGREES -> "(" + a.getFirst() + " * 180 / ACOS(-1))";
            case GREATEST, LEAST -> AnsiCalls.ofKnown(function, a);
            case LIKE, NOT_LIKE -> super.call(function, List.of(a.getFirst(), escaped(a)));
            case REPEAT, LPAD, RPAD -> function.name().toLowerCase(Locale.ROOT) + "(" + String.join(", ", a) + ")";
            default -> super.call(function, a);
        };
    }

    /** What escapes is a backslash here, and nothing else can be. */
    private String escaped(List<String> a) {
        if (a.size() > 2) {
            throw unable("a pattern with an escape of its own");
        }
        return "replace(" + a.getLast() + ", '\\\\', '\\\\\\\\')";
    }

    @Override
    public String tryCast(String value, Type type, int precision, int scale) {
        return "SAFE_" + super.cast(value, type, 0, 0);
    }

    @Override
    protected boolean hasFilter() {
        return false;
    }

    /** Exact percentiles exist here as window functions only. */
    @Override
    public boolean has(AggregateFunction function) {
        return switch (function) {
            case MEDIAN, PERCENTILE_CONTINUOUS, PERCENTILE_DISCRETE -> false;
            default -> true;
        };
    }

    @Override
    public String values(List<String> columns, List<List<String>> rows) {
        return selects(columns, rows);
    }
}
