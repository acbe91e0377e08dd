package io.bellwether.core.definition;

import io.bellwether.core.definition.DatasetDefinition.ReadingDefinition;
import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.Node.Sequence;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what a dataset says of how its files are read: {@code skip_rows: [1, last, { month: Total }]}. */
final class ReadingReader {
    private static final String SKIP = "skip_rows";
    private static final String QUARANTINE = "quarantine";

    private final Keys dataset;
    private final TreeSet<Integer> numbers = new TreeSet<>();
    private final List<Map<String, List<String>>> where = new ArrayList<>();
    private boolean last;

    private ReadingReader(Keys dataset) {
        this.dataset = dataset;
    }

    /** Null where nothing is said. */
    static @Nullable ReadingDefinition read(Keys dataset) {
        return new ReadingReader(dataset).read();
    }

    private @Nullable ReadingDefinition read() {
        dataset.items(SKIP).forEach(this::skipped);
        var error = dataset.word("on_error", List.of("refuse", QUARANTINE));
        Span skip = dataset.keySpan(SKIP);
        Span place = skip == null ? dataset.keySpan("on_error") : skip;
        return place == null
                ? null
                : new ReadingDefinition(
                        List.copyOf(numbers),
                        last,
                        where,
                        error != null && error.value().equals(QUARANTINE),
                        place);
    }

    private void skipped(Node item) {
        switch (item) {
            case Scalar scalar when scalar.value().equals("last") -> last = true;
            case Scalar scalar
            when scalar.value().matches("[1-9][0-9]{0,8}") -> numbers.add(Integer.parseInt(scalar.value()));
            case Scalar scalar -> wrong(scalar.span(), "\"" + Amounts.shortened(scalar.value()) + "\" is no row");
            case Mapping mapping -> matching(mapping);
            case Sequence sequence -> wrong(sequence.span(), "\"" + SKIP + "\" lists rows, not lists");
        }
    }

    /** Rows in which each of the columns holds one of its texts. */
    private void matching(Mapping mapping) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (Node.Entry entry : mapping.entries()) {
            List<Node> items = entry.value() instanceof Sequence sequence ? sequence.items() : List.of(entry.value());
            List<String> found = new ArrayList<>();
            for (Node item : items) {
                if (item instanceof Scalar scalar) {
                    found.add(scalar.isNull() ? "" : scalar.value());
                } else {
                    wrong(item.span(), "a column holds a text, not " + item.kind());
                }
            }
            texts.put(entry.key().value(), List.copyOf(found));
        }
        if (!texts.isEmpty()) {
            where.add(texts);
        }
    }

    private void wrong(Span place, String message) {
        dataset.problems()
                .add(
                        Code.WRONG_SHAPE,
                        place,
                        message,
                        "write the number of a line, last, or { a_column: the text there }");
    }
}
