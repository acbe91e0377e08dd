package io.bellwether.core.expression;

import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Walks, builds and rebuilds expression trees. */
public final class Exprs {
    /** The place of what nobody wrote. */
    public static final Span NOWHERE = new SourceFile("", "").span(0, 0);

    private Exprs() {}

    /** The place, or null for what nobody wrote. */
    public static @Nullable Span place(Span span) {
        return span.equals(NOWHERE) ? null : span;
    }

    /** Every node, parents first. */
    public static void visit(@Nullable Expr expr, Consumer<Expr> visitor) {
        if (expr == null) {
            return;
        }
        visitor.accept(expr);
        for (Expr child : children(expr)) {
            visit(child, visitor);
        }
    }

    /** The nodes of one kind, parents first. */
    public static <E extends Expr> List<E> all(@Nullable Expr expr, Class<E> kind) {
        List<E> found = new ArrayList<>();
        visit(expr, e -> {
            if (kind.isInstance(e)) {
                found.add(kind.cast(e));
            }
        });
        return found;
    }

    /** The fields that an expression reads, in order. */
    public static List<Expr.FieldRef> fields(@Nullable Expr expr) {
        return all(expr, Expr.FieldRef.class);
    }

    /** The nodes directly below, in the order in which they are written. */
    public static List<Expr> children(Expr expr) {
        List<Expr> children = new ArrayList<>();
        rebuild(expr, child -> {
            children.add(child);
            return child;
        });
        return children;
    }

    /** The same node over what {@code change} makes of each child. */
    public static Expr rebuild(Expr expr, UnaryOperator<Expr> change) {
        return switch (expr) {
            case Expr.Literal _, Expr.Now _ -> expr;
            case Expr.Name e -> e;
            case Expr.FieldRef e -> e;
            case Expr.ColumnRef e -> e;
            case Expr.MetricRef e -> e;
            case Expr.TimeRef e -> e;
            case Expr.CalendarRef e -> new Expr.CalendarRef(change.apply(e.time()), e.cut(), e.type(), e.span());
            case Expr.Per e ->
                new Expr.Per(
                        e.metric(),
                        e.by().stream()
                                .map(f -> (Expr.FieldRef) change.apply(f))
                                .toList(),
                        e.type(),
                        e.span());
            case Expr.Call e ->
                new Expr.Call(e.function(), e.arguments().stream().map(change).toList(), e.span());
            case Expr.Case e ->
                new Expr.Case(
                        e.whens().stream()
                                .map(w -> new Expr.When(change.apply(w.condition()), change.apply(w.result())))
                                .toList(),
                        apply(e.otherwise(), change),
                        e.span());
            case Expr.Cast e ->
                new Expr.Cast(change.apply(e.value()), e.type(), e.precision(), e.scale(), e.orNull(), e.span());
            case Expr.In e ->
                new Expr.In(
                        change.apply(e.value()),
                        e.options().stream().map(change).toList(),
                        e.negated(),
                        e.span());
            case Expr.Aggregate e ->
                new Expr.Aggregate(
                        e.function(), apply(e.argument(), change), apply(e.filter(), change), e.fraction(), e.span());
            case Expr.Window e -> rebuilt(e, change);
        };
    }

    private static Expr rebuilt(Expr.Window e, UnaryOperator<Expr> change) {
        return new Expr.Window(
                e.function(),
                e.arguments().stream().map(change).toList(),
                e.partition().stream().map(change).toList(),
                e.order().stream()
                        .map(o -> new Expr.WindowOrder(change.apply(o.by()), o.descending(), o.nullsFirst()))
                        .toList(),
                e.frame(),
                e.span());
    }

    private static @Nullable Expr apply(@Nullable Expr expr, UnaryOperator<Expr> change) {
        return expr == null ? null : change.apply(expr);
    }

    /** The expression without its places, so that two that say the same are equal. */
    public static @Nullable Expr withoutPlaces(@Nullable Expr expr) {
        return expr == null ? null : unplaced(expr);
    }

    private static Expr unplaced(Expr expr) {
        return switch (rebuild(expr, Exprs::unplaced)) {
            case Expr.NumberLiteral e -> new Expr.NumberLiteral(e.value(), NOWHERE);
            case Expr.TextLiteral e -> new Expr.TextLiteral(e.value(), NOWHERE);
            case Expr.BooleanLiteral e -> new Expr.BooleanLiteral(e.value(), NOWHERE);
            case Expr.NullLiteral ignored -> new Expr.NullLiteral(NOWHERE);
            case Expr.DateLiteral e -> new Expr.DateLiteral(e.value(), NOWHERE);
            case Expr.TimestampLiteral e -> new Expr.TimestampLiteral(e.value(), NOWHERE);
            case Expr.Now e -> new Expr.Now(e.type(), NOWHERE);
            case Expr.IntervalLiteral e -> new Expr.IntervalLiteral(e.count(), e.unit(), NOWHERE);
            case Expr.Name e -> new Expr.Name(e.qualifier(), e.name(), NOWHERE);
            case Expr.FieldRef e -> new Expr.FieldRef(e.dataset(), e.field(), e.type(), NOWHERE);
            case Expr.ColumnRef e -> new Expr.ColumnRef(e.column(), e.type(), NOWHERE);
            case Expr.MetricRef e -> new Expr.MetricRef(e.metric(), NOWHERE);
            case Expr.TimeRef e -> new Expr.TimeRef(e.cut(), e.type(), NOWHERE);
            case Expr.CalendarRef e -> new Expr.CalendarRef(e.time(), e.cut(), e.type(), NOWHERE);
            case Expr.Per e -> new Expr.Per(e.metric(), e.by(), e.type(), NOWHERE);
            case Expr.Call e -> new Expr.Call(e.function(), e.arguments(), NOWHERE);
            case Expr.Case e -> new Expr.Case(e.whens(), e.otherwise(), NOWHERE);
            case Expr.Cast e -> new Expr.Cast(e.value(), e.type(), e.precision(), e.scale(), e.orNull(), NOWHERE);
            case Expr.In e -> new Expr.In(e.value(), e.options(), e.negated(), NOWHERE);
            case Expr.Aggregate e -> new Expr.Aggregate(e.function(), e.argument(), e.filter(), e.fraction(), NOWHERE);
            case Expr.Window e ->
                new Expr.Window(e.function(), e.arguments(), e.partition(), e.order(), e.frame(), NOWHERE);
        };
    }

    /** Both conditions; null stands for no condition. */
    public static @Nullable Expr and(@Nullable Expr left, @Nullable Expr right) {
        if (left == null || right == null) {
            return left == null ? right : left;
        }
        return left.equals(right) ? left : new Expr.Call(Function.AND, List.of(left, right), NOWHERE);
    }

    /** The parts of a condition that must all hold. */
    public static List<Expr> conjuncts(@Nullable Expr condition) {
        if (condition == null) {
            return List.of();
        }
        return condition instanceof Expr.Call call && call.function() == Function.AND
                ? call.arguments().stream()
                        .flatMap(part -> conjuncts(part).stream())
                        .toList()
                : List.of(condition);
    }

    /** All of them together, or null for none. */
    public static @Nullable Expr all(List<Expr> conditions) {
        Expr all = null;
        for (Expr condition : conditions) {
            all = and(all, condition);
        }
        return all;
    }

    /** Whether any node of the expression is such. */
    public static boolean holds(@Nullable Expr expr, Predicate<Expr> such) {
        boolean[] found = new boolean[1];
        visit(expr, e -> found[0] |= such.test(e));
        return found[0];
    }

    /** Whether rows around a row have a say in it. */
    public static boolean isWindowed(@Nullable Expr expr) {
        return holds(expr, Expr.Window.class::isInstance);
    }

    /** A function of what nobody wrote. */
    public static Expr call(Function function, Expr... arguments) {
        return new Expr.Call(function, List.of(arguments), NOWHERE);
    }

    /** A column of a step, of any type. */
    public static Expr column(String name) {
        return new Expr.ColumnRef(name, Type.OTHER, NOWHERE);
    }

    /** A column of a step. */
    public static Expr column(String name, Type type) {
        return new Expr.ColumnRef(name, type, NOWHERE);
    }

    /** A time cut; a period of a day or longer comes as a date. */
    public static Expr cut(Expr time, TimeCut cut) {
        Type type = switch (cut) {
            case TimeCut.At(Grain grain) -> grain.compareTo(Grain.DAY) < 0 ? Type.TIMESTAMP : Type.DATE;
            case TimeCut.Moment() -> Type.TIMESTAMP;
            case TimeCut.Part ignored -> Type.INTEGER;
            case TimeCut.Named ignored -> Type.OTHER;
        };
        return new Expr.CalendarRef(time, cut, type, NOWHERE);
    }

    /** A time cut to a timestamp, whatever the grain; the moment itself for null. */
    public static Expr bucket(Expr time, @Nullable Grain grain) {
        TimeCut cut = grain == null ? new TimeCut.Moment() : new TimeCut.At(grain);
        return new Expr.CalendarRef(time, cut, Type.TIMESTAMP, NOWHERE);
    }

    /** Whether a column of a step holds one of these numbers. */
    public static Expr isOneOf(String column, Collection<Integer> numbers) {
        List<Expr> options = numbers.stream()
                .<Expr>map(n -> new Expr.NumberLiteral(BigDecimal.valueOf(n), NOWHERE))
                .toList();
        return new Expr.In(column(column, Type.INTEGER), options, false, NOWHERE);
    }

    /** Whether there is a value. */
    public static Expr notNull(Expr value) {
        return new Expr.Call(Function.IS_NOT_NULL, List.of(value), NOWHERE);
    }

    /** The largest or least of conditions as one of ones and zeros: not every engine has one of truths. */
    public static Expr ofTruth(Expr.Aggregate aggregate) {
        Expr condition = java.util.Objects.requireNonNull(aggregate.argument());
        Expr digits = AggregateConverter.ofTruth(aggregate.function(), condition, aggregate.span());
        return aggregate.filter() == null
                ? digits
                : AggregateConverter.filtered(digits, aggregate.filter(), aggregate.span());
    }
}
