package io.bellwether.core.sql;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions on the rows of an answer. Windows go over the rows that are left, so what can be asked before they are opened
 * is asked of the groups; the rest of the answer.
 *
 * @param groups over the columns of the last step, or null
 * @param answer over the columns of the answer, or null
 */
record Having(@Nullable Expr groups, @Nullable Expr answer) {
    static Having of(Plan plan) {
        boolean windowed = plan.columns().stream().anyMatch(column -> Exprs.isWindowed(column.value()));
        if (!windowed) {
            return new Having(null, plan.having());
        }
        Map<String, Expr> values = new HashMap<>();
        plan.columns().forEach(column -> values.put(column.name(), column.value()));
        List<Expr> groups = new ArrayList<>();
        List<Expr> answer = new ArrayList<>();
        for (Expr part : Exprs.conjuncts(plan.having())) {
            Expr written = over(part, values);
            if (Exprs.isWindowed(written)) {
                answer.add(part);
            } else {
                groups.add(written);
            }
        }
        return new Having(Exprs.all(groups), Exprs.all(answer));
    }

    private static Expr over(Expr expr, Map<String, Expr> values) {
        return expr instanceof Expr.ColumnRef column
                ? values.getOrDefault(column.column(), column)
                : Exprs.rebuild(expr, child -> over(child, values));
    }
}
