package io.bellwether.core.plan;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fields that take more than their row to know, beside the columns of the rows:
 *
 * <pre>
 *   orders.nth = row_number() over (partition by customer_id …)        SELECT orders.*, row_number() OVER (…) AS nth_1,
 *   orders.area = upper(customers.region)                          ⇒          upper(customers.region) AS area_1
 *                                                                      FROM orders LEFT JOIN customers ON …
 * </pre>
 *
 * Safe because every row stands there once, whatever is joined to it or asked of it afterwards: joins lead from many to one,
 * and no condition but the as-of takes a row out of the windows.
 */
final class WiderRows {
    private static final TimeScope.Range ANY = new TimeScope.Range(null, null);

    private final Planning planning;
    private final Dataset dataset;

    WiderRows(Planning planning, Dataset dataset) {
        this.planning = planning;
        this.dataset = dataset;
    }

    Node.Widened with(Set<String> names) {
        List<Node.Key> keys = new ArrayList<>();
        Map<String, String> columns = new LinkedHashMap<>();
        String day = null;
        for (String name : names) {
            Field field = dataset.field(name).orElseThrow();
            String column = unused(name);
            columns.put(field.name(), column);
            if (CoveredDays.isCovering(dataset, field)) {
                day = column;
            } else {
                keys.add(new Node.Key(column, field.expression()));
            }
        }
        Node.Scan rows = new ScanBuilder(
                        planning, new Facts.Group(dataset.name(), day == null ? DatasetTime.of(dataset) : null))
                .rows(dataset.name() + " with " + String.join(", ", names), keys, ANY);
        Node.Scan all = day == null ? rows : CoveredDays.spread(planning, rows, day);
        return new Node.Widened(all.name(), all.note(), columns, all);
    }

    /** A name that no column of the source has. */
    private String unused(String field) {
        String name = field + "_1";
        for (int i = 2; dataset.field(name).isPresent() || isColumn(name); i++) {
            name = field + "_" + i;
        }
        return name;
    }

    private boolean isColumn(String name) {
        Set<String> columns = new HashSet<>();
        dataset.fields().values().forEach(field -> FieldColumns.collect(field.expression(), columns));
        return columns.stream().anyMatch(name::equalsIgnoreCase);
    }
}
