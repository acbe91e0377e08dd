package io.bellwether.core.sql.dialect;

import io.bellwether.core.expression.Function;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words for scalar functions and operators that most engines share. */
final class AnsiCalls {
    private static final Map<Function, String> INFIX = new EnumMap<>(Map.ofEntries(
            Map.entry(Function.ADD, "+"),
            Map.entry(Function.SUBTRACT, "-"),
            Map.entry(Function.MULTIPLY, "*"),
            Map.entry(Function.EQUAL, "="),
            Map.entry(Function.NOT_EQUAL, "<>"),
            Map.entry(Function.LESS, "<"),
            Map.entry(Function.LESS_OR_EQUAL, "<="),
            Map.entry(Function.GREATER, ">"),
            Map.entry(Function.GREATER_OR_EQUAL, ">="),
            Map.entry(Function.AND, "AND"),
            Map.entry(Function.OR, "OR"),
            Map.entry(Function.IS_DISTINCT_FROM, "IS DISTINCT FROM"),
            Map.entry(Function.IS_NOT_DISTINCT_FROM, "IS NOT DISTINCT FROM"),
            Map.entry(Function.LIKE, "LIKE"),
            Map.entry(Function.NOT_LIKE, "NOT LIKE"),
            Map.entry(Function.CONCAT, "||")));

    private static final Map<Function, String> POSTFIX = new EnumMap<>(Map.of(
            Function.IS_NULL, "IS NULL",
            Function.IS_NOT_NULL, "IS NOT NULL",
            Function.IS_TRUE, "IS TRUE",
            Function.IS_NOT_TRUE, "IS NOT TRUE",
            Function.IS_FALSE, "IS FALSE",
            Function.IS_NOT_FALSE, "IS NOT FALSE"));

    private AnsiCalls() {}

    static String call(Function function, List<String> a) {
        if (a.size() == 3 && (function == Function.LIKE || function == Function.NOT_LIKE)) {
            return "(" + a.get(0) + " " + INFIX.get(function) + " " + a.get(1) + " ESCAPE " + a.get(2) + ")";
        }
        if (INFIX.containsKey(function)) {
            return "(" + String.join(" " + INFIX.get(function) + " ", a) + ")";
        }
        if (POSTFIX.containsKey(function)) {
            return "(" + a.getFirst() + " " + POSTFIX.get(function) + ")";
        }
        return switch (function) {
            case MODULO -> "(" + a.getFirst() + " % nullif(" + a.getLast() + ", 0))";
            case NEGATE -> "(- " + a.getFirst() + ")";
            case NOT -> "(NOT " + a.getFirst() + ")";
            case BETWEEN -> "(" + a.get(0) + " BETWEEN " + a.get(1) + " AND " + a.get(2) + ")";
            case POSITION -> "strpos(" + a.get(1) + ", " + a.get(0) + ")";
            case TO_DATE -> "CAST(" + a.getFirst() + " AS DATE)";
            case TRIM, LTRIM, RTRIM -> trim(function, a);
            case REGEXP_LIKE -> "(" + a.getFirst() + " ~ " + a.getLast() + ")";
            case REPEAT -> "repeat(" + a.get(0) + ", " + whole(a.get(1)) + ")";
            case LPAD, RPAD ->
                function.name().toLowerCase(Locale.ROOT) + "(" + a.get(0) + ", " + whole(a.get(1)) + ", " + a.get(2)
                        + ")";
            case DIVIDE, DATE_TRUNC, EXTRACT, DATE_DIFF, DATE_ADD, PAIR, LISTED ->
                throw new IllegalArgumentException(function + " has a phrase of its own");
            // all others are called what the standard or custom calls them
            default -> function.name().toLowerCase(Locale.ROOT) + "(" + String.join(", ", a) + ")";
        };
    }

    /** How many letters: a short number. */
    private static String whole(String value) {
        return value.matches("\\d+") ? value : "CAST(" + value + " AS INTEGER)";
    }

    /** Blanks, or any of the letters of a text, off one end or both. */
    private static String trim(Function function, List<String> a) {
        if (a.size() == 1) {
            return function.name().toLowerCase(Locale.ROOT) + "(" + a.getFirst() + ")";
        }
        String end = function == Function.LTRIM ? "LEADING" : function == Function.RTRIM ? "TRAILING" : "BOTH";
        return "trim(" + end + " " + a.getLast() + " FROM " + a.getFirst() + ")";
    }

    /**
     * {@code greatest} and {@code least} of what is not NULL, for engines where one NULL makes all of it NULL: each value
     * is replaced by another where it is.
     */
    static String ofKnown(Function function, List<String> values) {
        if (values.size() == 1) {
            return values.getFirst();
        }
        List<String> known = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            List<String> others = new ArrayList<>(values);
            others.addFirst(others.remove(i));
            known.add("coalesce(" + String.join(", ", others) + ")");
        }
        return function.name().toLowerCase(Locale.ROOT) + "(" + String.join(", ", known) + ")";
    }
}
