package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.OssieCodes;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The expression of a field: the source's columns, then the other fields of the same dataset, written out. */
final class FieldScope implements Scope {
    private final String dataset;
    private final Map<String, Column> columns;
    private final Set<String> fields;
    private final Function<Expr.Name, @Nullable Typed> field;
    private final Function<Expr.Name, @Nullable Typed> foreign;
    private final Predicate<String> open;
    private final Known known;

    /**
     * @param field resolves a field of this dataset; null where that field is broken
     * @param open the fields that are being resolved: what they say of their own name is said of the column
     * @param foreign a field of another dataset; null where it is broken or has to wait
     */
    FieldScope(
            String dataset,
            Map<String, Column> columns,
            Set<String> fields,
            Function<Expr.Name, @Nullable Typed> field,
            Function<Expr.Name, @Nullable Typed> foreign,
            Predicate<String> open,
            Known known) {
        this.dataset = dataset;
        this.columns = columns;
        this.fields = fields;
        this.field = field;
        this.foreign = foreign;
        this.open = open;
        this.known = known;
    }

    @Override
    public @Nullable Typed name(Expr.Name name) {
        String qualifier = name.qualifier();
        if (qualifier != null && !qualifier.equalsIgnoreCase(dataset)) {
            return foreign.apply(name);
        }
        if (qualifier != null && fields.contains(name.name()) && !open.test(name.name())) {
            return field.apply(name);
        }
        Column column = column(name.name());
        if (column != null) {
            return new Typed(new Expr.ColumnRef(column.name(), column.type(), name.span()), column.type());
        }
        if (fields.contains(name.name())) {
            return field.apply(name);
        }
        Set<String> names = new LinkedHashSet<>(columns.keySet());
        names.addAll(fields);
        String message = "the source of \"" + dataset + "\" has no column \"" + name.name() + "\"";
        known.problems()
                .add(
                        Code.COLUMN,
                        name.span(),
                        message,
                        Nearest.fix(name.name(), names).orElse(null));
        return null;
    }

    /** Columns are found whatever their case, as SQL does. */
    private @Nullable Column column(String name) {
        Column exact = columns.get(name);
        return exact != null
                ? exact
                : columns.values().stream()
                        .filter(column -> column.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElse(null);
    }

    @Override
    public @Nullable Typed aggregate(Expr.Aggregate aggregate) {
        String message = "a field has a value per row, an aggregate has not";
        known.problems()
                .add(Code.AGGREGATE
                        .at(aggregate.span(), message, "make it a metric")
                        .asOssie(OssieCodes.AGGREGATE_IN_FIELD));
        return null;
    }

    @Override
    public @Nullable Expr expression(Expr.FieldRef field) {
        return known.expression(field);
    }

    @Override
    public @Nullable Typed window(Expr.Window window) {
        return new WindowScope(new Binder(this, known.problems()), known.problems()).plain(window);
    }

    @Override
    public @Nullable Typed per(Expr.Per per) {
        String message = "a field stands on the columns of its row, not on a metric";
        known.problems().add(Code.AGGREGATE, per.span(), message, "write it in the condition of a metric");
        return null;
    }

    @Override
    public @Nullable Typed calendar(Expr.CalendarRef calendar, Typed time) {
        String message = "a field stands on the columns of its row, not on the calendar";
        String fix = "write date_trunc('month', x), or calendar(…) in a metric";
        known.problems().add(Code.OTHER_DATASET, calendar.span(), message, fix);
        return null;
    }
}
