package io.bellwether.core.ossie;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.catalog.RowExpressions;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.plan.Dimension;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Excerpt;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Values of rows that exist for one question: each is a field of the finest dataset that it reads. */
final class AskedFields {
    private Catalog catalog;
    private int count;

    AskedFields(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The catalog with the fields so far. */
    Catalog catalog() {
        return catalog;
    }

    /**
     * @param others the datasets of what is asked beside it: a value that names none is one of their rows
     * @throws DiagnosticException where it has no one value for a row
     */
    Dimension field(Excerpt text, Expr parsed, String as, Set<String> others) {
        var resolved = RowExpressions.value(parsed, catalog);
        if (resolved.value().isEmpty()) {
            throw new DiagnosticException(resolved.diagnostics());
        }
        Expr value = resolved.value().get();
        if (Exprs.holds(value, AskedFields::isOfMetrics)) {
            String message = "\"" + text.text() + "\" is of metrics, and rows have no such value";
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.MALFORMED, parsed.span(), message, "name the field: date_trunc('month', orders.day)"));
        }
        if (value instanceof Expr.FieldRef field) {
            return new Dimension.ByField(field.dataset(), field.field(), as);
        }
        Set<String> read =
                Exprs.fields(value).stream().map(Expr.FieldRef::dataset).collect(Collectors.toSet());
        String home = RowExpressions.finest(catalog, read.isEmpty() ? others : read);
        Dataset dataset = home == null ? null : catalog.dataset(home).orElse(null);
        if (dataset == null) {
            String message = "\"" + text.text() + "\" has no one value for the rows of any dataset";
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.FAN_OUT, parsed.span(), message, "name fields that one dataset has one of"));
        }
        String name = "asked_" + ++count;
        Map<String, Field> fields = new LinkedHashMap<>(dataset.fields());
        fields.put(name, new Field(name, as, null, own(value, dataset), resolved.type(), null, parsed.span()));
        catalog = catalog.with(dataset.with(fields));
        return new Dimension.ByField(dataset.name(), name, as);
    }

    /** Times of metrics, and metrics per something: they stand in conditions. */
    private static boolean isOfMetrics(Expr expr) {
        return expr instanceof Expr.TimeRef || expr instanceof Expr.CalendarRef || expr instanceof Expr.Per;
    }

    /** Its own fields written out over columns; those of others stay. */
    private static Expr own(Expr expr, Dataset dataset) {
        return expr instanceof Expr.FieldRef field && field.dataset().equals(dataset.name())
                ? dataset.field(field.field()).orElseThrow().expression()
                : Exprs.rebuild(expr, child -> own(child, dataset));
    }
}
