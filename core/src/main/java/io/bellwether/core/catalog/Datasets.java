package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What an expression stands on. */
final class Datasets {
    private Datasets() {}

    /** The datasets whose fields it holds, or the roles through which it reaches them, in order of appearance. */
    static Set<String> in(Expr expr) {
        Set<String> found = new LinkedHashSet<>();
        Exprs.fields(expr).forEach(field -> found.add(field.dataset()));
        return found;
    }

    static List<Expr.Aggregate> aggregates(Expr expr) {
        return Exprs.all(expr, Expr.Aggregate.class);
    }

    static List<Expr.MetricRef> metrics(Expr expr) {
        return Exprs.all(expr, Expr.MetricRef.class);
    }

    /** The bare names of an expression that is not resolved yet, outside of aggregates. */
    static List<Expr.Name> bareNames(Expr expr) {
        List<Expr.Name> found = new ArrayList<>();
        if (expr instanceof Expr.Name name && name.qualifier() == null) {
            found.add(name);
        } else if (expr instanceof Expr.Window window) {
            // What is aggregated over a window may be a metric.
            for (Expr child : Exprs.children(window)) {
                List<Expr> inside = child instanceof Expr.Aggregate ? Exprs.children(child) : List.of(child);
                inside.forEach(one -> found.addAll(bareNames(one)));
            }
        } else if (!(expr instanceof Expr.Aggregate)) {
            Exprs.children(expr).forEach(child -> found.addAll(bareNames(child)));
        }
        return found;
    }

    /** The metrics that it takes per something, as names. */
    static List<Expr.Name> pers(Expr expr) {
        return Exprs.all(expr, Expr.Per.class).stream()
                .map(per -> new Expr.Name(null, per.metric(), Parts.of(per.span(), per.metric())))
                .toList();
    }

    static int size(Expr expr) {
        return Exprs.all(expr, Expr.class).size();
    }
}
