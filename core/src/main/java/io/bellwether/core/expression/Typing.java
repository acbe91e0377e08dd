package io.bellwether.core.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which types operations take and give. {@link Type#OTHER} stands for "not known" (NULL among them) and fits everywhere:
 * the engine judges those.
 */
public final class Typing {
    private Typing() {}

    /** The type of the result, or null where the operation is not defined for these types. */
    public static @Nullable Type of(Function function, List<Type> types) {
        return switch (function) {
            case ADD, SUBTRACT -> sum(function, types.get(0), types.get(1));
            case MULTIPLY -> allNumeric(types) ? wider(types) : null;
            case DIVIDE -> allNumeric(types) ? (types.contains(Type.DECIMAL) ? Type.DECIMAL : Type.DOUBLE) : null;
            case MODULO, NEGATE, ABS, SIGN, ROUND, FLOOR, CEIL -> allNumeric(types) ? wider(types) : null;
            case SQRT, POWER, EXP, LN, LOG10, SIN, COS, TAN, ASIN, ACOS, ATAN, ATAN2, RADIANS, DEGREES ->
                allNumeric(types) ? Type.DOUBLE : null;
            case EQUAL,
                    NOT_EQUAL,
                    LESS,
                    LESS_OR_EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    IS_DISTINCT_FROM,
                    IS_NOT_DISTINCT_FROM,
                    BETWEEN -> common(types) == null ? null : Type.BOOLEAN;
            case AND, OR, NOT, IS_TRUE, IS_NOT_TRUE, IS_FALSE, IS_NOT_FALSE -> all(types, Type.BOOLEAN, Type.BOOLEAN);
            case IS_NULL, IS_NOT_NULL -> Type.BOOLEAN;
            case LIKE, NOT_LIKE, STARTS_WITH, REGEXP_LIKE -> all(types, Type.TEXT, Type.BOOLEAN);
            case CONCAT -> Type.TEXT;
            case COALESCE, NULLIF, GREATEST, LEAST -> common(types);
            case LOWER, UPPER, TRIM, LTRIM, RTRIM, REPLACE, REGEXP_REPLACE, REVERSE -> all(types, Type.TEXT, Type.TEXT);
            case LENGTH, POSITION -> all(types, Type.TEXT, Type.INTEGER);
            case SUBSTRING, LEFT, RIGHT, REPEAT ->
                isText(types.getFirst()) && allNumeric(types.subList(1, types.size())) ? Type.TEXT : null;
            case LPAD, RPAD ->
                isText(types.get(0)) && isNumber(types.get(1)) && isText(types.get(2)) ? Type.TEXT : null;
            case PAIR -> allNumeric(types) ? Type.DOUBLE : null;
            case LISTED -> Type.TEXT;
            case SPLIT_PART ->
                isText(types.get(0)) && isText(types.get(1)) && isNumber(types.get(2)) ? Type.TEXT : null;
            case DATE_ADD -> isNumber(types.get(1)) && isTime(types.get(2)) ? later(types.get(2)) : null;
            case DATE_TRUNC -> isTime(types.get(1)) ? types.get(1) : null;
            case EXTRACT -> isTime(types.get(1)) ? Type.INTEGER : null;
            case DATE_DIFF -> isTime(types.get(1)) && isTime(types.get(2)) ? Type.INTEGER : null;
            case TO_DATE -> isTime(types.getFirst()) || isText(types.getFirst()) ? Type.DATE : null;
        };
    }

    /** The type of an aggregate over values of a type, or null where it is not defined for them. */
    public static @Nullable Type of(AggregateFunction function, Type argument) {
        return switch (function) {
            case COUNT_ROWS, COUNT, COUNT_DISTINCT -> Type.INTEGER;
            case SUM, SUM_DISTINCT -> isNumber(argument) ? argument : null;
            case MIN, MAX -> argument == Type.BOOLEAN ? null : argument;
            case AVERAGE,
                    AVERAGE_DISTINCT,
                    MEDIAN,
                    PERCENTILE_CONTINUOUS,
                    STDDEV_SAMPLE,
                    STDDEV_POPULATION,
                    VARIANCE_SAMPLE,
                    VARIANCE_POPULATION,
                    CORRELATION,
                    COVARIANCE_POPULATION,
                    COVARIANCE_SAMPLE -> isNumber(argument) ? Type.DOUBLE : null;
            case LIST, LIST_DISTINCT -> Type.TEXT;
            case PERCENTILE_DISCRETE -> argument == Type.BOOLEAN ? null : argument;
        };
    }

    /** The same over a window. */
    public static @Nullable Type of(WindowFunction function, Type argument) {
        return function.type(argument);
    }

    /** The type that values of all these types can be compared in; null where there is none. */
    public static @Nullable Type common(List<Type> types) {
        Type found = Type.OTHER;
        for (Type type : types) {
            if (found == Type.OTHER) {
                found = type;
            } else if (type.isNumeric() && found.isNumeric() || type.isTemporal() && found.isTemporal()) {
                found = wider(List.of(found, type));
            } else if (type != Type.OTHER && type != found) {
                return null;
            }
        }
        return found;
    }

    private static @Nullable Type sum(Function function, Type left, Type right) {
        if (isNumber(left) && isNumber(right)) {
            return wider(List.of(left, right));
        }
        if (left.isTemporal() && right == Type.INTERVAL) {
            return left == Type.DATE ? Type.TIMESTAMP : left;
        }
        if (function == Function.ADD && left == Type.INTERVAL && right.isTemporal()) {
            return right == Type.DATE ? Type.TIMESTAMP : right;
        }
        return left == Type.OTHER || right == Type.OTHER ? Type.OTHER : null;
    }

    private static Type later(Type time) {
        return time == Type.DATE ? Type.TIMESTAMP : time;
    }

    private static Type wider(List<Type> types) {
        return types.stream()
                .reduce((a, b) -> a == Type.OTHER || b == Type.OTHER ? Type.OTHER : a.compareTo(b) < 0 ? b : a)
                .orElse(Type.OTHER);
    }

    private static @Nullable Type all(List<Type> types, Type wanted, Type result) {
        return types.stream().allMatch(type -> type == wanted || type == Type.OTHER) ? result : null;
    }

    private static boolean allNumeric(List<Type> types) {
        return types.stream().allMatch(Typing::isNumber);
    }

    private static boolean isNumber(Type type) {
        return type.isNumeric() || type == Type.OTHER;
    }

    private static boolean isText(Type type) {
        return type == Type.TEXT || type == Type.OTHER;
    }

    private static boolean isTime(Type type) {
        return type.isTemporal() || type == Type.OTHER;
    }
}
