package io.bellwether.core.definition;

import io.bellwether.core.definition.DatasetDefinition.ReadingDefinition;
import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.Node.Sequence;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a dataset says of how its files are read: {@code sheet: Sales}, {@code header: 3} and
 * {@code skip_rows: [1, last, { month: Total }]}.
 */
final class ReadingReader {
    private static final String SHEET = "sheet";
    private static final String HEADER = "header";
    private static final String SKIP = "skip_rows";
    private static final String ON_ERROR = "on_error";
    private static final String QUARANTINE = "quarantine";

    /** Names stand near the top of a file. */
    private static final int LOWEST_HEADER = 10_000;

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
        Located<String> sheet = dataset.text(SHEET);
        int header = header(dataset.text(HEADER));
        dataset.items(SKIP).forEach(this::skipped);
        var error = dataset.word(ON_ERROR, List.of("refuse", QUARANTINE));
        boolean quarantine = error != null && error.value().equals(QUARANTINE);
        return Stream.of(SKIP, ON_ERROR, SHEET, HEADER)
                .map(dataset::keySpan)
                .filter(Objects::nonNull)
                .findFirst()
                .map(place ->
                        new ReadingDefinition(sheet, header, List.copyOf(numbers), last, where, quarantine, place))
                .orElse(null);
    }

    private int header(@Nullable Located<String> row) {
        if (row == null) {
            return 0;
        }
        if (row.value().matches("[1-9][0-9]{0,4}") && Integer.parseInt(row.value()) <= LOWEST_HEADER) {
            return Integer.parseInt(row.value());
        }
        dataset.problems()
                .add(
                        Code.WRONG_SHAPE,
                        row.span(),
                        "\"" + Amounts.shortened(row.value()) + "\" is no row that names the columns",
                        "write the number of the line or row with the names, from 1 to " + LOWEST_HEADER);
        return 0;
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
