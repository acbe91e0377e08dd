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
 * @param place where the table lies
 */
public record FileReading(Map<String, Told> columns, SkippedRows skipped, boolean quarantine, Place place) {
    /** Nothing is said. */
    public static final FileReading PLAIN = new FileReading(Map.of(), SkippedRows.NONE);

    /**
     * Where a file's table lies.
     *
     * @param sheet of a workbook that is meant; null for the first that a person sees
     * @param header the line or row that names the columns, counted from 1; 0 where it is to be found
     */
    public record Place(@Nullable String sheet, int header) {
        public static final Place FOUND = new Place(null, 0);
    }

    /**
     * What is said of a column.
     *
     * @param format how its dates are written, in the words of strptime; null where they show it
     */
    public record Told(Type type, @Nullable String format) {}

    public FileReading {
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    }

    /** Its table is found. */
    public FileReading(Map<String, Told> columns, SkippedRows skipped, boolean quarantine) {
        this(columns, skipped, quarantine, Place.FOUND);
    }

    /** A row that cannot be read stops what needs it. */
    public FileReading(Map<String, Told> columns, SkippedRows skipped) {
        this(columns, skipped, false);
    }

    /** What is said of the column, whatever its case. */
    public Optional<Told> told(String column) {
        return Optional.ofNullable(columns.get(column.toLowerCase(Locale.ROOT)));
    }

    /** The same for files of lines, of which those above the names are skipped. */
    public FileReading ofLines() {
        return place.header() < 2 ? this : new FileReading(columns, skipped.above(place.header()), quarantine, place);
    }

    public boolean isPlain() {
        return equals(PLAIN);
    }
}
