package io.bellwether.core.ossie;

import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.expression.ExpressionParser;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The three shapes of an expression: a text, a list of {@code {dialect, expression}}, and {@code {dialects: […]}}. Of
 * several dialects ANSI SQL is read, else the first that our parser understands.
 */
final class Expressions {
    private static final String STANDARD = "ANSI_SQL";

    private Expressions() {}

    private record Written(String dialect, Scalar text) {}

    /** The text, or empty where there is none that can be read; then a problem says so. */
    static Optional<Scalar> read(Node holder, String what, Problems problems) {
        Node node = Nodes.at(holder, "expression");
        if (node == null || node instanceof Scalar) {
            return Optional.ofNullable((Scalar) node);
        }
        List<Written> all = written(node);
        Optional<Scalar> one = all.size() == 1 ? Optional.of(all.getFirst().text()) : readable(all);
        if (one.isEmpty()) {
            boolean none = all.isEmpty();
            String message = what + (none ? " has no expression in it" : " is in no dialect that we can read");
            String fix = "left out; add { dialect: ANSI_SQL, expression: … }";
            problems.add(Diagnostic.warning(Code.SYNTAX.id(), node.span(), message, fix));
        }
        return one;
    }

    private static Optional<Scalar> readable(List<Written> all) {
        return all.stream()
                .sorted(Comparator.comparing((Written w) -> !w.dialect().equals(STANDARD)))
                .filter(w -> w.dialect().equals(STANDARD)
                        || ExpressionParser.parse(w.text().excerpt(), new Problems())
                                .isPresent())
                .map(Written::text)
                .findFirst();
    }

    private static List<Written> written(Node node) {
        List<Written> all = new ArrayList<>();
        @Nullable Node list = Nodes.has(node, "dialects") ? Nodes.at(node, "dialects") : node;
        for (Node item : Nodes.items(list)) {
            String dialect = Nodes.text(item, "dialect");
            Nodes.scalar(item, "expression").ifPresent(text -> all.add(new Written(String.valueOf(dialect), text)));
        }
        return all;
    }
}
