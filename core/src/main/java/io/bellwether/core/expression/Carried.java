package io.bellwether.core.expression;

/**
 * Whether a column that is infinite or not a number (NaN) surely makes such a value of the whole expression, and of its sum.
 * {@code price * 2} is one where the price is; {@code 1 / price} is 0 there, and {@code price > 2} is true.
 */
public final class Carried {
    private Carried() {}

    public static boolean is(Expr expr) {
        return switch (expr) {
            case Expr.ColumnRef _, Expr.FieldRef _, Expr.NumberLiteral _ -> true;
            case Expr.Cast cast -> cast.type() == Type.DOUBLE && !cast.orNull() && is(cast.value());
            case Expr.Call call ->
                switch (call.function()) {
                    case ADD, SUBTRACT, MULTIPLY, NEGATE, PAIR ->
                        call.arguments().stream().allMatch(Carried::is);
                    case DIVIDE ->
                        is(call.arguments().getFirst()) && call.arguments().getLast() instanceof Expr.NumberLiteral;
                    default -> false;
                };
            default -> false;
        };
    }
}
