package io.bellwether.core.sql;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Carried;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import io.bellwether.core.expression.Type;
import io.bellwether.core.expression.Typing;
import io.bellwether.core.expression.WindowFunction;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.DatePart;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.TimeCut;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Expressions to text in a dialect's words.
 *
 * @param calendar by which times are cut
 * @param names what fields and columns are called here
 * @param summed the same in an aggregate that no infinite value passes without a trace; its result tells of one
 * @param stretches in which stretch all rows that count lie, by an expression for their time; empty where that is not known
 * @param now the moment of the question, or null where there is none
 */
record ExprSql(
        Dialect dialect,
        Calendar calendar,
        Names names,
        Names summed,
        java.util.function.Function<Expr, Optional<TimeWindow>> stretches,
        @Nullable LocalDateTime now) {
    private static final Set<Function> WITH_UNIT =
            EnumSet.of(Function.DATE_TRUNC, Function.EXTRACT, Function.DATE_DIFF, Function.DATE_ADD);

    private static final Set<Function> OF_DOUBLES =
            EnumSet.of(Function.ROUND, Function.FLOOR, Function.CEIL, Function.MODULO);

    private static final Set<Function> ORDERED =
            EnumSet.of(Function.LESS, Function.LESS_OR_EQUAL, Function.GREATER, Function.GREATER_OR_EQUAL);

    /**
     * @param fields what a dataset's field is called
     * @param columns what a column of the step below is called
     */
    record Names(
            java.util.function.Function<Expr.FieldRef, String> fields,
            java.util.function.Function<Expr.ColumnRef, String> columns) {}

    ExprSql(
            Dialect dialect,
            Calendar calendar,
            java.util.function.Function<Expr.FieldRef, String> fields,
            java.util.function.Function<Expr.ColumnRef, String> columns,
            @Nullable LocalDateTime now) {
        this(dialect, calendar, new Names(fields, columns), now);
    }

    private ExprSql(Dialect dialect, Calendar calendar, Names names, @Nullable LocalDateTime now) {
        this(dialect, calendar, names, names, time -> Optional.empty(), now);
    }

    private ExprSql inSums() {
        return new ExprSql(dialect, calendar, summed, summed, stretches, now);
    }

    String of(Expr expr) {
        return switch (expr) {
            case Expr.NumberLiteral e ->
                e.value().signum() < 0
                        ? "(" + e.value().toPlainString() + ")"
                        : e.value().toPlainString();
            case Expr.TextLiteral e -> dialect.text(e.value());
            case Expr.BooleanLiteral e -> e.value() ? "TRUE" : "FALSE";
            case Expr.NullLiteral ignored -> "NULL";
            case Expr.DateLiteral e -> dialect.date(e.value());
            case Expr.TimestampLiteral e -> dialect.timestamp(e.value());
            case Expr.Now e -> moment(e);
            case Expr.IntervalLiteral e -> dialect.interval(e.count(), e.unit());
            case Expr.FieldRef e -> names.fields().apply(e);
            case Expr.ColumnRef e -> names.columns().apply(e);
            case Expr.Call e -> call(e);
            case Expr.Case e -> cases(e);
            case Expr.Cast e -> cast(e);
            case Expr.In e -> "(" + of(e.value()) + (e.negated() ? " NOT IN (" : " IN (") + list(e.options()) + "))";
            case Expr.Aggregate e -> aggregate(e.function(), e.argument(), e.fraction(), e.filter());
            case Expr.Window e -> window(e);
            case Expr.TimeRef e ->
                throw new IllegalStateException("not placed: time." + e.cut().word());
            case Expr.CalendarRef e -> time(e);
            case Expr.Per e -> throw new IllegalStateException("not placed: per " + e.metric());
            case Expr.Name e -> throw new IllegalStateException("not resolved: " + e.text());
            case Expr.MetricRef e -> throw new IllegalStateException("not written out: " + e.metric());
        };
    }

    /** Of several values the first tells which rows count: all of these aggregates pass over one that is NULL. */
    String aggregate(
            AggregateFunction function, @Nullable Expr argument, @Nullable BigDecimal fraction, @Nullable Expr filter) {
        if (filter != null
                && argument instanceof Expr.Call several
                && several.function().isSeveral()) {
            List<Expr> values = new ArrayList<>(several.arguments());
            values.set(0, new Expr.Case(List.of(new Expr.When(filter, values.getFirst())), null, several.span()));
            return aggregate(function, new Expr.Call(several.function(), values, several.span()), fraction, null);
        }
        String condition = filter == null ? null : of(filter);
        if (argument == null || summed.equals(names) || !function.isCarried() || !Carried.is(argument)) {
            return dialect.aggregate(function, argument == null ? null : of(argument), fraction, condition);
        }
        Type type = Objects.requireNonNullElse(Typing.of(function, type(argument)), Type.OTHER);
        return dialect.finite(dialect.aggregate(function, inSums().of(argument), fraction, condition), type);
    }

    /** A number is cast or too large; a text says a value of the type or does not, or says that it is no number. */
    private String cast(Expr.Cast e) {
        String value = of(e.value());
        Type from = type(e.value());
        if (e.orNull() && !from.isNumeric()) {
            return dialect.tryCast(value, e.type(), e.precision(), e.scale());
        }
        if (from == Type.DOUBLE && e.type() == Type.DECIMAL) {
            return dialect.castDouble(value, e.precision(), e.scale());
        }
        String cast = from == Type.TEXT
                ? dialect.castText(value, e.type(), e.precision(), e.scale())
                : dialect.cast(value, e.type(), e.precision(), e.scale());
        return from.isNumeric() ? cast : dialect.finite(cast, e.type());
    }

    private String moment(Expr.Now moment) {
        if (now == null) {
            throw new DiagnosticException(Diagnostic.error(
                    Code.FUNCTION.id(),
                    Exprs.place(moment.span()),
                    "what is looked at here is of no moment",
                    "write the date itself"));
        }
        return moment.type() == Type.DATE
                ? dialect.date(now.toLocalDate())
                : dialect.bound(now, moment.type(), calendar.zone());
    }

    private String window(Expr.Window e) {
        List<String> parts = new ArrayList<>();
        if (!e.partition().isEmpty()) {
            parts.add("PARTITION BY " + list(e.partition()));
        }
        if (!e.order().isEmpty()) {
            parts.add(e.order().stream()
                    .map(o -> dialect.order(of(o.by()), o.descending(), o.nullsFirst()))
                    .collect(Collectors.joining(", ", "ORDER BY ", "")));
        }
        if (e.frame() != null) {
            parts.add((e.frame().rows() ? "ROWS" : "RANGE") + " BETWEEN "
                    + end(e.frame().from()) + " AND " + end(e.frame().to()));
        }
        String arguments = e.function() == WindowFunction.COUNT_ROWS ? "*" : list(e.arguments());
        return e.function().sql() + "(" + arguments + ") OVER (" + String.join(" ", parts) + ")";
    }

    private static String end(Expr.FrameEnd end) {
        String words = end.edge().name().replace('_', ' ');
        return switch (end.edge()) {
            case PRECEDING, FOLLOWING -> end.count() + " " + words;
            case UNBOUNDED_PRECEDING, CURRENT_ROW, UNBOUNDED_FOLLOWING -> words;
        };
    }

    private String time(Expr.CalendarRef ref) {
        String time = of(ref.time());
        Type type = type(ref.time());
        String local = stretches
                .apply(ref.time())
                .map(in -> dialect.localTime(time, type, calendar.zone(), in.start(), in.end()))
                .orElseGet(() -> dialect.localTime(time, type, calendar.zone()));
        return switch (ref.cut()) {
            case TimeCut.Moment() -> local;
            case TimeCut.At(Grain grain) -> {
                String cut = dialect.cut(local, grain, calendar);
                yield ref.type() == Type.DATE ? dialect.asDate(cut) : cut;
            }
            case TimeCut.Part(DatePart part) -> dialect.part(local, part);
            case TimeCut.Named(String name) -> throw new IllegalStateException("not looked up: " + name);
        };
    }

    private static Type type(Expr time) {
        return switch (time) {
            case Expr.FieldRef field -> field.type();
            case Expr.ColumnRef column -> column.type();
            case Expr.CalendarRef calendar -> calendar.type();
            case Expr.Cast cast -> cast.type();
            case Expr.Call call ->
                Objects.requireNonNullElse(
                        Typing.of(
                                call.function(),
                                call.arguments().stream().map(ExprSql::type).toList()),
                        Type.TIMESTAMP);
            case Expr.IntervalLiteral ignored -> Type.INTERVAL;
            case Expr.TextLiteral ignored -> Type.TEXT;
            case Expr.NumberLiteral ignored -> Type.INTEGER;
            case Expr.Now now -> now.type();
            case Expr.DateLiteral ignored -> Type.DATE;
            case Expr.NullLiteral ignored -> Type.OTHER;
            case Expr.Case cases -> ofResults(cases);
            case Expr.Aggregate of ->
                Objects.requireNonNullElse(
                        Typing.of(of.function(), of.argument() == null ? Type.OTHER : type(of.argument())), Type.OTHER);
            case Expr.In ignored -> Type.BOOLEAN;
            case Expr.BooleanLiteral ignored -> Type.BOOLEAN;
            default -> Type.TIMESTAMP;
        };
    }

    private static Type ofResults(Expr.Case cases) {
        List<Type> types = new ArrayList<>();
        cases.whens().forEach(when -> types.add(type(when.result())));
        if (cases.otherwise() != null) {
            types.add(type(cases.otherwise()));
        }
        return Objects.requireNonNullElse(Typing.common(types), Type.OTHER);
    }

    /** An instant beside local time as an instant beside an instant, which servers look up in their indexes. */
    private Optional<String> asInstants(Expr.Call call) {
        if (!ORDERED.contains(call.function())
                || !(call.arguments().getFirst() instanceof Expr.CalendarRef(Expr time, TimeCut cut, Type of, var span))
                || !(cut instanceof TimeCut.Moment())
                || type(time) != Type.TIMESTAMP_TZ) {
            return Optional.empty();
        }
        LocalDateTime local = switch (call.arguments().getLast()) {
            case Expr.DateLiteral date -> date.value().atStartOfDay();
            case Expr.TimestampLiteral timestamp -> timestamp.value();
            default -> null;
        };
        // An hour that comes twice, or never, parts no earlier instants from later ones.
        if (local == null || calendar.zone().getRules().getValidOffsets(local).size() != 1) {
            return Optional.empty();
        }
        String instant = dialect.bound(local, Type.TIMESTAMP_TZ, calendar.zone());
        return Optional.of(dialect.call(call.function(), List.of(of(time), instant)));
    }

    private String call(Expr.Call call) {
        if (call.function() == Function.ADD
                && call.arguments().getLast() instanceof Expr.Call(Function minus, List<Expr> ends, var span)
                && minus == Function.SUBTRACT
                && ends.stream().allMatch(end -> type(end) == Type.TIMESTAMP && end instanceof Expr.ColumnRef)) {
            return dialect.moved(of(call.arguments().getFirst()), of(ends.getLast()), of(ends.getFirst()));
        }
        if (WITH_UNIT.contains(call.function()) && call.arguments().getFirst() instanceof Expr.TextLiteral unit) {
            return dialect.unitCall(
                    call.function(),
                    unit.value(),
                    call.arguments().stream().skip(1).map(this::of).toList());
        }
        if (call.function() == Function.DIVIDE && isNeverZero(call.arguments().getLast())) {
            return dialect.ratio(
                    of(call.arguments().getFirst()), of(call.arguments().getLast()));
        }
        if (call.function() == Function.MULTIPLY
                && call.arguments().stream().allMatch(factor -> type(factor) == Type.DECIMAL)) {
            return dialect.product(
                    of(call.arguments().getFirst()), of(call.arguments().getLast()));
        }
        if (OF_DOUBLES.contains(call.function())
                && call.arguments().stream().anyMatch(number -> type(number) == Type.DOUBLE)) {
            return dialect.ofDoubles(
                    call.function(), call.arguments().stream().map(this::of).toList());
        }
        return asInstants(call)
                .orElseGet(() -> dialect.call(
                        call.function(), call.arguments().stream().map(this::of).toList()));
    }

    /** A number, or a value that was made NULL where it is 0: no need to do so again. */
    private static boolean isNeverZero(Expr divisor) {
        return switch (divisor) {
            case Expr.NumberLiteral number -> number.value().signum() != 0;
            case Expr.Call call ->
                call.function() == Function.NULLIF
                        && call.arguments().getLast() instanceof Expr.NumberLiteral number
                        && number.value().signum() == 0;
            default -> false;
        };
    }

    private String cases(Expr.Case e) {
        String whens = e.whens().stream()
                .map(w -> " WHEN " + of(w.condition()) + " THEN " + of(w.result()))
                .collect(Collectors.joining());
        return "CASE" + whens + (e.otherwise() == null ? "" : " ELSE " + of(e.otherwise())) + " END";
    }

    private String list(List<Expr> options) {
        return options.stream().map(this::of).collect(Collectors.joining(", "));
    }
}
