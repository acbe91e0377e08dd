package io.bellwether.engine;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.source.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a source, in its order.
 *
 * @param warnings what is odd about the source but does not stop it, without a span: the caller knows the place
 * @param aside how many rows cannot be read and are set aside, where the definition says so
 */
public record SourceSchema(List<Column> columns, List<Diagnostic> warnings, long aside) {
    public SourceSchema {
        columns = List.copyOf(columns);
        warnings = List.copyOf(warnings);
    }

    public SourceSchema(List<Column> columns, List<Diagnostic> warnings) {
        this(columns, warnings, 0);
    }

    /** The column of that name; an exact match comes before one that differs in case. */
    public Optional<Column> column(String name) {
        Optional<Column> exact =
                columns.stream().filter(c -> c.name().equals(name)).findFirst();
        return exact.or(() ->
                columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst());
    }
}
