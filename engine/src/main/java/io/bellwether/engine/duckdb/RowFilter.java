package io.bellwether.engine.duckdb;

import io.bellwether.core.catalog.SkippedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which rows of texts count.
 *
 * @param skipped in which columns, as the files spell them, which texts say that a row is no data
 * @param held what holds of a column's texts in rows that count, over {@code «»}
 */
record RowFilter(List<Map<String, List<String>>> skipped, Map<String, String> held) {
    static final RowFilter ALL = new RowFilter(List.of(), Map.of());

    /** The same, where rows count only if that holds too. */
    RowFilter with(Map<String, String> more) {
        return new RowFilter(skipped, more);
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
        List<String> conditions = new ArrayList<>();
        if (!reasons.isEmpty()) {
            conditions.add("not (" + String.join(" or ", reasons) + ")");
        }
        new TreeMap<>(held).forEach((column, holds) -> {
            if (own.contains(column)) {
                String name = Sql.identifier(column);
                String condition = new CsvType("", holds, "").holds(column);
                conditions.add("(" + name + " is null or " + name + " = '' or coalesce(" + condition + ", false))");
            }
        });
        return conditions.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", conditions));
    }
}
