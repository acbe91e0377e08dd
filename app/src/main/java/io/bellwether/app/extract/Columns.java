package io.bellwether.app.extract;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The columns of a source as fields of its dataset, under names that no other field has. */
final class Columns {
    private static final String PREFIX = "column ";

    private Columns() {}

    static Dataset in(Dataset dataset, List<Column> columns) {
        Map<String, Field> fields = new LinkedHashMap<>(dataset.fields());
        for (Column column : columns) {
            Expr value = new Expr.ColumnRef(column.name(), column.type(), Exprs.NOWHERE);
            String name = PREFIX + column.name();
            fields.put(name, new Field(name, null, null, value, column.type(), null, Exprs.NOWHERE));
        }
        return dataset.with(fields);
    }

    static Expr.FieldRef value(Dataset raw, Column column) {
        return new Expr.FieldRef(raw.name(), PREFIX + column.name(), column.type(), Exprs.NOWHERE);
    }

    /** Of a dataset that has one. */
    static Expr.FieldRef time(Dataset dataset) {
        Field field = dataset.field(Objects.requireNonNull(dataset.time())).orElseThrow();
        return new Expr.FieldRef(dataset.name(), field.name(), field.type(), Exprs.NOWHERE);
    }

    /** What the dataset's fields read, as a manifest says it. */
    static Set<String> read(Dataset dataset) {
        Set<String> read = new LinkedHashSet<>();
        for (Field field : dataset.fields().values()) {
            Exprs.all(field.expression(), Expr.ColumnRef.class)
                    .forEach(column -> read.add(Manifest.column(new Column(column.column(), column.type()))));
        }
        return read;
    }
}
