package io.bellwether.engine.duckdb;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.SourceSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a version of some files: all that a second reading need not find out again.
 *
 * @param options how to read them, by names that the reader of the kind chose
 */
record FileShape(List<PhysicalColumn> columns, Map<String, String> options, List<Diagnostic> warnings) {
    FileShape {
        columns = List.copyOf(columns);
        options = Map.copyOf(options);
        warnings = List.copyOf(warnings);
    }

    /** The same with another option. */
    FileShape with(String option, String value) {
        Map<String, String> more = new HashMap<>(options);
        more.put(option, value);
        return new FileShape(columns, more, warnings);
    }

    SourceSchema schema() {
        return new SourceSchema(columns.stream().map(PhysicalColumn::logical).toList(), warnings);
    }

    Optional<PhysicalColumn> column(String name) {
        Optional<PhysicalColumn> exact =
                columns.stream().filter(c -> c.name().equals(name)).findFirst();
        return exact.or(() ->
                columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst());
    }
}
