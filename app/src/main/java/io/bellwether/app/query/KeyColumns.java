package io.bellwether.app.query;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.expression.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The physical columns behind the fields of a key. */
final class KeyColumns {
    private KeyColumns() {}

    /** Empty where a field is computed: then its columns say nothing about it. */
    static Optional<List<String>> of(Dataset dataset, List<String> fields) {
        var columns = new ArrayList<String>();
        for (String field : fields) {
            if (dataset.field(field).orElseThrow().expression() instanceof Expr.ColumnRef column) {
                columns.add(column.column());
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(columns);
    }
}
