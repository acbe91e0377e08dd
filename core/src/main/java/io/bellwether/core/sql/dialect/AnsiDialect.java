package io.bellwether.core.sql.dialect;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.DatePart;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words that most engines share: the standard's, and where it is silent those of PostgreSQL. An engine's own dialect
 * says only what it says otherwise.
 */
abstract class AnsiDialect extends AnsiValues {
    @Override
    public String interval(long count, String unit) {
        return switch (unit.toUpperCase(Locale.ROOT)) {
            case "WEEK" -> interval(7 * count, "DAY");
            case "QUARTER" -> interval(3 * count, "MONTH");
            case "MILLISECOND" -> "INTERVAL '" + BigDecimal.valueOf(count, 3).toPlainString() + "' SECOND";
            default -> "INTERVAL '" + count + "' " + unit.toUpperCase(Locale.ROOT);
        };
    }

    @Override
    public String localTime(String value, Type type, ZoneId zone) {
        return switch (type) {
            case TIMESTAMP_TZ -> inZone(value, zone);
            case DATE -> cast(value, Type.TIMESTAMP, 0, 0);
            case TIMESTAMP, BOOLEAN, INTEGER, DECIMAL, DOUBLE, TEXT, TIME, INTERVAL, OTHER -> value;
        };
    }

    /** An instant as local time. */
    protected String inZone(String value, ZoneId zone) {
        return "timezone(" + text(zone.getId()) + ", " + value + ")";
    }

    @Override
    public String cut(String time, Grain grain, Calendar calendar) {
        int months = calendar.fiscalYearStarts().getValue() - 1;
        int days = calendar.weekStarts().getValue() - 1;
        if (grain.isFiscal() && calendar.pattern() != null) {
            return WeekPatternSql.cut(this, time, grain, calendar);
        }
        return switch (grain) {
            case MILLISECOND, SECOND, MINUTE, HOUR, DAY, MONTH, QUARTER, YEAR -> trunc(grain.word(), time);
            case FISCAL_MONTH -> trunc("month", time);
            case WEEK -> shifted("week", time, days, "DAY");
            case FISCAL_QUARTER -> shifted("quarter", time, months % 3, "MONTH");
            case FISCAL_YEAR -> shifted("year", time, months, "MONTH");
        };
    }

    @Override
    public String moved(String base, String from, String to) {
        return "(" + base + " + (" + to + " - " + from + "))";
    }

    @Override
    public String part(String localTime, DatePart part) {
        return switch (part) {
            case YEAR, QUARTER, MONTH, DAY -> extract(part.name().toLowerCase(Locale.ROOT), localTime);
            case DAY_OF_WEEK -> extract("isodow", localTime);
            case DAY_OF_YEAR -> extract("doy", localTime);
        };
    }

    @Override
    public String series(String from, String to, Grain grain, String column) {
        return "SELECT generate_series(" + from + ", " + to + ", " + step(grain) + ") AS " + column;
    }

    /** How long a period is, as an interval. */
    protected final String step(Grain grain) {
        return switch (grain) {
            case FISCAL_MONTH -> interval(1, "MONTH");
            case FISCAL_QUARTER -> interval(3, "MONTH");
            case FISCAL_YEAR -> interval(12, "MONTH");
            case MILLISECOND, SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR -> interval(1, grain.word());
        };
    }

    final String shifted(String unit, String time, int by, String shift) {
        return by == 0 ? trunc(unit, time) : plus(trunc(unit, plus(time, -by, shift)), by, shift);
    }

    /** A timestamp so many days or months later, or earlier. */
    protected String plus(String time, int count, String unit) {
        return time + (count < 0 ? " - " : " + ") + interval(Math.abs(count), unit);
    }

    /** The start of the unit that holds the timestamp; a week starts on Monday. */
    protected String trunc(String unit, String time) {
        return "date_trunc('" + unit + "', " + time + ")";
    }

    @Override
    public String asDate(String localTime) {
        return cast(localTime, Type.DATE, 0, 0);
    }

    @Override
    public final String unitCall(Function function, String unit, List<String> arguments) {
        String word = unit.toLowerCase(Locale.ROOT);
        return switch (function) {
            case DATE_TRUNC -> truncated(word, arguments.getFirst());
            case EXTRACT -> extract(word, arguments.getFirst());
            case DATE_DIFF -> dateDiff(word, arguments.get(0), arguments.get(1));
            case DATE_ADD -> dateAdd(word, arguments.get(0), cast(arguments.get(1), Type.TIMESTAMP, 0, 0));
            default -> throw new IllegalArgumentException(function + " takes no unit");
        };
    }

    /** As {@link #trunc}, of a date, too. */
    protected String truncated(String unit, String value) {
        return trunc(unit, cast(value, Type.TIMESTAMP, 0, 0));
    }

    /** A whole number; {@code dow} counts from Sunday 0, {@code isodow} from Monday 1, weeks are those of ISO 8601. */
    protected String extract(String part, String value) {
        return "CAST(floor(date_part('" + part + "', " + cast(value, Type.TIMESTAMP, 0, 0) + ")) AS BIGINT)";
    }

    /** So many units after a timestamp. */
    protected String dateAdd(String unit, String count, String time) {
        return "(" + time + " + " + asInteger(count) + " * " + interval(1, unit) + ")";
    }

    /** How many borders of the unit lie between. */
    protected abstract String dateDiff(String unit, String from, String to);

    @Override
    public String ratio(String dividend, String divisor) {
        return "(" + asDouble(dividend) + " / " + divisor + ")";
    }

    @Override
    public String call(Function function, List<String> arguments) {
        return switch (function) {
            case DIVIDE -> ratio(arguments.getFirst(), "nullif(" + arguments.getLast() + ", 0)");
            case PAIR -> asDouble(arguments.getFirst()) + ", " + asDouble(arguments.getLast());
            case LISTED -> listed(arguments);
            default -> AnsiCalls.call(function, arguments);
        };
    }

    static boolean isCount(String value) {
        return value.matches("\\d+");
    }

    /** A place of a letter or a count of letters, where an engine takes short numbers only. */
    protected String letters(String value) {
        return value;
    }

    /** Letters from one on, as the standard has it: those before the first count, and are not there. */
    protected final String substring(List<String> a) {
        String from = a.get(1);
        String start = isCount(from) ? from : "CASE WHEN " + repeated(from) + " < 1 THEN 1 ELSE " + from + " END";
        String text = "substring(" + a.getFirst() + ", " + letters(start);
        if (a.size() == 2) {
            return text + ")";
        }
        String length = a.get(2);
        String left = isCount(from)
                ? length
                : "CASE WHEN " + from + " < 1 THEN " + length + " + " + from + " - 1 ELSE " + length + " END";
        String known = isCount(left) ? left : "CASE WHEN " + repeated(left) + " < 0 THEN 0 ELSE " + left + " END";
        return text + ", " + letters(known) + ")";
    }

    /** Of a negative count, all letters but so many at the other end; for engines that have none then. */
    protected final String end(Function function, List<String> a, String length) {
        String count = a.getLast();
        String some = ends(function, a.getFirst(), count);
        if (isCount(count)) {
            return some;
        }
        String rest = "greatest(" + length + "(" + a.getFirst() + ") + " + count + ", 0)";
        return "CASE WHEN " + repeated(count) + " < 0 THEN " + ends(function, repeated(a.getFirst()), rest) + " ELSE "
                + some + " END";
    }

    /** So many letters at an end; the count is not negative. */
    protected String ends(Function function, String text, String count) {
        return AnsiCalls.call(function, List.of(text, count));
    }

    @Override
    public String aggregate(
            AggregateFunction function,
            @Nullable String argument,
            @Nullable BigDecimal fraction,
            @Nullable String condition) {
        if (condition == null) {
            return able(function, argument, fraction);
        }
        return hasFilter()
                ? able(function, argument, fraction) + " FILTER (WHERE " + condition + ")"
                : byCase(function, argument, fraction, condition);
    }

    /** A value, what stands between, and the order: a value and whether it goes downwards, again and again. */
    protected String listed(List<String> a) {
        return a.get(0) + ", " + a.get(1) + (hasListAgg() ? ") WITHIN GROUP (" : " ") + ofList(a);
    }

    /** Whether texts are listed by the standard's listagg, with the order behind it; else by string_agg, which more have. */
    protected boolean hasListAgg() {
        return false;
    }

    /** In the order of these; by the value itself as it is listed. */
    protected final String ofList(List<String> a) {
        List<String> by = new ArrayList<>();
        for (int i = 2; i + 1 < a.size(); i += 2) {
            by.add(order(a.get(i), a.get(i + 1).equals("TRUE")));
        }
        return "ORDER BY " + String.join(", ", by);
    }

    /** Whether an aggregate can be told which rows it counts. */
    protected boolean hasFilter() {
        return true;
    }

    /** An aggregate passes over the NULLs that a CASE makes. */
    private String byCase(
            AggregateFunction function, @Nullable String argument, @Nullable BigDecimal fraction, String condition) {
        if (isOfSeveral(function)) {
            throw unable("a " + word(function) + " of some rows of a period");
        }
        boolean rows = function == AggregateFunction.COUNT_ROWS;
        String when = "CASE WHEN " + condition + " THEN " + (rows ? "1" : argument) + " END";
        return able(rows ? AggregateFunction.COUNT : function, when, fraction);
    }

    private String able(AggregateFunction function, @Nullable String argument, @Nullable BigDecimal fraction) {
        requireAbility(function);
        return of(function, argument == null ? "" : argument, fraction == null ? "" : fraction.toPlainString());
    }

    private void requireAbility(AggregateFunction function) {
        if (!has(function)) {
            throw unable("a " + word(function) + " of groups of rows");
        }
    }

    private static String word(AggregateFunction function) {
        return function.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static boolean isOfSeveral(AggregateFunction function) {
        return switch (function) {
            case CORRELATION, COVARIANCE_POPULATION, COVARIANCE_SAMPLE, LIST, LIST_DISTINCT -> true;
            default -> false;
        };
    }

    /** The aggregate of all rows. Averages and deviations are of doubles: elsewhere they keep the digits of the column. */
    protected String of(AggregateFunction function, String argument, String fraction) {
        return switch (function) {
            case COUNT_ROWS -> "count(*)";
            case COUNT -> "count(" + argument + ")";
            case SUM -> "sum(" + argument + ")";
            case MIN -> "min(" + argument + ")";
            case MAX -> "max(" + argument + ")";
            case AVERAGE -> "avg(" + asDouble(argument) + ")";
            case COUNT_DISTINCT -> "count(DISTINCT " + argument + ")";
            case SUM_DISTINCT -> "sum(DISTINCT " + argument + ")";
            case AVERAGE_DISTINCT -> "avg(DISTINCT " + asDouble(argument) + ")";
            case MEDIAN -> of(AggregateFunction.PERCENTILE_CONTINUOUS, argument, "0.5");
            case PERCENTILE_CONTINUOUS ->
                "percentile_cont(" + fraction + ") WITHIN GROUP (ORDER BY " + asDouble(argument) + ")";
            case PERCENTILE_DISCRETE -> "percentile_disc(" + fraction + ") WITHIN GROUP (ORDER BY " + argument + ")";
            case STDDEV_SAMPLE -> "stddev_samp(" + asDouble(argument) + ")";
            case STDDEV_POPULATION -> "stddev_pop(" + asDouble(argument) + ")";
            case VARIANCE_SAMPLE -> "var_samp(" + asDouble(argument) + ")";
            case VARIANCE_POPULATION -> "var_pop(" + asDouble(argument) + ")";
            case CORRELATION -> "corr(" + argument + ")";
            case COVARIANCE_POPULATION -> "covar_pop(" + argument + ")";
            case COVARIANCE_SAMPLE -> "covar_samp(" + argument + ")";
            case LIST -> (hasListAgg() ? "listagg(" : "string_agg(") + argument + ")";
            case LIST_DISTINCT -> (hasListAgg() ? "listagg(DISTINCT " : "string_agg(DISTINCT ") + argument + ")";
        };
    }

    @Override
    public String order(String column, boolean descending) {
        return column + (descending ? " DESC NULLS FIRST" : " ASC NULLS LAST");
    }

    @Override
    public String column(String reference, Type type) {
        return reference;
    }

    @Override
    public String key(String value, Type type) {
        return value;
    }

    @Override
    public String values(List<String> columns, List<List<String>> rows) {
        return rows.stream()
                .map(row -> "  (" + String.join(", ", row) + ")")
                .collect(Collectors.joining(
                        ",\n",
                        "SELECT * FROM (VALUES\n",
                        columns.stream().map(this::identifier).collect(Collectors.joining(", ", "\n) AS v(", ")"))));
    }

    /** For engines without {@code VALUES} in a FROM: a SELECT for each row. */
    final String selects(List<String> columns, List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            text.append(text.isEmpty() ? "SELECT " : "\nUNION ALL\nSELECT ");
            for (int i = 0; i < row.size(); i++) {
                text.append(i == 0 ? "" : ", ")
                        .append(row.get(i))
                        .append(" AS ")
                        .append(identifier(columns.get(i)));
            }
        }
        return text.toString();
    }

    @Override
    public String fullJoin() {
        return "FULL JOIN";
    }

    @Override
    public String nothing(String column, String step) {
        return "NULL";
    }

    @Override
    public boolean has(AggregateFunction function) {
        return true;
    }
}
