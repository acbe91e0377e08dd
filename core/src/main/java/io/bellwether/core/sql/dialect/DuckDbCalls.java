package io.bellwether.core.sql.dialect;

import io.bellwether.core.expression.Function;
import java.util.List;

/** DuckDB's words for scalar functions and operators. */
final class DuckDbCalls {
    private DuckDbCalls() {}

    static String call(Function function, List<String> a) {
        return switch (function) {
            case ADD -> infix(a, " + ");
            case SUBTRACT -> infix(a, " - ");
            case MULTIPLY -> infix(a, " * ");
            case DIVIDE -> "(" + a.getFirst() + " / nullif(" + a.getLast() + ", 0))";
            case MODULO -> "(" + a.getFirst() + " % nullif(" + a.getLast() + ", 0))";
            case NEGATE -> "(- " + a.getFirst() + ")";
            case EQUAL -> infix(a, " = ");
            case NOT_EQUAL -> infix(a, " <> ");
            case LESS -> infix(a, " < ");
            case LESS_OR_EQUAL -> infix(a, " <= ");
            case GREATER -> infix(a, " > ");
            case GREATER_OR_EQUAL -> infix(a, " >= ");
            case AND -> infix(a, " AND ");
            case OR -> infix(a, " OR ");
            case NOT -> "(NOT " + a.getFirst() + ")";
            case IS_NULL -> postfix(a, "IS NULL");
            case IS_NOT_NULL -> postfix(a, "IS NOT NULL");
            case IS_TRUE -> postfix(a, "IS TRUE");
            case IS_NOT_TRUE -> postfix(a, "IS NOT TRUE");
            case IS_FALSE -> postfix(a, "IS FALSE");
            case IS_NOT_FALSE -> postfix(a, "IS NOT FALSE");
            case IS_DISTINCT_FROM -> infix(a, " IS DISTINCT FROM ");
            case IS_NOT_DISTINCT_FROM -> infix(a, " IS NOT DISTINCT FROM ");
            case BETWEEN -> "(" + a.get(0) + " BETWEEN " + a.get(1) + " AND " + a.get(2) + ")";
            case LIKE -> infix(a, " LIKE ");
            case NOT_LIKE -> infix(a, " NOT LIKE ");
            case CONCAT -> infix(a, " || ");
            case COALESCE -> named("coalesce", a);
            case NULLIF -> named("nullif", a);
            case GREATEST -> named("greatest", a);
            case LEAST -> named("least", a);
            case ABS -> named("abs", a);
            case SIGN -> named("sign", a);
            case ROUND -> named("round", a);
            case FLOOR -> named("floor", a);
            case CEIL -> named("ceil", a);
            case SQRT -> named("sqrt", a);
            case POWER -> named("power", a);
            case EXP -> named("exp", a);
            case LN -> named("ln", a);
            case LOG10 -> named("log10", a);
            case LOWER -> named("lower", a);
            case UPPER -> named("upper", a);
            case TRIM -> named("trim", a);
            case LENGTH -> named("length", a);
            case SUBSTRING -> named("substring", a);
            case REPLACE -> named("replace", a);
            case POSITION -> "strpos(" + a.get(1) + ", " + a.get(0) + ")";
            case LEFT -> named("left", a);
            case RIGHT -> named("right", a);
            case STARTS_WITH -> named("starts_with", a);
            case TO_DATE -> "CAST(" + a.getFirst() + " AS DATE)";
            case DATE_TRUNC, EXTRACT, DATE_DIFF ->
                throw new IllegalArgumentException(function + " is rendered with its unit");
        };
    }

    private static String named(String name, List<String> arguments) {
        return name + "(" + String.join(", ", arguments) + ")";
    }

    private static String infix(List<String> arguments, String operator) {
        return "(" + String.join(operator, arguments) + ")";
    }

    private static String postfix(List<String> arguments, String words) {
        return "(" + arguments.getFirst() + " " + words + ")";
    }
}
