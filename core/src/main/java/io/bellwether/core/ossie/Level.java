package io.bellwether.core.ossie;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an expression that is not resolved yet is about: aggregates and metrics, or the rows themselves.
 *
 * @param aggregates whether it holds one
 * @param fields the names of rows' values outside of aggregates
 */
record Level(boolean aggregates, List<Expr.Name> fields) {
    /** @param isMetric which bare names have a value per group */
    static Level of(Expr expr, Predicate<String> isMetric) {
        List<Expr.Name> fields = new ArrayList<>();
        boolean aggregates = look(expr, isMetric, fields);
        return new Level(aggregates, fields);
    }

    private static boolean look(Expr expr, Predicate<String> isMetric, List<Expr.Name> fields) {
        if (expr instanceof Expr.Aggregate || expr instanceof Expr.Window) {
            return true;
        }
        if (expr instanceof Expr.Name name) {
            boolean metric = name.qualifier() == null && isMetric.test(name.name());
            if (!metric) {
                fields.add(name);
            }
            return metric;
        }
        boolean aggregates = false;
        for (Expr child : Exprs.children(expr)) {
            aggregates |= look(child, isMetric, fields);
        }
        return aggregates;
    }
}
