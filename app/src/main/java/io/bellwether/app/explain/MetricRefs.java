package io.bellwether.app.explain;

import io.bellwether.core.expression.Expr;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The metrics that an expression names, where it names them. */
public final class MetricRefs {
    private MetricRefs() {}

    /** Every use, in order. */
    public static List<Expr.MetricRef> in(Expr expression) {
        return refs(expression).toList();
    }

    private static Stream<Expr.MetricRef> refs(@Nullable Expr expr) {
        return switch (expr) {
            case null -> Stream.empty();
            case Expr.MetricRef ref -> Stream.of(ref);
            case Expr.Literal literal -> Stream.empty();
            case Expr.Name name -> Stream.empty();
            case Expr.FieldRef field -> Stream.empty();
            case Expr.ColumnRef column -> Stream.empty();
            case Expr.TimeRef time -> Stream.of();
            case Expr.CalendarRef calendar -> refs(calendar.time());
            case Expr.Per per -> Stream.of(new Expr.MetricRef(per.metric(), per.span()));
            case Expr.Call call -> call.arguments().stream().flatMap(MetricRefs::refs);
            case Expr.Case cases ->
                Stream.concat(
                        cases.whens().stream().flatMap(w -> Stream.concat(refs(w.condition()), refs(w.result()))),
                        refs(cases.otherwise()));
            case Expr.Cast cast -> refs(cast.value());
            case Expr.In in ->
                Stream.concat(refs(in.value()), in.options().stream().flatMap(MetricRefs::refs));
            case Expr.Aggregate aggregate -> Stream.concat(refs(aggregate.argument()), refs(aggregate.filter()));
        };
    }
}
