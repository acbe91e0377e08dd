package io.bellwether.core.definition;

import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.Node.Sequence;
import io.bellwether.core.definition.Node.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code names: as_written}: the names of datasets and metrics are others' and stay as they are, {@code Order Count}. */
final class GivenNames {
    static final String KEY = "names";
    static final List<String> WORDS = List.of("as_written");
    private static final Set<String> LISTS = Set.of("datasets", "metrics");

    private GivenNames() {}

    /** The same tree; where the file says so, with names that are taken as they are. */
    static Node read(Node root) {
        if (!(root instanceof Mapping mapping) || mapping.entries().stream().noneMatch(GivenNames::says)) {
            return root;
        }
        List<Node.Entry> entries = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            boolean named = LISTS.contains(entry.key().value());
            entries.add(named ? new Node.Entry(entry.key(), items(entry.value())) : entry);
        }
        return new Mapping(List.copyOf(entries), mapping.span());
    }

    private static boolean says(Node.Entry entry) {
        return entry.key().value().equals(KEY) && entry.value() instanceof Scalar word && WORDS.contains(word.value());
    }

    private static Node items(Node list) {
        return switch (list) {
            case Sequence sequence ->
                new Sequence(sequence.items().stream().map(GivenNames::items).toList(), sequence.span());
            case Mapping item ->
                new Mapping(item.entries().stream().map(GivenNames::entry).toList(), item.span());
            case Scalar other -> other;
        };
    }

    private static Node.Entry entry(Node.Entry entry) {
        return entry.key().value().equals("name") && entry.value() instanceof Scalar name && !name.isNull()
                ? new Node.Entry(entry.key(), new Scalar(name.value(), Style.GIVEN, name.span()))
                : entry;
    }
}
