package io.bellwether.core.ossie;

import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.Node.Sequence;
import io.bellwether.core.ossie.Nodes.Block;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Relationships, turned so that they lead from many rows to one. Which side is the one is read off the keys: a side whose
 * columns hold a key of its dataset has one row for each, any other side has many.
 */
final class JoinReader {
    private static final Set<String> KEYS = Set.of(
            "name", "from", "to", "from_columns", "to_columns", "description", "ai_context", "custom_extensions");

    private final Map<String, List<Set<String>>> keys = new HashMap<>();
    private final Map<String, String> spelled = new HashMap<>();
    private final OneNamespace names;
    private final Problems problems;

    JoinReader(List<Node> datasets, OneNamespace names, Problems problems) {
        this.names = names;
        this.problems = problems;
        for (Node dataset : datasets) {
            String name = Identifiers.plain(String.valueOf(Nodes.text(dataset, "name")));
            keys.put(name, keys(dataset));
            spelled.put(name.toLowerCase(Locale.ROOT), name);
        }
    }

    private static List<Set<String>> keys(Node dataset) {
        List<Set<String>> keys = new ArrayList<>();
        keys.add(lower(Nodes.texts(Nodes.at(dataset, "primary_key"))));
        Node unique = Nodes.at(dataset, "unique_keys");
        List<Node> items = Nodes.items(unique);
        if (items.stream().allMatch(Scalar.class::isInstance)) {
            keys.add(lower(Nodes.texts(unique)));
        } else {
            items.forEach(item -> keys.add(lower(Nodes.texts(item))));
        }
        keys.removeIf(Set::isEmpty);
        return keys;
    }

    private static Set<String> lower(List<String> columns) {
        Set<String> lower = new HashSet<>();
        columns.forEach(column -> lower.add(Identifiers.plain(column).toLowerCase(Locale.ROOT)));
        return lower;
    }

    /** One relationship of ours; two where both sides have one row. */
    List<Node> read(Node join) {
        names.checkKeys(join, "a relationship", KEYS, problems);
        if (Nodes.scalar(join, "name").filter(n -> !names.claim(n, problems)).isPresent()) {
            return List.of();
        }
        if (isOfItself(join)) {
            return List.of();
        }
        List<Node> from = columns(join, "from_columns");
        List<Node> to = columns(join, "to_columns");
        if (from.size() != to.size()) {
            String message = "from_columns has " + from.size() + " columns, to_columns has " + to.size();
            problems.add(Code.RELATIONSHIP, join.span(), message, "pair each column with one of the other side");
            return List.of();
        }
        boolean oneTo = isKey(end(join, "to"), to);
        boolean oneFrom = isKey(end(join, "from"), from);
        List<Node> found = new ArrayList<>();
        if (oneTo || !oneFrom) {
            found.add(ours(join, "from", "to", from, to, !oneTo));
        }
        if (oneFrom) {
            found.add(ours(join, "to", "from", to, from, false));
        }
        return found;
    }

    /** A row and its parent in the same dataset: no question can say which of the two it means. */
    private boolean isOfItself(Node join) {
        Node from = end(join, "from");
        boolean itself = from instanceof Scalar one
                && end(join, "to") instanceof Scalar other
                && one.value().equals(other.value());
        if (itself) {
            String message = "a dataset that is related to itself: no join follows this relationship";
            String fix = "define the dataset a second time, under another name, for the other side";
            problems.add(Diagnostic.warning(Code.RELATIONSHIP.id(), join.span(), message, fix));
        }
        return itself;
    }

    private static List<Node> columns(Node join, String key) {
        return Nodes.items(Nodes.unquoted(Nodes.at(join, key)));
    }

    /** The dataset as the model spells it. */
    private @Nullable Node end(Node join, String key) {
        return Nodes.at(join, key) instanceof Scalar name
                ? Nodes.given(
                        spelled.getOrDefault(
                                Identifiers.plain(name.value()).toLowerCase(Locale.ROOT),
                                Identifiers.plain(name.value())),
                        name.span())
                : Nodes.at(join, key);
    }

    private boolean isKey(@Nullable Node end, List<Node> columns) {
        String dataset = end instanceof Scalar name ? name.value() : "";
        Set<String> these = lower(columns.stream()
                .filter(Scalar.class::isInstance)
                .map(c -> ((Scalar) c).value())
                .toList());
        return keys.getOrDefault(dataset, List.of()).stream().anyMatch(these::containsAll);
    }

    private Node ours(Node join, String many, String one, List<Node> from, List<Node> to, boolean manyToMany) {
        Node.@Nullable Mapping extension = Extension.of(join, problems);
        List<Node> pairs = new ArrayList<>();
        for (int i = 0; i < from.size(); i++) {
            if (from.get(i) instanceof Scalar left && !left.isNull()) {
                var pair = new Node.Mapping(List.of(new Node.Entry(left, to.get(i))), left.span());
                pairs.add(pair);
            }
        }
        return new Block(join.span())
                .with("name", Nodes.unquoted(Nodes.at(join, "name")))
                .with("from", end(join, many))
                .with("to", end(join, one))
                .with("columns", new Sequence(pairs, join.span()))
                .with("many_to_many", manyToMany ? Nodes.given("true", join.span()) : null)
                .and(extension)
                .build();
    }
}
