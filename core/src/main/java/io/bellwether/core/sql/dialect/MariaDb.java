package io.bellwether.core.sql.dialect;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** MariaDB's words, for a session whose time zone is UTC and in which a backslash escapes. */
public class MariaDb extends AnsiDialect {
    @Override
    public String identifier(String name) {
        return '`' + name.replace("`", "``") + '`';
    }

    @Override
    public String text(String value) {
        return super.text(value.replace("\\", "\\\\"));
    }

    /** Without it, texts are the same that differ in case, in accents or in blanks at the end. */
    @Override
    public String column(String reference, Type type) {
        return type == Type.TEXT ? letterByLetter("CONVERT(" + reference + " USING utf8mb4)") : reference;
    }

    private String letterByLetter(String value) {
        return value + " COLLATE " + collation();
    }

    protected String collation() {
        return "utf8mb4_nopad_bin";
    }

    @Override
    protected String instant(LocalDateTime utc) {
        return timestamp(utc);
    }

    @Override
    public String interval(long count, String unit) {
        return unit.equalsIgnoreCase("millisecond")
                ? interval(1000 * count, "microsecond")
                : "INTERVAL " + count + " " + unit.toUpperCase(Locale.ROOT);
    }

    @Override
    protected String inZone(String value, ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC)
                ? value
                : "CONVERT_TZ(" + value + ", '+00:00', " + text(zone.getId()) + ")";
    }

    @Override
    public String cast(String value, Type type, int precision, int scale) {
        return switch (type) {
            case BOOLEAN -> "(" + value + " <> 0)";
            case TEXT, OTHER -> letterByLetter(super.cast(value, type, precision, scale));
            default -> super.cast(value, type, precision, scale);
        };
    }

    @Override
    protected String typeName(Type type, int precision, int scale) {
        return switch (type) {
            case INTEGER, BOOLEAN -> "SIGNED";
            case DOUBLE -> "DOUBLE";
            case TEXT, OTHER, INTERVAL -> "CHAR";
            case TIMESTAMP, TIMESTAMP_TZ -> "DATETIME(6)";
            case TIME -> "TIME(6)";
            case DECIMAL, DATE -> super.typeName(type, precision, scale);
        };
    }

    @Override
    protected String trunc(String unit, String time) {
        String day = "CAST(" + time + " AS DATE)";
        String start = switch (unit) {
            case "millisecond" -> time + " - INTERVAL (MICROSECOND(" + time + ") % 1000) MICROSECOND";
            case "second" -> "DATE_FORMAT(" + time + ", '%Y-%m-%d %H:%i:%s')";
            case "minute" -> "DATE_FORMAT(" + time + ", '%Y-%m-%d %H:%i:00')";
            case "hour" -> "DATE_FORMAT(" + time + ", '%Y-%m-%d %H:00:00')";
            case "day" -> day;
            case "week" -> day + " - INTERVAL WEEKDAY(" + time + ") DAY";
            case "month" -> "DATE_FORMAT(" + time + ", '%Y-%m-01')";
            case "quarter" -> "MAKEDATE(YEAR(" + time + "), 1) + INTERVAL (QUARTER(" + time + ") - 1) QUARTER";
            default -> "MAKEDATE(YEAR(" + time + "), 1)";
        };
        return cast(start, Type.TIMESTAMP, 0, 0);
    }

    @Override
    protected String plus(String time, int count, String unit) {
        return "(" + super.plus(time, count, unit) + ")";
    }

    /** A timestamp less another is a number here, and means nothing. */
    @Override
    public String moved(String base, String from, String to) {
        return "(" + base + " + INTERVAL TIMESTAMPDIFF(MICROSECOND, " + from + ", " + to + ") MICROSECOND)";
    }

    @Override
    protected String extract(String part, String value) {
        return switch (part) {
            case "dow" -> "(DAYOFWEEK(" + value + ") - 1)";
            case "isodow" -> "(WEEKDAY(" + value + ") + 1)";
            case "doy" -> "DAYOFYEAR(" + value + ")";
            case "isoyear" -> "(YEARWEEK(" + value + ", 3) DIV 100)";
            case "week" -> "WEEK(" + value + ", 3)";
            default -> part.toUpperCase(Locale.ROOT) + "(" + cast(value, Type.TIMESTAMP, 0, 0) + ")";
        };
    }

    /** Whole units between the starts of units are borders. */
    @Override
    protected String dateDiff(String unit, String from, String to) {
        return "TIMESTAMPDIFF(" + unit.toUpperCase(Locale.ROOT) + ", " + truncated(unit, from) + ", "
                + truncated(unit, to) + ")";
    }

    @Override
    public String call(Function function, List<String> a) {
        return switch (function) {
            case IS_DISTINCT_FROM -> "(NOT " + a.getFirst() + " <=> " + a.getLast() + ")";
            case IS_NOT_DISTINCT_FROM -> "(" + a.getFirst() + " <=> " + a.getLast() + ")";
            case LIKE, NOT_LIKE ->
                super.call(function, a.size() > 2 ? a : List.of(a.getFirst(), literally(a.getLast())));
            case CONCAT -> "concat(" + String.join(", ", a) + ")";
            case GREATEST, LEAST -> AnsiCalls.ofKnown(function, a);
            case REGEXP_LIKE -> "(" + a.getFirst() + " REGEXP " + a.getLast() + ")";
            case TRIM, LTRIM, RTRIM -> trim(function, a);
            case SPLIT_PART -> splitPart(a.get(0), a.get(1), a.get(2));
            case LENGTH -> "char_length(" + a.getFirst() + ")";
            case POSITION -> "locate(" + String.join(", ", a) + ")";
            case STARTS_WITH -> "(left(" + a.getFirst() + ", char_length(" + a.getLast() + ")) = " + a.getLast() + ")";
            case SUBSTRING -> substring(a);
            case LEFT, RIGHT -> end(function, a, "char_length");
            // Where it finds nothing it does not look at what would come instead.
            case REPLACE ->
                a.get(2).startsWith("'")
                        ? super.call(function, a)
                        : "CASE WHEN " + repeated(a.get(2)) + " IS NOT NULL THEN " + super.call(function, a) + " END";
            case LPAD, RPAD -> padded(function, a);
            case SQRT -> within(a.getFirst() + " < 0", function, a);
            case LN, LOG10 -> within(a.getFirst() + " <= 0", function, a);
            case ASIN, ACOS -> within("abs(" + a.getFirst() + ") > 1", function, a);
            case ROUND ->
                "round(" + cast(a.getFirst(), Type.DECIMAL, 60, 15) + (a.size() > 1 ? ", " + a.getLast() : "") + ")";
            default -> super.call(function, a);
        };
    }

    /** Where nothing is put before or behind a text, it is nothing here. */
    private String padded(Function function, List<String> a) {
        String plain = super.call(function, a);
        if (isCount(a.get(1)) && !a.get(1).matches("0+") && a.get(2).matches("'[^']+'")) {
            return plain;
        }
        return "CASE WHEN " + repeated(a.get(1)) + " < 1 OR char_length(" + repeated(a.get(2))
                + ") = 0 THEN left(concat(" + repeated(a.get(0)) + ", left(" + a.get(2) + ", 0)), " + a.get(1)
                + ") ELSE " + plain + " END";
    }

    /** In a table of its own for groups, a whole double that it computed has 17 digits: the rest is lost without a word. */
    @Override
    public String ofDoubles(Function function, List<String> a) {
        return switch (function) {
            case ROUND -> rounded(a, cast(a.getFirst(), Type.DECIMAL, 60, 15));
            case MODULO ->
                "(" + cast(a.getFirst(), Type.DECIMAL, 60, 15) + " % nullif(" + cast(a.getLast(), Type.DECIMAL, 60, 15)
                        + ", 0))";
            default -> asDouble(call(function, a));
        };
    }

    /** What a function has no result for is nothing here, without a word; on other engines it is an error. */
    private String within(String outside, Function function, List<String> a) {
        String value = repeated(a.getFirst());
        return "CASE WHEN " + outside + " THEN " + stop(value) + " ELSE " + super.call(function, a) + " END";
    }

    /** No cast fails here, but a number that is larger than all doubles. */
    @Override
    public String stop(String value) {
        return "exp(1000 + 0 * char_length(concat('no result for ', " + value + ")))";
    }

    @Override
    protected String listed(List<String> a) {
        return a.get(0) + " " + ofList(a) + " SEPARATOR " + a.get(1);
    }

    @Override
    protected String of(AggregateFunction function, String argument, String fraction) {
        return switch (function) {
            case LIST -> "group_concat(" + argument + ")";
            case LIST_DISTINCT -> "group_concat(DISTINCT " + argument + ")";
            default -> super.of(function, argument, fraction);
        };
    }

    /** Blanks around a number are no part of it. What is none is a warning, and an error of our session. */
    @Override
    public String castText(String value, Type type, int precision, int scale) {
        return cast(type.isNumeric() ? "trim(" + value + ")" : value, type, precision, scale);
    }

    /** What is no value of the type is told before it is cast. */
    @Override
    public String tryCast(String value, Type type, int precision, int scale) {
        String text = "trim(" + repeated(value) + ")";
        String cast = cast(text, type, precision, scale);
        return switch (type) {
            case INTEGER ->
                "CASE WHEN " + text + " REGEXP '^[-+]?[0-9]{1,60}$' THEN CASE WHEN "
                        + cast(text, Type.DECIMAL, 65, 0) + " BETWEEN " + Long.MIN_VALUE + " AND " + Long.MAX_VALUE
                        + " THEN " + cast + " END END";
            case DECIMAL, DOUBLE -> "CASE WHEN " + text + " REGEXP " + text(NUMBER) + " THEN " + cast + " END";
            case DATE, TIMESTAMP, TIMESTAMP_TZ ->
                "CASE WHEN " + text + " REGEXP " + text(TIME) + " THEN CASE WHEN "
                        + cast("regexp_substr(substring_index(" + text + ", '-', -1), '^[0-9]+')", Type.INTEGER, 0, 0)
                        + " <= DAY(LAST_DAY(concat(substring_index(" + text + ", '-', 2), '-01'))) THEN " + cast
                        + " END END";
            case TEXT -> cast(value, type, precision, scale);
            case BOOLEAN, INTERVAL, OTHER, TIME -> throw unable("whether a text is of this type");
        };
    }

    /** A whole text is taken off here, not any of its letters; of one letter that is the same. */
    private String trim(Function function, List<String> a) {
        if (a.size() > 1 && !a.getLast().matches("'(?:[^'\\\\]|''|\\\\\\\\)'")) {
            throw unable("what is left without any of several letters at its ends");
        }
        return super.call(function, a);
    }

    /** There is no such function; beyond the last part there is an empty text. */
    private static String splitPart(String text, String by, String place) {
        String parts = "(char_length(" + text + ") - char_length(replace(" + text + ", " + by + ", ''))) / char_length("
                + by + ") + 1";
        return "CASE WHEN " + place + " > " + parts + " THEN '' ELSE substring_index(substring_index(" + text + ", "
                + by + ", " + place + "), " + by + ", -1) END";
    }

    @Override
    protected String dateAdd(String unit, String count, String time) {
        return "(" + time + " + INTERVAL " + asInteger(count) + " " + unit.toUpperCase(Locale.ROOT) + ")";
    }

    /** A backslash in a pattern stands for itself. */
    private static String literally(String pattern) {
        return "replace(" + pattern + ", '\\\\', '\\\\\\\\')";
    }

    /** There is no FILTER. */
    @Override
    protected boolean hasFilter() {
        return false;
    }

    /** Percentiles exist here as window functions only, which say one thing for many rows. */
    @Override
    public boolean has(AggregateFunction function) {
        return switch (function) {
            case MEDIAN,
                    PERCENTILE_CONTINUOUS,
                    PERCENTILE_DISCRETE,
                    CORRELATION,
                    COVARIANCE_POPULATION,
                    COVARIANCE_SAMPLE -> false;
            default -> true;
        };
    }

    @Override
    public String fullJoin() {
        throw unable("the values of dimensions that no row has");
    }

    /** A table of numbers that the server makes up, read only as far as it is needed. */
    /** Days of 2,700 years: where the end is read from rows, the engine tries each number, and none may lead beyond the year 9999. */
    private static final int MOST_DAYS = 999_999;

    @Override
    public String series(String from, String to, Grain grain, String column) {
        String unit = step(grain).replaceFirst("INTERVAL \\d+ ", "");
        String count = step(grain).replaceFirst("INTERVAL (\\d+) .*", "$1");
        return "SELECT " + from + " + INTERVAL (" + count + " * seq) " + unit + " AS " + column
                + "\nFROM seq_0_to_" + (grain.compareTo(Grain.DAY) < 0 ? 99_999_999 : MOST_DAYS)
                + "\nWHERE seq <= TIMESTAMPDIFF(" + unit + ", " + from + ", " + to + ") DIV "
                + count;
    }

    @Override
    public String order(String column, boolean descending) {
        return column + " IS NULL" + (descending ? " DESC, " + column + " DESC" : ", " + column);
    }

    @Override
    public String values(List<String> columns, List<List<String>> rows) {
        return selects(columns, rows);
    }
}
