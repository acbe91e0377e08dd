package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.expression.Typing;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolves the names of an expression in a scope and types it from the leaves up. Null: refused, with a problem. */
final class Binder {
    private static final Set<Function> COMPARISONS = Set.of(
            Function.EQUAL,
            Function.NOT_EQUAL,
            Function.LESS,
            Function.LESS_OR_EQUAL,
            Function.GREATER,
            Function.GREATER_OR_EQUAL,
            Function.BETWEEN,
            Function.IS_DISTINCT_FROM,
            Function.IS_NOT_DISTINCT_FROM);

    private final Scope scope;
    private final Problems problems;
    private final TextLength lengths;

    Binder(Scope scope, Problems problems) {
        this.lengths = new TextLength(scope::expression);
        this.scope = scope;
        this.problems = problems;
    }

    @Nullable
    Typed bind(Expr expr) {
        return switch (expr) {
            case Expr.NumberLiteral number -> typed(number, number.value().scale() > 0 ? Type.DECIMAL : Type.INTEGER);
            case Expr.TextLiteral text -> typed(text, Type.TEXT);
            case Expr.BooleanLiteral bool -> typed(bool, Type.BOOLEAN);
            case Expr.NullLiteral nothing -> typed(nothing, Type.OTHER);
            case Expr.DateLiteral date -> typed(date, Type.DATE);
            case Expr.TimestampLiteral timestamp -> typed(timestamp, Type.TIMESTAMP);
            case Expr.Now now -> typed(now, now.type());
            case Expr.IntervalLiteral interval -> typed(interval, Type.INTERVAL);
            case Expr.Name name -> scope.name(name);
            case Expr.FieldRef field -> typed(field, field.type());
            case Expr.ColumnRef column -> typed(column, column.type());
            case Expr.MetricRef metric -> scope.name(new Expr.Name(null, metric.metric(), metric.span()));
            case Expr.TimeRef time -> typed(time, time.type());
            case Expr.CalendarRef calendar -> calendar(calendar);
            case Expr.Per per -> scope.per(per);
            case Expr.Call call -> call(call);
            case Expr.Case cases -> cases(cases);
            case Expr.Cast cast -> cast(cast);
            case Expr.In in -> in(in);
            case Expr.Aggregate aggregate -> scope.aggregate(aggregate);
            case Expr.Window window -> scope.window(window);
        };
    }

    /** An expression that is true or false for a row. */
    @Nullable
    Expr condition(Expr expr) {
        Typed bound = bind(expr);
        if (bound != null && bound.type() != Type.BOOLEAN && bound.type() != Type.OTHER) {
            String message = "a condition is true or false, this is " + Types.word(bound.type());
            problems.add(Code.RESULT, expr.span(), message, "compare it with something");
            return null;
        }
        return bound == null ? null : bound.expr();
    }

    private @Nullable List<Typed> all(List<Expr> exprs) {
        List<Typed> bound = new ArrayList<>();
        for (Expr expr : exprs) {
            Typed one = bind(expr);
            if (one != null) {
                bound.add(one);
            }
        }
        return bound.size() == exprs.size() ? bound : null;
    }

    private @Nullable Typed calendar(Expr.CalendarRef calendar) {
        Typed time = bind(calendar.time());
        return time == null ? null : scope.calendar(calendar, time);
    }

    private @Nullable Typed call(Expr.Call call) {
        List<Typed> arguments = all(call.arguments());
        if (arguments == null) {
            return null;
        }
        if (COMPARISONS.contains(call.function())) {
            arguments = Dates.read(arguments);
        }
        arguments = LocalTimes.arguments(call.function(), Dates.zoned(arguments));
        List<Type> types = arguments.stream().map(Typed::type).toList();
        Optional<Typed> later = Dates.later(call, arguments);
        if (later.isPresent()) {
            return later.get();
        }
        Type type = Dates.isDays(call.function(), types) ? Type.INTEGER : Typing.of(call.function(), types);
        if (type == null) {
            problems.add(
                    Code.TYPE, call.span(), Types.complaint(call.function(), types), Types.fix(call.function(), types));
            return null;
        }
        List<Expr> exprs = new ArrayList<>(arguments.stream().map(Typed::expr).toList());
        if (type == Type.TEXT && lengths.isTooLong(new Expr.Call(call.function(), exprs, call.span()))) {
            String message = "a text of more than " + TextLength.MOST + " characters, by its constants alone";
            problems.add(Code.TEXT_LENGTH, call.span(), message, "make it shorter");
            return null;
        }
        if (call.function() == Function.LISTED && types.getFirst() != Type.TEXT) {
            exprs.set(0, new Expr.Cast(exprs.getFirst(), Type.TEXT, 0, 0, call.span()));
        }
        return Dates.days(typed(new Expr.Call(call.function(), exprs, call.span()), type), types);
    }

    private @Nullable Typed cases(Expr.Case cases) {
        List<Expr.When> whens = new ArrayList<>();
        List<Type> types = new ArrayList<>();
        for (Expr.When when : cases.whens()) {
            Expr condition = condition(when.condition());
            Typed result = bind(when.result());
            if (condition != null && result != null) {
                whens.add(new Expr.When(condition, result.expr()));
                types.add(result.type());
            }
        }
        Expr otherwise = cases.otherwise();
        Typed last = otherwise == null ? null : bind(otherwise);
        if (whens.size() < cases.whens().size() || otherwise != null && last == null) {
            return null;
        }
        if (last != null) {
            types.add(last.type());
        }
        Type type = Typing.common(types);
        if (type == null) {
            String message = "the branches of the case are of different types: " + Types.words(types);
            problems.add(Code.TYPE, cases.span(), message, "make all branches the same");
            return null;
        }
        return typed(new Expr.Case(whens, last == null ? null : last.expr(), cases.span()), type);
    }

    private @Nullable Typed cast(Expr.Cast cast) {
        Typed value = bind(cast.value());
        return value == null
                ? null
                : typed(
                        new Expr.Cast(
                                LocalTimes.cast(value, cast.type()).expr(),
                                cast.type(),
                                cast.precision(),
                                cast.scale(),
                                cast.orNull(),
                                cast.span()),
                        cast.type());
    }

    private @Nullable Typed in(Expr.In in) {
        Typed value = bind(in.value());
        List<Typed> options = all(in.options());
        if (value == null || options == null) {
            return null;
        }
        List<Typed> together = new ArrayList<>(List.of(value));
        together.addAll(options);
        together = LocalTimes.alike(Dates.read(together));
        List<Type> types = together.stream().map(Typed::type).toList();
        if (Typing.common(types) == null) {
            String message = "\"in\" compares different types: "
                    + Types.words(types.stream().distinct().toList());
            problems.add(Code.TYPE, in.span(), message, "write all values in the type of the first");
            return null;
        }
        List<Expr> values = together.stream().skip(1).map(Typed::expr).toList();
        return typed(new Expr.In(together.getFirst().expr(), values, in.negated(), in.span()), Type.BOOLEAN);
    }

    private static Typed typed(Expr expr, Type type) {
        return new Typed(expr, type);
    }
}
