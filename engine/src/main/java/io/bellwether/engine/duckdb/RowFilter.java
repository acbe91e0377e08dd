package io.bellwether.engine.duckdb;

import io.bellwether.core.catalog.SkippedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which rows of texts count.
 *
 * @param skipped in which columns, as the files spell them, which texts say that a row is no data
 */
record RowFilter(List<Map<String, List<String>>> skipped) {
    static final RowFilter ALL = new RowFilter(List.of());

    boolean isAll() {
        return skipped.isEmpty();
    }

    /** The columns that decide. */
    Set<String> columns() {
        return skipped.stream().flatMap(one -> one.keySet().stream()).collect(Collectors.toSet());
    }

    /**
     * The condition, in SQL, for rows that count; empty where all do.
     *
     * @param own the columns of the file; another holds nothing
     */
    Optional<String> condition(Set<String> own) {
        List<String> reasons = new ArrayList<>();
        for (Map<String, List<String>> one : skipped) {
            reasons.add(one.entrySet().stream()
                    .map(column -> (own.contains(column.getKey())
                                    ? "lower(trim(coalesce(cast(" + Sql.identifier(column.getKey())
                                            + " as varchar), '')))"
                                    : "''")
                            + " in "
                            + column.getValue().stream()
                                    .map(text -> Sql.string(SkippedRows.folded(text)))
                                    .collect(Collectors.joining(", ", "(", ")")))
                    .collect(Collectors.joining(" and ", "(", ")")));
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of("not (" + String.join(" or ", reasons) + ")");
    }
}
