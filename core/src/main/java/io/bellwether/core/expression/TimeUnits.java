package io.bellwether.core.expression;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.avatica.util.TimeUnitRange;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/** The units of date functions, as a text, a word or a name: {@code 'month'}, {@code month}, {@code months}. */
final class TimeUnits {
    private static final Map<String, String> OTHERS = Map.of(
            "dayofyear", "doy",
            "dayofmonth", "day",
            "dayofweekiso", "isodow",
            "dayofweek_iso", "isodow",
            "weekofyear", "week",
            "weekiso", "week",
            "isoweek", "week");

    /** Of the parts of a date the only one that we have no word for: it counts from Sunday, 1. */
    static final String DAY_OF_WEEK = "dayofweek";

    private TimeUnits() {}

    /** The unit that a word means to the function, or null. */
    static @Nullable String of(String word, Function function) {
        String lower = word.toLowerCase(Locale.ROOT);
        String one = lower.endsWith("s") && FunctionNames.DATE_PARTS.contains(lower.substring(0, lower.length() - 1))
                ? lower.substring(0, lower.length() - 1)
                : OTHERS.getOrDefault(lower, lower);
        boolean known = FunctionNames.DATE_PARTS.contains(one)
                || function == Function.EXTRACT && (FunctionNames.DAY_NUMBERS.contains(one) || one.equals(DAY_OF_WEEK));
        return known ? one : null;
    }

    /** What stands where a unit may: a keyword of the parser, or a lone name. */
    static Optional<String> word(SqlNode operand, String written) {
        boolean unit = operand instanceof SqlIntervalQualifier
                || operand instanceof SqlLiteral literal && literal.getValue() instanceof TimeUnitRange
                || operand instanceof SqlIdentifier name && name.isSimple() && !name.isComponentQuoted(0);
        return unit ? Optional.of(written.strip()) : Optional.empty();
    }
}
