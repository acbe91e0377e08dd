package io.bellwether.core.sql.dialect;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Amazon Redshift's words: those of an old PostgreSQL. Written by its manual, not tried on a server. */
public final class Redshift extends PostgreSql {
    /** A NUMERIC is always a number here. */
    @Override
    public @Nullable String isNoNumber(String value, Type type) {
        return type == Type.DECIMAL ? null : super.isNoNumber(value, type);
    }

    /** Texts go by their code points anyway. */
    @Override
    public String key(String value, Type type) {
        return value;
    }

    /** A NUMERIC without a size has no digits behind the point. */
    @Override
    protected String asDecimal(String value) {
        return cast(value, Type.DECIMAL, 0, 0);
    }

    @Override
    public String castDouble(String value, int precision, int scale) {
        return cast(value, Type.DECIMAL, precision, scale);
    }

    @Override
    public String ofDoubles(Function function, List<String> a) {
        return call(function, a);
    }

    @Override
    protected String typeName(Type type, int precision, int scale) {
        return switch (type) {
            case TEXT, OTHER -> "VARCHAR(65535)";
            case DECIMAL -> precision > 0 ? super.typeName(type, precision, scale) : "DECIMAL(38, 10)";
            default -> super.typeName(type, precision, scale);
        };
    }

    @Override
    protected String inZone(String value, ZoneId zone) {
        return "(" + value + " AT TIME ZONE " + text(zone.getId()) + ")";
    }

    @Override
    protected String extract(String part, String value) {
        return switch (part) {
            case "isodow" -> "((" + super.extract("dow", value) + " + 6) % 7 + 1)";
            case "isoyear" -> super.extract("year", trunc("week", value) + " + INTERVAL '3' DAY");
            default -> super.extract(part, value);
        };
    }

    @Override
    protected String dateDiff(String unit, String from, String to) {
        return "datediff(" + unit + ", " + truncated(unit, from) + ", " + truncated(unit, to) + ")";
    }

    @Override
    public String call(Function function, List<String> a) {
        String first = a.getFirst();
        String last = a.getLast();
        return switch (function) {
            case IS_NOT_DISTINCT_FROM ->
                "coalesce(" + first + " = " + last + ", " + first + " IS NULL AND " + last + " IS NULL)";
            case IS_DISTINCT_FROM -> "(NOT " + call(Function.IS_NOT_DISTINCT_FROM, a) + ")";
            case STARTS_WITH -> "(left(" + first + ", len(" + last + ")) = " + last + ")";
            case LIKE, NOT_LIKE ->
                AnsiCalls.call(
                        function, a.size() > 2 ? a : List.of(first, "replace(" + last + ", '\\\\', '\\\\\\\\')"));
            case REGEXP_REPLACE -> AnsiCalls.call(function, a);
            default -> super.call(function, a);
        };
    }

    @Override
    public String tryCast(String value, Type type, int precision, int scale) {
        return "TRY_" + cast(value, type, precision, scale);
    }

    @Override
    protected boolean hasFilter() {
        return false;
    }

    @Override
    public boolean has(AggregateFunction function) {
        return switch (function) {
            case PERCENTILE_DISCRETE, CORRELATION, COVARIANCE_POPULATION, COVARIANCE_SAMPLE -> false;
            default -> true;
        };
    }

    @Override
    public String values(List<String> columns, List<List<String>> rows) {
        return selects(columns, rows);
    }

    @Override
    public String series(String from, String to, Grain grain, String column) {
        String next = "step + " + step(grain);
        return "WITH RECURSIVE steps (step) AS (\n  SELECT " + from + " UNION ALL SELECT " + next + " FROM steps WHERE "
                + next + " <= " + to + "\n)\nSELECT step AS " + column + " FROM steps";
    }

    @Override
    protected String dateAdd(String unit, String count, String time) {
        return "dateadd(" + unit + ", " + asInteger(count) + ", " + time + ")";
    }

    @Override
    protected boolean hasListAgg() {
        return true;
    }
}
