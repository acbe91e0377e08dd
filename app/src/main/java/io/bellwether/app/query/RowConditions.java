package io.bellwether.app.query;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.RowExpressions;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.plan.QuestionParser;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.SourceFile;
import java.util.Set;

/** Conditions that come with a question; a bare field is one of the metrics' own datasets before any other's. */
public record RowConditions(Catalog catalog) implements QuestionParser.Conditions {
    /** What a condition's place is called in problems. */
    public static final String PLACE = "--where";

    @Override
    public Expr read(String text, Set<String> scope) {
        var source = new SourceFile(PLACE, text);
        var own = RowExpressions.parseCondition(source, catalog, scope);
        if (own.condition().isPresent()) {
            return own.condition().get();
        }
        var all = RowExpressions.parseCondition(source, catalog);
        return all.condition().orElseThrow(() -> new DiagnosticException(all.diagnostics()));
    }
}
