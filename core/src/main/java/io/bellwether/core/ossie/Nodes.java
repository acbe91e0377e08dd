package io.bellwether.core.ossie;

import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.Node.Sequence;
import io.bellwether.core.definition.Node.Style;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks into trees of YAML, and makes others of their parts; every part keeps its place. */
final class Nodes {
    private Nodes() {}

    static @Nullable Node at(Node node, String key) {
        return node instanceof Mapping mapping
                ? mapping.entries().stream()
                        .filter(entry -> entry.key().value().equals(key))
                        .map(Node.Entry::value)
                        .filter(value -> !(value instanceof Scalar scalar && scalar.isNull()))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    static boolean has(Node node, String key) {
        return at(node, key) != null;
    }

    static Optional<Scalar> scalar(Node node, String key) {
        return at(node, key) instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
    }

    static @Nullable String text(Node node, String key) {
        return scalar(node, key).map(Scalar::value).orElse(null);
    }

    /** The items of a list; anything else is a list of one. */
    static List<Node> items(@Nullable Node node) {
        return switch (node) {
            case null -> List.of();
            case Sequence sequence -> sequence.items();
            case Mapping mapping -> List.of(mapping);
            case Scalar scalar -> List.of(scalar);
        };
    }

    static List<String> texts(@Nullable Node node) {
        return items(node).stream()
                .filter(Scalar.class::isInstance)
                .map(item -> ((Scalar) item).value())
                .toList();
    }

    /** A name that is taken as it is, whatever our own names look like. */
    static Scalar given(Scalar name) {
        return new Scalar(name.value(), Style.GIVEN, name.span());
    }

    static Scalar given(String text, Span place) {
        return new Scalar(text, Style.GIVEN, place);
    }

    /** The same with the names in it as they are without quotes. */
    static @Nullable Node unquoted(@Nullable Node node) {
        return switch (node) {
            case Scalar scalar
            when Identifiers.isQuoted(scalar.value()) -> given(Identifiers.plain(scalar.value()), scalar.span());
            case Sequence list ->
                new Sequence(
                        list.items().stream()
                                .map(item -> Objects.requireNonNull(unquoted(item)))
                                .toList(),
                        list.span());
            case null, default -> node;
        };
    }

    /** A block in the making. */
    static final class Block {
        private final Span span;
        private final List<Node.Entry> entries = new ArrayList<>();

        Block(Span span) {
            this.span = span;
        }

        /** The key where there is something behind it. */
        Block with(String key, @Nullable Node value) {
            if (value != null
                    && !(value instanceof Sequence list && list.items().isEmpty())) {
                entries.removeIf(entry -> entry.key().value().equals(key));
                entries.add(new Node.Entry(given(key, value.span()), value));
            }
            return this;
        }

        Block with(String key, List<Node> items) {
            return items.isEmpty()
                    ? this
                    : with(key, new Sequence(items, items.getFirst().span()));
        }

        /** The same keys of another block, those that it has. */
        Block copied(Node from, String... keys) {
            for (String key : keys) {
                with(key, at(from, key));
            }
            return this;
        }

        /** All keys of another block; lists of the same key are put together. */
        Block and(@Nullable Mapping other) {
            if (other != null) {
                other.entries().forEach(entry -> {
                    String key = entry.key().value();
                    Node before = at(build(), key);
                    if (before instanceof Sequence list && entry.value() instanceof Sequence more) {
                        List<Node> all = new ArrayList<>(list.items());
                        all.addAll(more.items());
                        with(key, all);
                    } else {
                        with(key, entry.value());
                    }
                });
            }
            return this;
        }

        Mapping build() {
            return new Mapping(List.copyOf(entries), Objects.requireNonNull(span));
        }
    }
}
