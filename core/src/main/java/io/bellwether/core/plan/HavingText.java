package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.RowExpressions;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.ExpressionParser;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Type;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.Problems;
import io.bellwether.core.source.SourceFile;
import java.util.List;
import java.util.Map;

/** A condition on the rows of an answer, by the names of its columns: {@code revenue > 1000 and orders > 3}. */
final class HavingText {
    private final Catalog catalog;
    private final List<String> columns;
    private final Map<String, Type> types;

    /** @param types of those columns whose type is known */
    HavingText(Catalog catalog, List<String> columns, Map<String, Type> types) {
        this.catalog = catalog;
        this.columns = columns;
        this.types = types;
    }

    /**
     * @throws DiagnosticException where the text is no such condition
     */
    Expr read(String text) {
        Problems problems = new Problems();
        Expr parsed = ExpressionParser.parse(Excerpt.of(new SourceFile("--having", text)), problems)
                .orElseThrow(() -> new DiagnosticException(problems.all()));
        Expr resolved = resolved(parsed);
        var checked = RowExpressions.resolve(typed(resolved), catalog, true);
        if (checked.condition().isEmpty()) {
            throw new DiagnosticException(checked.diagnostics());
        }
        return resolved;
    }

    private Expr typed(Expr expr) {
        return expr instanceof Expr.ColumnRef column
                ? new Expr.ColumnRef(column.column(), types.getOrDefault(column.column(), Type.OTHER), column.span())
                : Exprs.rebuild(expr, this::typed);
    }

    private Expr resolved(Expr expr) {
        return switch (expr) {
            case Expr.Name name
            when columns.contains(name.text()) -> new Expr.ColumnRef(name.text(), Type.OTHER, name.span());
            case Expr.Name name ->
                throw new DiagnosticException(Diagnostic.error(
                        PlanCodes.UNKNOWN_NAME,
                        name.span(),
                        "the answer has no column \"" + name.text() + "\"",
                        Nearest.fix(name.text(), columns).orElse(null)));
            case Expr.Per per ->
                throw new DiagnosticException(Diagnostic.error(
                        PlanCodes.MALFORMED,
                        per.span(),
                        "a metric per something stands where a column of the answer must",
                        "put it under where"));
            case Expr.Aggregate aggregate ->
                throw new DiagnosticException(Diagnostic.error(
                        PlanCodes.MALFORMED,
                        aggregate.span(),
                        "an aggregate stands where a column of the answer must",
                        "make it a metric and name that"));
            default -> Exprs.rebuild(expr, this::resolved);
        };
    }
}
