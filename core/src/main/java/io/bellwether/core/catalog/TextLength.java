package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Function;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a text becomes by the constants of its expression, where every value of the data is as short as one letter or as
 * small as 1. {@code repeat(name, 2_000_000_000)} has no better use than to keep an engine busy, and most of them cannot be
 * stopped while they make one value.
 */
final class TextLength {
    /** More than anybody writes by constants, far less than what an engine feels. */
    static final int MOST = 10_000;

    /** A product of two of these is still a number. */
    private static final double ENDLESS = 1e15;

    private final java.util.function.Function<Expr.FieldRef, @Nullable Expr> fields;
    private final Map<String, Double> known = new HashMap<>();

    /** @param fields what fields of datasets stand for, or null where that is not known */
    TextLength(java.util.function.Function<Expr.FieldRef, @Nullable Expr> fields) {
        this.fields = fields;
    }

    boolean isTooLong(Expr expr) {
        return of(expr) > MOST;
    }

    double of(Expr expr) {
        double length = switch (expr) {
            case Expr.TextLiteral text -> text.value().length();
            case Expr.NullLiteral nothing -> 0;
            case Expr.Call call -> call(call.function(), call.arguments());
            case Expr.Case cases -> longest(results(cases));
            case Expr.Cast cast -> of(cast.value());
            case Expr.FieldRef field -> field(field);
            case Expr.Aggregate aggregate -> aggregate.argument() == null ? 1 : of(aggregate.argument());
            case Expr.Window window -> longest(window.arguments().stream());
            default -> 1;
        };
        return Math.min(ENDLESS, length);
    }

    private double call(Function function, List<Expr> a) {
        return switch (function) {
            case CONCAT, LISTED -> a.stream().mapToDouble(this::of).sum();
            case REPEAT -> of(a.getFirst()) * Math.max(0, number(a.getLast()).orElse(1));
            case LPAD, RPAD -> number(a.get(1)).orElse(of(a.getFirst()));
            case REPLACE, REGEXP_REPLACE -> replaced(of(a.get(0)), of(a.get(1)), of(a.get(2)));
            case SUBSTRING, LEFT, RIGHT ->
                a.size() == 2 && function == Function.SUBSTRING
                        ? of(a.getFirst())
                        : Math.min(of(a.getFirst()), number(a.getLast()).orElse(ENDLESS));
            case LOWER, UPPER, TRIM, LTRIM, RTRIM, REVERSE, SPLIT_PART -> of(a.getFirst());
            case COALESCE, NULLIF, GREATEST, LEAST -> longest(a.stream());
            default -> 1;
        };
    }

    /** At worst all of it is replaced. */
    private static double replaced(double text, double old, double fresh) {
        return Math.max(text, text / Math.max(1, old) * fresh);
    }

    /** Fields stand on each other in chains that fork, so each is measured once. */
    private double field(Expr.FieldRef field) {
        String name = field.dataset() + "." + field.field();
        Double before = known.get(name);
        if (before != null) {
            return before;
        }
        known.put(name, 1.0); // for one that stands on itself, which is told elsewhere
        Expr expression = fields.apply(field);
        double length = expression == null ? 1 : of(expression);
        known.put(name, length);
        return length;
    }

    private double longest(Stream<Expr> exprs) {
        return exprs.mapToDouble(this::of).max().orElse(1);
    }

    private static Stream<Expr> results(Expr.Case cases) {
        return Stream.concat(cases.whens().stream().map(Expr.When::result), Stream.ofNullable(cases.otherwise()));
    }

    /** What a number comes to by its constants; empty where only the data tell. */
    private OptionalDouble number(Expr expr) {
        return switch (expr) {
            case Expr.NumberLiteral number -> OptionalDouble.of(number.value().doubleValue());
            case Expr.Cast cast -> number(cast.value());
            case Expr.Case cases -> most(results(cases));
            case Expr.Call call -> number(call.function(), call.arguments());
            case Expr.FieldRef field -> {
                Expr expression = fields.apply(field);
                yield expression == null || expression instanceof Expr.FieldRef
                        ? OptionalDouble.empty()
                        : number(expression);
            }
            default -> OptionalDouble.empty();
        };
    }

    private OptionalDouble number(Function function, List<Expr> a) {
        return switch (function) {
            case MULTIPLY -> product(number(a.getFirst()), number(a.getLast()));
            case ADD, SUBTRACT, DIVIDE, POWER -> both(function, number(a.getFirst()), number(a.getLast()));
            case NEGATE -> both(Function.SUBTRACT, OptionalDouble.of(0), number(a.getFirst()));
            case ABS, ROUND, FLOOR, CEIL -> number(a.getFirst());
            case LENGTH -> OptionalDouble.of(of(a.getFirst()));
            case COALESCE, GREATEST -> most(a.stream());
            case LEAST ->
                a.stream()
                        .map(this::number)
                        .flatMapToDouble(OptionalDouble::stream)
                        .min();
            default -> OptionalDouble.empty();
        };
    }

    private OptionalDouble most(Stream<Expr> exprs) {
        return exprs.map(this::number).flatMapToDouble(OptionalDouble::stream).max();
    }

    /** By a large constant a value of the data becomes large, however small it is. */
    private static OptionalDouble product(OptionalDouble a, OptionalDouble b) {
        return a.isEmpty() && b.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(a.orElse(1) * b.orElse(1));
    }

    private static OptionalDouble both(Function function, OptionalDouble left, OptionalDouble right) {
        if (left.isEmpty() || right.isEmpty()) {
            return OptionalDouble.empty();
        }
        double a = left.getAsDouble();
        double b = right.getAsDouble();
        return OptionalDouble.of(
                switch (function) {
                    case ADD -> a + b;
                    case SUBTRACT -> a - b;
                    case DIVIDE -> b == 0 ? 0 : a / b;
                    default -> Math.pow(a, b);
                });
    }
}
