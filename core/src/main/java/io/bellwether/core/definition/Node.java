package io.bellwether.core.definition;

import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Span;
import java.util.List;

/** YAML as it was written: nothing is converted yet, everything has a place. */
public sealed interface Node {
    Span span();

    /** How the node is called when a person must be told what stands there. */
    String kind();

    /** @param style how the text is written, which decides where its characters stand */
    record Scalar(String value, Style style, Span span) implements Node {
        /** Whether nothing is written: {@code key:}, {@code ~} or {@code null}. */
        public boolean isNull() {
            return style == Style.PLAIN && (value.isEmpty() || value.equals("~") || value.equals("null"));
        }

        /** Its characters, each with its place. */
        public Excerpt excerpt() {
            return ScalarPlaces.map(this);
        }

        @Override
        public String kind() {
            return isNull() ? "nothing" : "a text";
        }
    }

    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        BLOCK,
        /** Not written where it stands, but told by another spelling: a name is taken as it is. */
        GIVEN
    }

    record Sequence(List<Node> items, Span span) implements Node {
        @Override
        public String kind() {
            return "a list";
        }
    }

    record Mapping(List<Entry> entries, Span span) implements Node {
        @Override
        public String kind() {
            return "a block of keys";
        }
    }

    record Entry(Scalar key, Node value) {}
}
