package io.bellwether.core.expression;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Expressions in a short form for tests: {@code (add a.x 1)}. */
public final class Show {
    private Show() {}

    public static String of(Expr expr) {
        return switch (expr) {
            case Expr.NumberLiteral number -> number.value().toPlainString();
            case Expr.TextLiteral text -> "'" + text.value() + "'";
            case Expr.BooleanLiteral bool -> String.valueOf(bool.value());
            case Expr.NullLiteral nothing -> "null";
            case Expr.DateLiteral date -> date.value().toString();
            case Expr.TimestampLiteral timestamp -> timestamp.value().toString();
            case Expr.Now now -> "now " + now.type();
            case Expr.IntervalLiteral interval -> interval.count() + " " + interval.unit();
            case Expr.Name name -> name.text();
            case Expr.FieldRef field -> field.dataset() + "." + field.field();
            case Expr.ColumnRef column -> "[" + column.column() + "]";
            case Expr.MetricRef metric -> "@" + metric.metric();
            case Expr.TimeRef time -> "time." + time.cut().word();
            case Expr.CalendarRef calendar ->
                "(calendar " + of(calendar.time()) + " " + calendar.cut().word() + ")";
            case Expr.Per per ->
                "(per " + per.metric() + " " + per.by().stream().map(Show::of).collect(Collectors.joining(" ")) + ")";
            case Expr.Call call -> list(word(call.function()), call.arguments());
            case Expr.Case cases ->
                "(case "
                        + cases.whens().stream()
                                .map(when -> of(when.condition()) + "→" + of(when.result()))
                                .collect(Collectors.joining(" "))
                        + (cases.otherwise() == null ? ")" : " else " + of(cases.otherwise()) + ")");
            case Expr.Cast cast -> "(" + word(cast.type()) + " " + of(cast.value()) + ")";
            case Expr.In in -> list((in.negated() ? "not in " : "in ") + of(in.value()), in.options());
            case Expr.Window window ->
                list(
                        "over " + word(window.function()) + " by "
                                + window.partition().stream().map(Show::of).toList()
                                + window.order().stream()
                                        .map(o -> of(o.by()) + (o.descending() ? " down" : ""))
                                        .toList(),
                        window.arguments());
            case Expr.Aggregate aggregate ->
                "(" + word(aggregate.function())
                        + (aggregate.argument() == null ? "" : " " + of(aggregate.argument()))
                        + (aggregate.fraction() == null ? "" : " " + aggregate.fraction())
                        + (aggregate.filter() == null ? "" : " where " + of(aggregate.filter()))
                        + ")";
        };
    }

    private static String list(String head, List<Expr> rest) {
        return "(" + head + " " + rest.stream().map(Show::of).collect(Collectors.joining(" ")) + ")";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
