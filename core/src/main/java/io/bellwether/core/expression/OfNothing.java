package io.bellwether.core.expression;

import java.util.EnumSet;
import java.util.Set;

/**
 * Whether an expression over the columns of one row has no value where the row is not there. {@code price * 2} has none;
 * {@code coalesce(price, 0)}, {@code price is null} and {@code case … else 'small' end} have one, which the row's table never
 * said.
 */
public final class OfNothing {
    /** No value of any argument, no value of these. */
    private static final Set<Function> STRICT = EnumSet.of(
            Function.ADD,
            Function.SUBTRACT,
            Function.MULTIPLY,
            Function.DIVIDE,
            Function.MODULO,
            Function.NEGATE,
            Function.EQUAL,
            Function.NOT_EQUAL,
            Function.LESS,
            Function.LESS_OR_EQUAL,
            Function.GREATER,
            Function.GREATER_OR_EQUAL,
            Function.NOT,
            Function.ABS,
            Function.ROUND,
            Function.FLOOR,
            Function.CEIL,
            Function.LOWER,
            Function.UPPER,
            Function.TRIM,
            Function.LENGTH,
            Function.SUBSTRING,
            Function.DATE_TRUNC,
            Function.EXTRACT,
            Function.DATE_DIFF,
            Function.DATE_ADD);

    private OfNothing() {}

    /** Whether it surely has no value where all columns have none. */
    public static boolean isNull(Expr expr) {
        return switch (expr) {
            case Expr.ColumnRef _, Expr.FieldRef _, Expr.Name _, Expr.NullLiteral _ -> true;
            case Expr.Cast cast -> isNull(cast.value());
            case Expr.Call call ->
                STRICT.contains(call.function()) && call.arguments().stream().anyMatch(OfNothing::isNull);
            default -> false;
        };
    }
}
