package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.ExpressionParser;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conditions on rows that come with a question, from the command line or the API. */
public final class RowExpressions {
    private RowExpressions() {}

    /** The condition, or why there is none. */
    public record Parsed(Optional<Expr> condition, List<Diagnostic> diagnostics) {}

    /** A condition over the fields of all datasets. */
    public static Parsed parseCondition(SourceFile text, Catalog catalog) {
        return parseCondition(text, catalog, catalog.datasets().keySet());
    }

    /**
     * A condition such as {@code country <> 'France'}, with the names of row conditions in definitions; a field may
     * stand without its dataset where only one dataset in scope has it.
     *
     * @param text named as the person knows it, such as {@code --where}
     * @param datasets in scope
     */
    public static Parsed parseCondition(SourceFile text, Catalog catalog, Collection<String> datasets) {
        Problems problems = new Problems();
        Known known = Known.of(catalog, datasets, problems);
        Expr expr = ExpressionParser.parse(Excerpt.of(text), problems).orElse(null);
        if (expr == null) {
            return new Parsed(Optional.empty(), problems.all());
        }
        if (!Datasets.pers(expr).isEmpty()) {
            known.metricTypes().putAll(MetricTypes.of(catalog));
        }
        Expr condition = new Binder(new RowScope(known, true), problems).condition(expr);
        return new Parsed(Optional.ofNullable(condition), problems.all());
    }

    /** A value of rows, with its type. */
    public record Value(Optional<Expr> value, Type type, List<Diagnostic> diagnostics) {}

    /** A value of rows, perhaps over a window of them; a field stands with its dataset always. */
    public static Value value(Expr expr, Catalog catalog) {
        Problems problems = new Problems();
        Known known = Known.of(catalog, catalog.datasets().keySet(), problems);
        if (!Datasets.pers(expr).isEmpty()) {
            known.metricTypes().putAll(MetricTypes.of(catalog));
        }
        Typed value = new Binder(new RowScope(known, false, true), problems).bind(expr);
        return value == null
                ? new Value(Optional.empty(), Type.OTHER, problems.all())
                : new Value(Optional.of(value.expr()), value.type(), problems.all());
    }

    /** The one of these datasets that has one row of each other, or null. */
    public static @Nullable String finest(Catalog catalog, Collection<String> datasets) {
        return new Relations(catalog.relationships(), catalog.datasets()).start(datasets);
    }

    /** A value of rows or a condition on them that is read already; a field stands with its dataset always. */
    public static Parsed resolve(Expr expr, Catalog catalog, boolean condition) {
        Problems problems = new Problems();
        Known known = Known.of(catalog, catalog.datasets().keySet(), problems);
        if (!Datasets.pers(expr).isEmpty()) {
            known.metricTypes().putAll(MetricTypes.of(catalog));
        }
        Binder binder = new Binder(new RowScope(known, false), problems);
        Typed value = condition ? null : binder.bind(expr);
        Expr resolved = condition ? binder.condition(expr) : value == null ? null : value.expr();
        return new Parsed(Optional.ofNullable(resolved), problems.all());
    }
}
