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
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The texts of expressions in a question. */
final class Formula {
    private static final Pattern WINDOW = Pattern.compile("(?i)\\)\\s*over\\s*\\(");
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"");

    private static final Pattern WORD = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*(?![\\w.(])");

    private Formula() {}

    /** @throws DiagnosticException where the text is no expression */
    static Expr parse(Excerpt text) {
        Problems problems = new Problems();
        return ExpressionParser.parse(text, problems).orElseThrow(() -> new DiagnosticException(problems.all()));
    }

    /** The same where a window function stands in it, which no expression of ours holds. */
    static Expr parse(Excerpt text, String ossieForWindows) {
        try {
            return parse(text);
        } catch (DiagnosticException e) {
            throw hasWindow(text.text()) ? marked(e, ossieForWindows) : e;
        }
    }

    static boolean hasWindow(String text) {
        return WINDOW.matcher(QUOTED.matcher(text).replaceAll("''")).find();
    }

    /** The words of a text that no dataset stands before. */
    static Set<String> names(String text) {
        return WORD.matcher(QUOTED.matcher(text).replaceAll("''"))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
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
