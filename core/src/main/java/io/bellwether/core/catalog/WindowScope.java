package io.bellwether.core.catalog;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.expression.Typing;
import io.bellwether.core.expression.WindowFunction;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Windows with their names resolved. Over rows an aggregate is what it says. Over groups it goes over what each group
 * comes to, so that a group counts by its rows and not by its numbers:
 *
 * <pre>
 *   sum(x) over w      sum(sum(x)) over w
 *   count(x) over w    coalesce(sum(count(x)) over w, 0)
 *   avg(x) over w      sum(sum(x)) over w / sum(count(x)) over w
 * </pre>
 */
final class WindowScope {
    private final Binder around;
    private final Problems problems;

    /** @param around what partitions, orders and arguments are bound by */
    WindowScope(Binder around, Problems problems) {
        this.around = around;
        this.problems = problems;
    }

    /** Over rows, or over what is a value of each group already. */
    @Nullable
    Typed plain(Expr.Window window) {
        if (window.function() != WindowFunction.OF_AGGREGATE) {
            return bound(window, window.function(), window.arguments());
        }
        Expr.Aggregate aggregate = (Expr.Aggregate) window.arguments().getFirst();
        Optional<WindowFunction> function = function(aggregate);
        Expr value = aggregate.argument();
        Expr filter = aggregate.filter();
        if (function.isEmpty()) {
            return null;
        }
        if (filter != null) {
            Expr counted = value == null ? new Expr.NumberLiteral(BigDecimal.ONE, filter.span()) : value;
            value = new Expr.Case(List.of(new Expr.When(filter, counted)), null, filter.span());
        }
        boolean rows = function.get() == WindowFunction.COUNT_ROWS;
        WindowFunction over = rows && value != null ? WindowFunction.COUNT : function.get();
        return bound(window, over, value == null ? List.of() : List.of(value));
    }

    /** Over groups, of an aggregate that is bound already. */
    @Nullable
    Typed ofGroups(Expr.Window window, Expr.Aggregate aggregate, Type type) {
        return switch (aggregate.function()) {
            case SUM, MIN, MAX -> over(window, aggregate, type);
            case COUNT, COUNT_ROWS -> {
                Typed sum = over(window, aggregate, Type.INTEGER);
                Expr zero = new Expr.NumberLiteral(BigDecimal.ZERO, Exprs.NOWHERE);
                yield sum == null ? null : new Typed(Exprs.call(Function.COALESCE, sum.expr(), zero), Type.INTEGER);
            }
            case AVERAGE -> {
                Typed sum = over(window, with(aggregate, AggregateFunction.SUM), type);
                Typed count = over(window, with(aggregate, AggregateFunction.COUNT), Type.INTEGER);
                yield sum == null || count == null
                        ? null
                        : new Typed(Exprs.call(Function.DIVIDE, sum.expr(), count.expr()), Type.DOUBLE);
            }
            default -> unsafe(aggregate);
        };
    }

    private @Nullable Typed over(Expr.Window window, Expr.Aggregate aggregate, Type type) {
        WindowFunction function = switch (aggregate.function()) {
            case MIN -> WindowFunction.MIN;
            case MAX -> WindowFunction.MAX;
            default -> WindowFunction.SUM;
        };
        Expr.Window around = around(window);
        return around == null
                ? null
                : new Typed(
                        new Expr.Window(
                                function,
                                List.of(aggregate),
                                around.partition(),
                                around.order(),
                                window.frame(),
                                window.span()),
                        type);
    }

    private static Expr.Aggregate with(Expr.Aggregate aggregate, AggregateFunction function) {
        return new Expr.Aggregate(function, aggregate.argument(), aggregate.filter(), null, aggregate.span());
    }

    private Optional<WindowFunction> function(Expr.Aggregate aggregate) {
        Optional<WindowFunction> function = WindowFunction.of(aggregate.function());
        if (function.isEmpty()) {
            unsafe(aggregate);
        }
        return function;
    }

    private @Nullable Typed unsafe(Expr.Aggregate aggregate) {
        String name =
                aggregate.function().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        problems.add(Code.REAGGREGATION.at(
                aggregate.span(),
                "the " + name + " of several groups does not follow from that of each",
                "use sum, count, avg, min or max over the window"));
        return null;
    }

    private @Nullable Typed bound(Expr.Window window, WindowFunction function, List<Expr> arguments) {
        List<Typed> typed = new ArrayList<>();
        for (Expr argument : arguments) {
            Typed one = around.bind(argument);
            if (one == null) {
                return null;
            }
            typed.add(one);
        }
        Expr.Window around = around(window);
        if (around == null) {
            return null;
        }
        Type type = Typing.of(
                function, typed.isEmpty() ? Type.OTHER : typed.getFirst().type());
        if (type == null) {
            String message = "\"" + function.sql() + "\" is not defined for "
                    + Types.words(typed.stream().map(Typed::type).toList());
            problems.add(Code.TYPE, window.span(), message, null);
            return null;
        }
        List<Expr> values = typed.stream().map(Typed::expr).toList();
        return new Typed(
                new Expr.Window(function, values, around.partition(), around.order(), window.frame(), window.span()),
                type);
    }

    /** With its partition and order bound. */
    private Expr.@Nullable Window around(Expr.Window window) {
        List<Expr> partition = new ArrayList<>();
        for (Expr part : window.partition()) {
            Typed typed = around.bind(part);
            if (typed != null) {
                partition.add(typed.expr());
            }
        }
        List<Expr.WindowOrder> order = new ArrayList<>();
        for (Expr.WindowOrder by : window.order()) {
            Typed typed = around.bind(by.by());
            if (typed != null) {
                order.add(new Expr.WindowOrder(typed.expr(), by.descending(), by.nullsFirst()));
            }
        }
        boolean whole = partition.size() == window.partition().size()
                && order.size() == window.order().size();
        return whole
                ? new Expr.Window(window.function(), List.of(), partition, order, window.frame(), window.span())
                : null;
    }
}
