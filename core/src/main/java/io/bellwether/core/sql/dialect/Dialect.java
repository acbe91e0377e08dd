package io.bellwether.core.sql.dialect;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.DatePart;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One engine's words. The renderer asks for a phrase and never for the engine's name; arguments are SQL text that is
 * already rendered and safe to put between parentheses or commas.
 */
public interface Dialect {
    /** An identifier, quoted so that any name is safe. */
    String identifier(String name);

    String text(String value);

    String date(LocalDate value);

    String timestamp(LocalDateTime value);

    /** A local time of the zone as a literal of the column's type, to be compared with the column as it stands. */
    String bound(LocalDateTime value, Type type, ZoneId zone);

    String interval(long count, String unit);

    /** A time column as local time of the zone. */
    String localTime(String value, Type type, ZoneId zone);

    /**
     * The same, where every row lies in a stretch that is known: an engine that looks the zone up for each row can be told
     * beforehand when its clocks change.
     *
     * @param from a local time, as {@code before}, which is exclusive
     */
    default String localTime(String value, Type type, ZoneId zone, LocalDateTime from, LocalDateTime before) {
        return localTime(value, type, zone);
    }

    /** The start of the period that holds a local time. */
    String cut(String localTime, Grain grain, Calendar calendar);

    /** The timestamp that is as far from {@code base} as {@code to} is from {@code from}. */
    String moved(String base, String from, String to);

    /** A part of a local time as a whole number; days of the week count from Monday, 1. */
    String part(String localTime, DatePart part);

    /** A SELECT of a row for every period from one to another, both included, as timestamps in one column (quoted). */
    String series(String from, String to, Grain grain, String column);

    /** The value as a date where the grain is a day or longer, so that people see no midnight. */
    String asDate(String localTime);

    /** A quotient that is never cut to a whole number; the divisor is not 0. {@link Function#DIVIDE} by 0 is NULL. */
    String ratio(String dividend, String divisor);

    /** The product of two decimals, with all of its digits. */
    default String product(String a, String b) {
        return call(Function.MULTIPLY, List.of(a, b));
    }

    String call(Function function, List<String> arguments);

    /**
     * The value of a type, which stops the statement with an error where it is infinite or not a number (NaN). Some engines
     * have no such values of the type: there it is the value itself.
     */
    default String finite(String value, Type type) {
        String isNone = isNoNumber(value, type);
        return isNone == null ? value : "CASE WHEN " + isNone + " THEN " + stop(value) + " ELSE " + value + " END";
    }

    /** Whether a value of the type is infinite or not a number, as a condition; null where no value can be. */
    default @Nullable String isNoNumber(String value, Type type) {
        return null;
    }

    /** What stops the statement, as a value that depends on another, so that no engine computes it beforehand. */
    String stop(String value);

    /** The second argument is a text literal's value: the unit of a date function. */
    String unitCall(Function function, String unit, List<String> arguments);

    String cast(String value, Type type, int precision, int scale);

    /** The same of a text; what is no such value is an error. */
    default String castText(String value, Type type, int precision, int scale) {
        return cast(value, type, precision, scale);
    }

    /** A double as a decimal, a half of its last digit away from zero, by the digits that the double is written with. */
    default String castDouble(String value, int precision, int scale) {
        return cast(value, Type.DECIMAL, precision, scale);
    }

    /** {@code round}, {@code floor}, {@code ceil} or the remainder of doubles. */
    default String ofDoubles(Function function, List<String> arguments) {
        return call(function, arguments);
    }

    /** A cast that is NULL of what is no such value. */
    String tryCast(String value, Type type, int precision, int scale);

    /** @param condition what rows count, or null for all */
    String aggregate(
            AggregateFunction function,
            @Nullable String argument,
            @Nullable BigDecimal fraction,
            @Nullable String condition);

    /** {@code x ASC}/{@code DESC} with NULLs last ascending and first descending. */
    String order(String column, boolean descending);

    /** The same with NULLs where they are wanted. */
    default String order(String column, boolean descending, boolean nullsFirst) {
        return descending == nullsFirst
                ? order(column, descending)
                : "CASE WHEN " + column + " IS NULL THEN 0 ELSE 1 END" + (nullsFirst ? " ASC, " : " DESC, ")
                        + order(column, descending);
    }

    /** A column of a source: a text of it is told from another by every letter, a number is as wide as its sums. */
    String column(String reference, Type type);

    /** What rows are grouped by and shown in order: texts go by their code points. */
    String key(String value, Type type);

    /** Rows of literals as a SELECT with columns of these names (not quoted yet). */
    String values(List<String> columns, List<List<String>> rows);

    /** What joins and keeps the rows of both sides. */
    String fullJoin();

    /** NULL of the type that the column (quoted) of another step (quoted) has. */
    String nothing(String column, String step);

    /** Whether the engine has an aggregate like this one, with the same answer. */
    boolean has(AggregateFunction function);
}
