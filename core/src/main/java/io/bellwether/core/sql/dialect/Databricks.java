package io.bellwether.core.sql.dialect;

import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** The words of Databricks, for a session whose time zone is UTC. Written by its manual, not tried on a server. */
public final class Databricks extends AnsiDialect {
    @Override
    public String identifier(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    public String text(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    @Override
    public String timestamp(LocalDateTime value) {
        return "TIMESTAMP_NTZ '" + digits(value) + "'";
    }

    @Override
    protected String instant(LocalDateTime utc) {
        return "TIMESTAMP '" + digits(utc) + "+00:00'";
    }

    @Override
    protected String inZone(String value, ZoneId zone) {
        return "convert_timezone('UTC', " + text(zone.getId()) + ", " + cast(value, Type.TIMESTAMP, 0, 0) + ")";
    }

    @Override
    protected String trunc(String unit, String time) {
        return cast(super.trunc(unit, time), Type.TIMESTAMP, 0, 0);
    }

    @Override
    protected String typeName(Type type, int precision, int scale) {
        return switch (type) {
            case DOUBLE -> "DOUBLE";
            case TEXT, OTHER -> "STRING";
            case TIMESTAMP -> "TIMESTAMP_NTZ";
            case TIMESTAMP_TZ -> "TIMESTAMP";
            default -> super.typeName(type, precision, scale);
        };
    }

    @Override
    protected String extract(String part, String value) {
        String time = cast(value, Type.TIMESTAMP, 0, 0);
        return switch (part) {
            case "dow" -> "(dayofweek(" + time + ") - 1)";
            case "isodow" -> "(weekday(" + time + ") + 1)";
            case "doy" -> "dayofyear(" + time + ")";
            case "week" -> "weekofyear(" + time + ")";
            case "isoyear" -> "extract(YEAROFWEEK FROM " + time + ")";
            default -> part + "(" + time + ")";
        };
    }

    /** Whole units between the starts of units are borders. */
    @Override
    protected String dateAdd(String unit, String count, String time) {
        return "timestampadd(" + unit.toUpperCase(Locale.ROOT) + ", " + asInteger(count) + ", " + time + ")";
    }

    @Override
    protected String dateDiff(String unit, String from, String to) {
        return "timestampdiff(" + unit + ", " + truncated(unit, from) + ", " + truncated(unit, to) + ")";
    }

    @Override
    public String series(String from, String to, Grain grain, String column) {
        return "SELECT explode(sequence(" + from + ", " + to + ", " + step(grain) + ")) AS " + column;
    }

    @Override
    public String call(Function function, List<String> a) {
        return switch (function) {
            case POSITION -> "position(" + String.join(", ", a) + ")";
            case REGEXP_LIKE -> "regexp_like(" + String.join(", ", a) + ")";
            case STARTS_WITH -> "startswith(" + String.join(", ", a) + ")";
            case LIKE, NOT_LIKE ->
                super.call(
                        function,
                        a.size() > 2 ? a : List.of(a.getFirst(), "replace(" + a.getLast() + ", '\\\\', '\\\\\\\\')"));
            default -> super.call(function, a);
        };
    }

    @Override
    protected boolean hasListAgg() {
        return true;
    }
}
