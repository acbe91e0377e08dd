package io.bellwether.core.plan;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import org.jspecify.annotations.Nullable;

/** The field that says when a dataset's rows happened. */
final class DatasetTime {
    private DatasetTime() {}

    static Expr.@Nullable FieldRef of(Dataset dataset) {
        if (dataset.time() == null) {
            return null;
        }
        Field field = dataset.field(dataset.time()).orElseThrow();
        return new Expr.FieldRef(dataset.name(), field.name(), field.type(), Exprs.NOWHERE);
    }
}
