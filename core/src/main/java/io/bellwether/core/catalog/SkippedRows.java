package io.bellwether.core.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of files that are no data.
 *
 * @param numbers of lines of a text file, rows of a sheet, or records, as people count them: from 1
 * @param last whether the last row of each file is one
 * @param where rows in which each of some columns holds one of its texts; an empty text stands for nothing
 */
public record SkippedRows(Set<Integer> numbers, boolean last, List<Map<String, List<String>>> where) {
    public static final SkippedRows NONE = new SkippedRows(Set.of(), false, List.of());

    public SkippedRows {
        numbers = Collections.unmodifiableSet(new TreeSet<>(numbers));
        where = where.stream()
                .<Map<String, List<String>>>map(one -> Collections.unmodifiableMap(new TreeMap<>(one)))
                .toList();
    }

    /** These rows and all above that one. */
    SkippedRows above(int row) {
        Set<Integer> more = new TreeSet<>(numbers);
        IntStream.range(1, row).forEach(more::add);
        return new SkippedRows(more, last, where);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** Whether rows are told by their places. */
    public boolean hasPlaces() {
        return last || !numbers.isEmpty();
    }

    /** The texts as they are compared: whatever their case and the blanks around them. */
    public static String folded(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether the row's texts say that it is no data. */
    public boolean matches(Function<String, @Nullable String> textOf) {
        return where.stream()
                .anyMatch(one -> one.entrySet().stream().allMatch(column -> {
                    String text = folded(textOf.apply(column.getKey()));
                    return column.getValue().stream()
                            .anyMatch(wanted -> folded(wanted).equals(text));
                }));
    }
}
