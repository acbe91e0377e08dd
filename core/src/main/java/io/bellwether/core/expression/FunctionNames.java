package io.bellwether.core.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The functions that definitions may call, by the names that people know them by. */
final class FunctionNames {
    /** @param most arguments; at least {@code least} */
    record Scalar(Function function, int least, int most) {}

    private static final int MANY = 100;
    private static final Map<String, Scalar> SCALARS = new LinkedHashMap<>();
    private static final Map<String, AggregateFunction> AGGREGATES = new LinkedHashMap<>();
    /** Parts of a date as functions: {@code year(x)} is {@code extract(year from x)}. */
    static final Set<String> DATE_PARTS = Set.of("second", "minute", "hour", "day", "week", "month", "quarter", "year");

    /** What can be extracted of a date beside its parts: the day of the week from Sunday 0 or Monday 1, of the year. */
    static final Set<String> DAY_NUMBERS = Set.of("dow", "isodow", "doy", "isoyear");

    static {
        scalar(Function.COALESCE, 1, MANY, "coalesce", "ifnull", "nvl");
        scalar(Function.NULLIF, 2, 2, "nullif");
        scalar(Function.GREATEST, 1, MANY, "greatest");
        scalar(Function.LEAST, 1, MANY, "least");
        scalar(Function.ABS, 1, 1, "abs");
        scalar(Function.SIGN, 1, 1, "sign");
        scalar(Function.ROUND, 1, 2, "round");
        scalar(Function.FLOOR, 1, 1, "floor");
        scalar(Function.CEIL, 1, 1, "ceil", "ceiling");
        scalar(Function.SQRT, 1, 1, "sqrt");
        scalar(Function.POWER, 2, 2, "power", "pow");
        scalar(Function.EXP, 1, 1, "exp");
        scalar(Function.LN, 1, 1, "ln");
        scalar(Function.LOG10, 1, 1, "log10");
        scalar(Function.SIN, 1, 1, "sin");
        scalar(Function.COS, 1, 1, "cos");
        scalar(Function.TAN, 1, 1, "tan");
        scalar(Function.ASIN, 1, 1, "asin");
        scalar(Function.ACOS, 1, 1, "acos");
        scalar(Function.ATAN, 1, 1, "atan");
        scalar(Function.ATAN2, 2, 2, "atan2");
        scalar(Function.RADIANS, 1, 1, "radians");
        scalar(Function.DEGREES, 1, 1, "degrees");
        scalar(Function.MODULO, 2, 2, "mod");
        scalar(Function.LOWER, 1, 1, "lower");
        scalar(Function.UPPER, 1, 1, "upper");
        scalar(Function.TRIM, 1, 2, "trim", "btrim");
        scalar(Function.LTRIM, 1, 2, "ltrim");
        scalar(Function.RTRIM, 1, 2, "rtrim");
        scalar(Function.SPLIT_PART, 3, 3, "split_part");
        scalar(Function.REGEXP_LIKE, 2, 2, "regexp_like", "regexp_matches", "rlike");
        scalar(Function.REGEXP_REPLACE, 3, 3, "regexp_replace");
        scalar(Function.REPEAT, 2, 2, "repeat");
        scalar(Function.REVERSE, 1, 1, "reverse");
        scalar(Function.LPAD, 2, 3, "lpad");
        scalar(Function.RPAD, 2, 3, "rpad");
        scalar(Function.LENGTH, 1, 1, "length", "char_length", "character_length");
        scalar(Function.SUBSTRING, 2, 3, "substring", "substr");
        scalar(Function.REPLACE, 3, 3, "replace");
        scalar(Function.POSITION, 2, 2, "position");
        scalar(Function.LEFT, 2, 2, "left");
        scalar(Function.RIGHT, 2, 2, "right");
        scalar(Function.STARTS_WITH, 2, 2, "starts_with");
        scalar(Function.CONCAT, 1, MANY, "concat");
        scalar(Function.DATE_TRUNC, 2, 2, "date_trunc");
        scalar(Function.EXTRACT, 2, 2, "extract", "date_part");
        scalar(Function.DATE_DIFF, 3, 3, "date_diff", "datediff", "timestampdiff");
        scalar(Function.DATE_ADD, 3, 3, "dateadd", "timestampadd", "date_add");
        scalar(Function.TO_DATE, 1, 1, "to_date");
        aggregate(AggregateFunction.COUNT, "count");
        aggregate(AggregateFunction.COUNT_ROWS, "count_if", "countif");
        aggregate(AggregateFunction.SUM, "sum");
        aggregate(AggregateFunction.MIN, "min");
        aggregate(AggregateFunction.MAX, "max");
        aggregate(AggregateFunction.AVERAGE, "avg", "average", "mean");
        aggregate(AggregateFunction.MEDIAN, "median", "approx_median");
        aggregate(AggregateFunction.PERCENTILE_CONTINUOUS, "percentile_cont", "quantile", "quantile_cont");
        aggregate(AggregateFunction.PERCENTILE_DISCRETE, "percentile_disc", "quantile_disc");
        aggregate(AggregateFunction.COUNT_DISTINCT, "approx_count_distinct", "approx_distinct");
        aggregate(AggregateFunction.PERCENTILE_CONTINUOUS, "approx_percentile");
        aggregate(AggregateFunction.MIN, "any_value");
        aggregate(AggregateFunction.STDDEV_SAMPLE, "stddev", "stddev_samp");
        aggregate(AggregateFunction.STDDEV_POPULATION, "stddev_pop");
        aggregate(AggregateFunction.VARIANCE_SAMPLE, "variance", "var_samp");
        aggregate(AggregateFunction.VARIANCE_POPULATION, "var_pop");
        aggregate(AggregateFunction.CORRELATION, "corr");
        aggregate(AggregateFunction.COVARIANCE_POPULATION, "covar_pop");
        aggregate(AggregateFunction.COVARIANCE_SAMPLE, "covar_samp");
        aggregate(AggregateFunction.LIST, "listagg", "string_agg", "group_concat");
    }

    private FunctionNames() {}

    static @Nullable Scalar scalar(String name) {
        return SCALARS.get(name);
    }

    static @Nullable AggregateFunction aggregate(String name) {
        return AGGREGATES.get(name);
    }

    /** Every name that may stand before a parenthesis. */
    static Set<String> all() {
        Set<String> names = new TreeSet<>(SCALARS.keySet());
        names.addAll(AGGREGATES.keySet());
        names.addAll(Spellings.names());
        names.addAll(AggregateConverter.TRUTHS.keySet());
        names.addAll(Pairs.NAMES);
        names.addAll(Clock.names());
        names.add("try_cast");
        names.addAll(DATE_PARTS);
        names.addAll(RowCalls.NAMES);
        names.add("if");
        names.add("cast");
        return names;
    }

    private static void scalar(Function function, int least, int most, String... names) {
        for (String name : names) {
            SCALARS.put(name, new Scalar(function, least, most));
        }
    }

    private static void aggregate(AggregateFunction function, String... names) {
        for (String name : names) {
            AGGREGATES.put(name, function);
        }
    }
}
