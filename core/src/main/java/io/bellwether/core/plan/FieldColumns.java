package io.bellwether.core.plan;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import java.util.Set;

/** The physical columns that a field's expression reads. */
public final class FieldColumns {
    private FieldColumns() {}

    /** Adds the columns of {@code expression} to {@code columns}. */
    public static void collect(Expr expression, Set<String> columns) {
        Exprs.visit(expression, e -> {
            if (e instanceof Expr.ColumnRef column) {
                columns.add(column.column());
            }
        });
    }
}
