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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The three shapes of an expression: a text, a list of {@code {dialect, expression}}, and {@code {dialects: […]}}. Of
 * several dialects Ossie's own comes first, then ANSI SQL, then the first that our parser understands.
 */
final class Expressions {
    private static final List<String> STANDARD = List.of("OSSIE_SQL_2026", "OSI_SQL_2026", "ANSI_SQL");

    /** Languages in which the same text would mean something else. */
    private static final Set<String> OTHERS = Set.of("MDX", "DAX", "TABLEAU", "MAQL", "SIGMA", "LOOKML", "MALLOY");

    private Expressions() {}

    private record Written(String dialect, Scalar text) {
        boolean isStandard() {
            return STANDARD.contains(dialect);
        }

        boolean isReadable() {
            return !OTHERS.contains(dialect)
                    && ExpressionParser.parse(text.excerpt(), new Problems()).isPresent();
        }
    }

    /**
     * The text, or empty where there is none that can be read; then a problem says so.
     *
     * @param usual the dialect where none is said, or null
     */
    static Optional<Scalar> read(Node holder, String what, @Nullable String usual, Problems problems) {
        Node node = Nodes.at(holder, "expression");
        if (node == null) {
            return Optional.empty();
        }
        List<Written> all = written(node, usual == null ? "ANSI_SQL" : usual);
        Optional<Scalar> one = all.size() == 1 && all.getFirst().isStandard()
                ? Optional.of(all.getFirst().text())
                : chosen(all);
        if (one.isEmpty()) {
            String dialects = all.stream().map(Written::dialect).collect(Collectors.joining(", "));
            String message = what
                    + (all.isEmpty() ? " has no expression in it" : " is in no dialect that we can read: " + dialects);
            String fix = "left out; add { dialect: ANSI_SQL, expression: … }";
            problems.add(Diagnostic.warning(Code.SYNTAX.id(), node.span(), message, fix));
        }
        return one;
    }

    /** One that is in a standard dialect and wrong is taken all the same where no other will do: then it is told why. */
    private static Optional<Scalar> chosen(List<Written> all) {
        List<Written> sorted = all.stream()
                .sorted(Comparator.comparing(w -> w.isStandard() ? STANDARD.indexOf(w.dialect()) : STANDARD.size()))
                .toList();
        return sorted.stream()
                .filter(Written::isReadable)
                .findFirst()
                .or(() -> sorted.stream().filter(Written::isStandard).findFirst())
                .map(Written::text);
    }

    private static List<Written> written(Node node, String usual) {
        List<Written> all = new ArrayList<>();
        if (node instanceof Scalar text) {
            all.add(new Written(usual.toUpperCase(Locale.ROOT), text));
            return all;
        }
        @Nullable Node list = Nodes.has(node, "dialects") ? Nodes.at(node, "dialects") : node;
        for (Node item : Nodes.items(list)) {
            String dialect = Nodes.text(item, "dialect");
            String name = (dialect == null ? usual : dialect).toUpperCase(Locale.ROOT);
            Nodes.scalar(item, "expression").ifPresent(text -> all.add(new Written(name, text)));
        }
        return all;
    }
}
