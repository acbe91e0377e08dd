package io.bellwether.core.ossie;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.ExpressionParser;
import io.bellwether.core.expression.Function;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Problems;
import java.util.ArrayList;
import java.util.List;

/** The texts of expressions in a question. */
final class Formula {
    private Formula() {}

    /** @throws DiagnosticException where the text is no expression */
    static Expr parse(Excerpt text) {
        Problems problems = new Problems();
        return ExpressionParser.parse(text, problems).orElseThrow(() -> new DiagnosticException(problems.all()));
    }

    static DiagnosticException marked(DiagnosticException problems, String ossie) {
        return new DiagnosticException(problems.diagnostics().stream()
                .map((Diagnostic d) -> d.asOssie(ossie))
                .toList());
    }

    /** What must all hold. */
    static List<Expr> conjuncts(Expr condition) {
        if (!(condition instanceof Expr.Call call) || call.function() != Function.AND) {
            return List.of(condition);
        }
        List<Expr> all = new ArrayList<>();
        call.arguments().forEach(argument -> all.addAll(conjuncts(argument)));
        return all;
    }
}
