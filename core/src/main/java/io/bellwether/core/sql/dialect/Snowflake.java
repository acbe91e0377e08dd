package io.bellwether.core.sql.dialect;

import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Snowflake's words, for a session with its usual WEEK_START. Written by its manual, not tried on a server. */
public final class Snowflake extends AnsiDialect {
    @Override
    public String text(String value) {
        return super.text(value.replace("\\", "\\\\"));
    }

    @Override
    public String timestamp(LocalDateTime value) {
        return "'" + digits(value) + "'::TIMESTAMP_NTZ";
    }

    @Override
    protected String instant(LocalDateTime utc) {
        return "'" + digits(utc) + " +00:00'::TIMESTAMP_TZ";
    }

    @Override
    public String interval(long count, String unit) {
        return "INTERVAL '" + count + " " + unit.toUpperCase(Locale.ROOT) + "'";
    }

    @Override
    protected String inZone(String value, ZoneId zone) {
        return "convert_timezone(" + text(zone.getId()) + ", " + value + ")::TIMESTAMP_NTZ";
    }

    @Override
    protected String typeName(Type type, int precision, int scale) {
        return switch (type) {
            case DOUBLE -> "DOUBLE";
            case TIMESTAMP -> "TIMESTAMP_NTZ";
            case TIMESTAMP_TZ -> "TIMESTAMP_TZ";
            default -> super.typeName(type, precision, scale);
        };
    }

    @Override
    public String moved(String base, String from, String to) {
        return "timestampadd('microsecond', datediff('microsecond', " + from + ", " + to + "), " + base + ")";
    }

    @Override
    protected String extract(String part, String value) {
        String time = cast(value, Type.TIMESTAMP, 0, 0);
        return switch (part) {
            case "dow" -> "(dayofweekiso(" + time + ") % 7)";
            case "isodow" -> "dayofweekiso(" + time + ")";
            case "doy" -> "dayofyear(" + time + ")";
            case "week" -> "weekiso(" + time + ")";
            case "isoyear" -> "yearofweekiso(" + time + ")";
            default -> "date_part('" + part + "', " + time + ")";
        };
    }

    @Override
    protected String dateAdd(String unit, String count, String time) {
        return "dateadd('" + unit + "', " + asInteger(count) + ", " + time + ")";
    }

    @Override
    protected String dateDiff(String unit, String from, String to) {
        return "datediff('" + unit + "', " + truncated(unit, from) + ", " + truncated(unit, to) + ")";
    }

    @Override
    public String series(String from, String to, Grain grain, String column) {
        String next = "step + " + step(grain);
        return "WITH RECURSIVE steps (step) AS (\n  SELECT " + from + " UNION ALL SELECT " + next + " FROM steps WHERE "
                + next + " <= " + to + "\n)\nSELECT step AS " + column + " FROM steps";
    }

    @Override
    public String call(Function function, List<String> a) {
        return switch (function) {
            case IS_TRUE -> "(" + a.getFirst() + " IS NOT DISTINCT FROM TRUE)";
            case IS_NOT_TRUE -> "(" + a.getFirst() + " IS DISTINCT FROM TRUE)";
            case IS_FALSE -> "(" + a.getFirst() + " IS NOT DISTINCT FROM FALSE)";
            case IS_NOT_FALSE -> "(" + a.getFirst() + " IS DISTINCT FROM FALSE)";
            case GREATEST, LEAST -> AnsiCalls.ofKnown(function, a);
            case POSITION -> "position(" + String.join(", ", a) + ")";
            case STARTS_WITH -> "startswith(" + String.join(", ", a) + ")";
            case TRIM, LTRIM, RTRIM -> function.name().toLowerCase(Locale.ROOT) + "(" + String.join(", ", a) + ")";
            case REGEXP_LIKE -> "(regexp_instr(" + String.join(", ", a) + ") > 0)";
            case LOG10 -> "log(10, " + a.getFirst() + ")";
            default -> super.call(function, a);
        };
    }

    /** Of texts only. */
    @Override
    public String tryCast(String value, Type type, int precision, int scale) {
        return super.tryCast(cast(value, Type.TEXT, 0, 0), type, precision, scale);
    }

    @Override
    protected boolean hasFilter() {
        return false;
    }

    @Override
    public String values(List<String> columns, List<List<String>> rows) {
        return selects(columns, rows);
    }

    @Override
    protected boolean hasListAgg() {
        return true;
    }
}
