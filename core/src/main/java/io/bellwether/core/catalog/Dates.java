package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Where a text is compared with a time, the text is a date: {@code invoiced_at >= '2011-01-01'}. */
final class Dates {
    private Dates() {}

    static List<Typed> read(List<Typed> compared) {
        boolean time = compared.stream().anyMatch(one -> one.type().isTemporal());
        return time ? compared.stream().map(Dates::read).toList() : compared;
    }

    private static Typed read(Typed one) {
        if (!(one.expr() instanceof Expr.TextLiteral text)) {
            return one;
        }
        try {
            return text.value().length() == 10
                    ? new Typed(new Expr.DateLiteral(LocalDate.parse(text.value()), text.span()), Type.DATE)
                    : new Typed(
                            new Expr.TimestampLiteral(
                                    LocalDateTime.parse(text.value().replace(' ', 'T')), text.span()),
                            Type.TIMESTAMP);
        } catch (DateTimeException e) {
            return one;
        }
    }

    /** The moment of a question is one of all places where it meets such a moment. */
    static List<Typed> zoned(List<Typed> together) {
        boolean zoned = together.stream().anyMatch(one -> one.type() == Type.TIMESTAMP_TZ);
        return zoned ? together.stream().map(Dates::zoned).toList() : together;
    }

    private static Typed zoned(Typed one) {
        return one.expr() instanceof Expr.Now(Type type, var span) && type == Type.TIMESTAMP
                ? new Typed(new Expr.Now(Type.TIMESTAMP_TZ, span), Type.TIMESTAMP_TZ)
                : one;
    }

    /** {@code day + 7} and {@code day - 7} are dates. */
    static Optional<Typed> later(Expr.Call call, List<Typed> arguments) {
        boolean adds = call.function() == Function.ADD;
        if (!adds && call.function() != Function.SUBTRACT) {
            return Optional.empty();
        }
        Typed left = arguments.getFirst();
        Typed right = arguments.getLast();
        Typed date = adds && left.type() == Type.INTEGER ? right : left;
        Typed days = date == left ? right : left;
        if (date.type() != Type.DATE || days.type() != Type.INTEGER) {
            return Optional.empty();
        }
        Expr count = adds ? days.expr() : new Expr.Call(Function.NEGATE, List.of(days.expr()), call.span());
        if (!adds && days.expr() instanceof Expr.NumberLiteral number) {
            count = new Expr.NumberLiteral(number.value().negate(), number.span());
        }
        Expr shifted = new Expr.Call(
                Function.DATE_ADD, List.of(new Expr.TextLiteral("day", call.span()), count, date.expr()), call.span());
        return Optional.of(new Typed(new Expr.Cast(shifted, Type.DATE, 0, 0, call.span()), Type.DATE));
    }

    /** A date less another is a number of days. */
    static boolean isDays(Function function, List<Type> types) {
        return function == Function.SUBTRACT && types.equals(List.of(Type.DATE, Type.DATE));
    }

    /** Some days after a date there is a date, and between two dates there are days. */
    static Typed days(Typed typed, List<Type> types) {
        if (!(typed.expr() instanceof Expr.Call call)) {
            return typed;
        }
        if (isDays(call.function(), types)) {
            List<Expr> ends = List.of(
                    new Expr.TextLiteral("day", call.span()),
                    call.arguments().get(1),
                    call.arguments().get(0));
            return new Typed(new Expr.Call(Function.DATE_DIFF, ends, call.span()), Type.INTEGER);
        }
        boolean date = call.function() == Function.DATE_ADD
                && types.get(2) == Type.DATE
                && call.arguments().getFirst() instanceof Expr.TextLiteral unit
                && !List.of("second", "minute", "hour").contains(unit.value());
        return date ? new Typed(new Expr.Cast(call, Type.DATE, 0, 0, call.span()), Type.DATE) : typed;
    }
}
