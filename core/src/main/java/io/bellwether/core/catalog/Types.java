package io.bellwether.core.catalog;

import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Types and operations in the words of messages. */
final class Types {
    private Types() {}

    static String word(Type type) {
        return switch (type) {
            case BOOLEAN -> "true or false";
            case INTEGER, DECIMAL, DOUBLE -> "a number";
            case TEXT -> "a text";
            case DATE -> "a date";
            case TIMESTAMP, TIMESTAMP_TZ -> "a timestamp";
            case TIME -> "a time of day";
            case INTERVAL -> "an interval";
            case OTHER -> "of an unknown type";
        };
    }

    static String words(List<Type> types) {
        return types.stream().map(Types::word).distinct().collect(Collectors.joining(" and "));
    }

    static String complaint(Function function, List<Type> types) {
        String name = function.name().toLowerCase(Locale.ROOT);
        return switch (function) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, NEGATE -> "cannot " + verb(function) + " " + words(types);
            case EQUAL,
                    NOT_EQUAL,
                    LESS,
                    LESS_OR_EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    BETWEEN,
                    IS_DISTINCT_FROM,
                    IS_NOT_DISTINCT_FROM -> "cannot compare " + words(types);
            case AND, OR, NOT -> "\"" + name + "\" takes conditions, not " + words(types);
            case DATE_TRUNC, EXTRACT, DATE_DIFF, DATE_ADD ->
                "\"" + name + "\" takes dates, not " + words(types.subList(1, types.size()));
            default -> "\"" + name + "\" is not defined for " + words(types);
        };
    }

    private static String verb(Function function) {
        return switch (function) {
            case ADD -> "add";
            case SUBTRACT -> "subtract";
            case MULTIPLY -> "multiply";
            case DIVIDE -> "divide";
            default -> "compute with";
        };
    }

    static @Nullable String fix(Function function, List<Type> types) {
        boolean times = types.stream().anyMatch(Type::isTemporal);
        if (function == Function.SUBTRACT && types.stream().allMatch(Type::isTemporal)) {
            return "write date_diff('day', from, to)";
        }
        if (times && (function == Function.ADD || function == Function.SUBTRACT)) {
            return "write interval '1' day";
        }
        if (times && types.contains(Type.TEXT)) {
            return "write date '2011-01-31'";
        }
        if (function == Function.ADD && types.contains(Type.TEXT)) {
            return "join texts with ||";
        }
        return types.contains(Type.TEXT) ? "convert the text: cast(x as decimal(18, 2))" : null;
    }
}
