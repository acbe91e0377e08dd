package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.TimeCut;
import java.util.List;
import java.util.Set;

/**
 * Where the hour, the day or the month of an instant matters, it is that of the workspace's zone: {@code cast(sold_at as date)},
 * {@code extract(hour from sold_at)}, {@code sold_at >= date '2026-01-01'}.
 */
final class LocalTimes {
    private static final Set<String> SAME_EVERYWHERE = Set.of("epoch", "second", "minute", "hour");

    private LocalTimes() {}

    /** The arguments of a function, instants made local where it looks at what clocks and calendars show. */
    static List<Typed> arguments(Function function, List<Typed> arguments) {
        return switch (function) {
            case DATE_TRUNC, TO_DATE -> local(arguments);
            case EXTRACT -> isUnit(arguments, Set.of("epoch")) ? arguments : local(arguments);
            case DATE_DIFF -> isUnit(arguments, SAME_EVERYWHERE) ? alike(arguments) : local(arguments);
            case EQUAL,
                    NOT_EQUAL,
                    LESS,
                    LESS_OR_EQUAL,
                    GREATER,
                    GREATER_OR_EQUAL,
                    IS_DISTINCT_FROM,
                    IS_NOT_DISTINCT_FROM,
                    BETWEEN,
                    COALESCE,
                    NULLIF,
                    GREATEST,
                    LEAST,
                    SUBTRACT -> alike(arguments);
            default -> arguments;
        };
    }

    /** Instants beside times without a zone are made such times. */
    static List<Typed> alike(List<Typed> together) {
        return together.stream().anyMatch(one -> one.type() == Type.DATE || one.type() == Type.TIMESTAMP)
                ? local(together)
                : together;
    }

    /** What a value is before it is cast to another type. */
    static Typed cast(Typed value, Type to) {
        return to == Type.DATE || to == Type.TIMESTAMP || to == Type.TIME ? local(value) : value;
    }

    private static boolean isUnit(List<Typed> arguments, Set<String> units) {
        return arguments.getFirst().expr() instanceof Expr.TextLiteral unit && units.contains(unit.value());
    }

    private static List<Typed> local(List<Typed> all) {
        return all.stream().map(LocalTimes::local).toList();
    }

    private static Typed local(Typed one) {
        return one.type() == Type.TIMESTAMP_TZ
                ? new Typed(
                        new Expr.CalendarRef(one.expr(), new TimeCut.Moment(), Type.TIMESTAMP, Exprs.NOWHERE),
                        Type.TIMESTAMP)
                : one;
    }
}
