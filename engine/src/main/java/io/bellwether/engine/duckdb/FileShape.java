package io.bellwether.engine.duckdb;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.engine.SourceSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is known of a version of some files: all that a second reading need not find out again.
 *
 * @param options how to read them, by names that the reader of the kind chose
 * @param refused what keeps a column, by its name, from being used: a question that needs it is refused with this
 *     problem, all others are answered
 */
record FileShape(
        List<PhysicalColumn> columns,
        Map<String, String> options,
        List<Diagnostic> warnings,
        Map<String, Diagnostic> refused) {
    /** The option that says how many rows are set aside. */
    static final String ASIDE = "aside";

    FileShape {
        columns = List.copyOf(columns);
        options = Map.copyOf(options);
        warnings = List.copyOf(warnings);
        refused = Map.copyOf(refused);
    }

    FileShape(List<PhysicalColumn> columns, Map<String, String> options, List<Diagnostic> warnings) {
        this(columns, options, warnings, Map.of());
    }

    /** The same with another option. */
    FileShape with(String option, String value) {
        Map<String, String> more = new HashMap<>(options);
        more.put(option, value);
        return new FileShape(columns, more, warnings, refused);
    }

    /** The columns; what keeps one from being used is a warning, since perhaps nobody uses it. */
    SourceSchema schema() {
        Stream<Diagnostic> kept = new TreeMap<>(refused)
                .values().stream().map(d -> Diagnostic.warning(d.code(), d.span(), d.message(), d.fix()));
        return new SourceSchema(
                columns.stream().map(PhysicalColumn::logical).toList(),
                Stream.concat(warnings.stream(), kept).toList(),
                Long.parseLong(options.getOrDefault(ASIDE, "0")));
    }

    Optional<PhysicalColumn> column(String name) {
        Optional<PhysicalColumn> exact =
                columns.stream().filter(c -> c.name().equals(name)).findFirst();
        return exact.or(() ->
                columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst());
    }
}
