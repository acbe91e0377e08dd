package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What an expression stands on. */
final class Datasets {
    private Datasets() {}

    /** The datasets whose fields it holds, or the roles through which it reaches them, in order of appearance. */
    static Set<String> in(Expr expr) {
        Set<String> found = new LinkedHashSet<>();
        walk(expr, node -> {
            if (node instanceof Expr.FieldRef field) {
                found.add(field.dataset());
            }
        });
        return found;
    }

    static List<Expr.Aggregate> aggregates(Expr expr) {
        List<Expr.Aggregate> found = new ArrayList<>();
        walk(expr, node -> {
            if (node instanceof Expr.Aggregate aggregate) {
                found.add(aggregate);
            }
        });
        return found;
    }

    static List<Expr.MetricRef> metrics(Expr expr) {
        List<Expr.MetricRef> found = new ArrayList<>();
        walk(expr, node -> {
            if (node instanceof Expr.MetricRef metric) {
                found.add(metric);
            }
        });
        return found;
    }

    /** The bare names of an expression that is not resolved yet, outside of aggregates. */
    static List<Expr.Name> bareNames(Expr expr) {
        List<Expr.Name> found = new ArrayList<>();
        if (expr instanceof Expr.Name name && name.qualifier() == null) {
            found.add(name);
        } else if (!(expr instanceof Expr.Aggregate)) {
            children(expr).forEach(child -> found.addAll(bareNames(child)));
        }
        return found;
    }

    /** The metrics that it takes per something, as names. */
    static List<Expr.Name> pers(Expr expr) {
        List<Expr.Name> found = new ArrayList<>();
        walk(expr, node -> {
            if (node instanceof Expr.Per per) {
                found.add(new Expr.Name(null, per.metric(), Parts.of(per.span(), per.metric())));
            }
        });
        return found;
    }

    static int size(Expr expr) {
        int[] count = new int[1];
        walk(expr, node -> count[0]++);
        return count[0];
    }

    private static void walk(Expr expr, Consumer<Expr> visitor) {
        visitor.accept(expr);
        children(expr).forEach(child -> walk(child, visitor));
    }

    private static List<Expr> children(Expr expr) {
        return switch (expr) {
            case Expr.Literal literal -> List.of();
            case Expr.Name name -> List.of();
            case Expr.FieldRef field -> List.of();
            case Expr.ColumnRef column -> List.of();
            case Expr.MetricRef metric -> List.of();
            case Expr.TimeRef time -> List.of();
            case Expr.CalendarRef calendar -> List.of(calendar.time());
            case Expr.Per per -> List.copyOf(per.by());
            case Expr.Call call -> call.arguments();
            case Expr.Cast cast -> List.of(cast.value());
            case Expr.Case cases -> {
                List<Expr> parts = new ArrayList<>();
                cases.whens().forEach(when -> parts.addAll(List.of(when.condition(), when.result())));
                yield with(parts, cases.otherwise());
            }
            case Expr.In in -> {
                List<Expr> parts = new ArrayList<>(in.options());
                parts.addFirst(in.value());
                yield parts;
            }
            case Expr.Aggregate aggregate -> with(with(new ArrayList<>(), aggregate.argument()), aggregate.filter());
        };
    }

    private static List<Expr> with(List<Expr> list, @Nullable Expr more) {
        if (more != null) {
            list.add(more);
        }
        return list;
    }
}
