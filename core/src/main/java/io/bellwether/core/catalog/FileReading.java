package io.bellwether.core.catalog;

import io.bellwether.core.expression.Type;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a definition says of how its files are to be read, beyond what they show themselves.
 *
 * @param columns what is said of columns, by their names in lower case
 * @param skipped rows that are no data
 * @param quarantine whether rows that cannot be read are set aside and counted; else they stop what needs them
 */
public record FileReading(Map<String, Told> columns, SkippedRows skipped, boolean quarantine) {
    /** Nothing is said. */
    public static final FileReading PLAIN = new FileReading(Map.of(), SkippedRows.NONE);

    /**
     * What is said of a column.
     *
     * @param format how its dates are written, in the words of strptime; null where they show it
     */
    public record Told(Type type, @Nullable String format) {}

    public FileReading {
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    }

    /** A row that cannot be read stops what needs it. */
    public FileReading(Map<String, Told> columns, SkippedRows skipped) {
        this(columns, skipped, false);
    }

    /** What is said of the column, whatever its case. */
    public Optional<Told> told(String column) {
        return Optional.ofNullable(columns.get(column.toLowerCase(Locale.ROOT)));
    }

    public boolean isPlain() {
        return equals(PLAIN);
    }
}
