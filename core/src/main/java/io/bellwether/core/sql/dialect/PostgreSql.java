package io.bellwether.core.sql.dialect;

import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's words. */
public class PostgreSql extends AnsiDialect {
    /** Sums of a {@code real} are as short as it is; those of a double are not. */
    @Override
    public String column(String reference, Type type) {
        return type == Type.DOUBLE ? asDouble(reference) : reference;
    }

    /** A NUMERIC, too, can be none. Nothing else differs from itself. */
    @Override
    public @Nullable String isNoNumber(String value, Type type) {
        return type == Type.DOUBLE || type == Type.DECIMAL ? "(" + value + " - " + value + ") <> 0" : null;
    }

    /** As a branch of a CASE a NUMERIC(10, 2) is any NUMERIC, and its digits are no longer known; NULLIF keeps its type. */
    @Override
    public String finite(String value, Type type) {
        String isNone = isNoNumber(value, type);
        return isNone == null
                ? value
                : "nullif(" + repeated(value) + ", CASE WHEN " + isNone + " THEN " + stop(value) + " END)";
    }

    /** Beside a double it is a double, beside a NUMERIC as exact as that. */
    @Override
    public String stop(String value) {
        return asDecimal("('not a number: ' || " + asText(value) + ")");
    }

    /** The database's own collation orders as people of one country do. */
    @Override
    public String key(String value, Type type) {
        return type == Type.TEXT ? cast(value, type, 0, 0) + " COLLATE \"C\"" : value;
    }

    /** UNION settles types two by two, and two NULLs without one would be texts. */
    @Override
    public String nothing(String column, String step) {
        return "(SELECT " + column + " FROM " + step + " WHERE FALSE)";
    }

    @Override
    protected String typeName(Type type, int precision, int scale) {
        return switch (type) {
            case TEXT, OTHER -> "TEXT";
            case DECIMAL -> precision > 0 ? "NUMERIC(%d, %d)".formatted(precision, scale) : "NUMERIC(38, 10)";
            default -> super.typeName(type, precision, scale);
        };
    }

    @Override
    protected String dateDiff(String unit, String from, String to) {
        String start = truncated(unit, from);
        String end = truncated(unit, to);
        return switch (unit) {
            case "year", "quarter", "month" -> "(" + count(unit, end) + " - " + count(unit, start) + ")";
            default -> "CAST(date_part('epoch', " + end + " - " + start + ") / " + seconds(unit) + " AS BIGINT)";
        };
    }

    /** How many of the unit lie before the timestamp. */
    private String count(String unit, String time) {
        return switch (unit) {
            case "quarter" -> "(4 * " + extract("year", time) + " + " + extract("quarter", time) + ")";
            case "month" -> "(12 * " + extract("year", time) + " + " + extract("month", time) + ")";
            default -> extract(unit, time);
        };
    }

    private static int seconds(String unit) {
        return switch (unit) {
            case "week" -> 7 * 86_400;
            case "day" -> 86_400;
            case "hour" -> 3_600;
            case "minute" -> 60;
            default -> 1;
        };
    }

    @Override
    public String call(Function function, List<String> a) {
        return switch (function) {
            case CONCAT -> "(" + asText(a.getFirst()) + " || " + asText(a.getLast()) + ")";
            case LIKE, NOT_LIKE -> a.size() > 2 ? super.call(function, a) : literally(super.call(function, a));
            case REGEXP_REPLACE -> "regexp_replace(" + String.join(", ", a) + ", 'g')";
            case SPLIT_PART -> "split_part(" + a.get(0) + ", " + a.get(1) + ", CAST(" + a.get(2) + " AS INTEGER))";
            case SUBSTRING -> substring(a);
            case LEFT, RIGHT -> ends(function, a.getFirst(), a.getLast());
            case MODULO -> "mod(" + asDecimal(a.getFirst()) + ", nullif(" + asDecimal(a.getLast()) + ", 0))";
            case ROUND -> "round(" + asDecimal(a.getFirst()) + (a.size() > 1 ? ", " + a.getLast() : "") + ")";
            case SQRT, POWER, EXP, LN, LOG10, SIN, COS, TAN, ASIN, ACOS, ATAN, ATAN2, RADIANS, DEGREES ->
                super.call(function, a.stream().map(this::asDouble).toList());
            default -> super.call(function, a);
        };
    }

    /** A backslash in a pattern stands for itself. */
    private static String literally(String like) {
        return like.substring(0, like.length() - 1) + " ESCAPE '')";
    }

    /** Texts go by their code points, the listed ones and those that they are in order of. */
    @Override
    protected String listed(List<String> a) {
        List<String> keyed = new ArrayList<>(a);
        for (int i = 2; i < a.size(); i += 2) {
            if (a.get(i).equals(a.get(0))) {
                keyed.set(i, key(a.get(0), Type.TEXT));
            }
        }
        keyed.set(0, keyed.contains(key(a.get(0), Type.TEXT)) ? key(a.get(0), Type.TEXT) : a.get(0));
        return super.listed(keyed);
    }

    /** Words such as "tomorrow" are dates here, and what comes first in 1/2/2026 is a setting. */
    @Override
    public String castText(String value, Type type, int precision, int scale) {
        String cast = cast(value, type, precision, scale);
        return type == Type.DATE || type == Type.TIMESTAMP
                ? "CASE WHEN " + repeated(value) + " ~ " + text(TIME) + " THEN " + cast + " WHEN " + value
                        + " IS NOT NULL THEN " + cast("('no time: ' || " + value + ")", type, 0, 0) + " END"
                : cast;
    }

    /** A date in another form is a value on some engines: it is told. */
    @Override
    public String tryCast(String value, Type type, int precision, int scale) {
        String text = asText(repeated(value));
        String is = "pg_input_is_valid(" + text + ", " + text(typeName(type, precision, scale)) + ")";
        String cast = "CASE WHEN " + is + " THEN " + cast(text, type, precision, scale) + " END";
        return switch (type) {
            case INTEGER -> "CASE WHEN " + text + " ~ " + text(WHOLE) + " THEN " + cast + " END";
            case DECIMAL, DOUBLE ->
                ifNumber("CASE WHEN " + text + " ~ " + text(NUMBER) + " THEN " + cast + " END", type);
            case DATE, TIMESTAMP ->
                "CASE WHEN " + text + " ~ " + text(TIME) + " THEN " + cast + " WHEN " + text
                        + " ~ '^ *[0-9]+[-/.][0-9]' THEN " + cast("('no time: ' || " + text + ")", type, 0, 0)
                        + " END";
            case BOOLEAN, TEXT, TIMESTAMP_TZ, TIME, INTERVAL, OTHER -> cast;
        };
    }

    @Override
    protected String letters(String value) {
        return isCount(value) ? value : "CAST(" + value + " AS INTEGER)";
    }

    @Override
    protected String ends(Function function, String text, String count) {
        return super.ends(function, text, letters(count));
    }

    /** A cast of its own takes 15 digits only. */
    @Override
    public String castDouble(String value, int precision, int scale) {
        return cast(asText(value), Type.DECIMAL, precision, scale);
    }

    @Override
    public String ofDoubles(Function function, List<String> a) {
        return switch (function) {
            case ROUND -> rounded(a, castDouble(a.getFirst(), 60, 15));
            case MODULO ->
                "mod(" + castDouble(a.getFirst(), 60, 15) + ", nullif(" + castDouble(a.getLast(), 60, 15) + ", 0))";
            default -> call(function, a);
        };
    }

    private String asText(String value) {
        return cast(value, Type.TEXT, 0, 0);
    }

    /** Halves of a double are rounded to the even neighbour, and a double has no remainder. */
    protected String asDecimal(String value) {
        return "CAST(" + value + " AS NUMERIC)";
    }
}
