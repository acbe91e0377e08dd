package io.bellwether.core.sql;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.plan.FieldColumns;
import io.bellwether.core.sql.dialect.Dialect;
import io.bellwether.core.time.Calendar;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One statement for the first and last time that each dataset has rows of: the watermarks. Columns: {@code dataset},
 * {@code first}, {@code last}, as local times of the workspace's zone; NULL for a dataset without rows.
 */
public final class TimeRangeSql {
    private final Dialect dialect;
    private final Calendar calendar;

    public TimeRangeSql(Dialect dialect, Calendar calendar) {
        this.dialect = dialect;
        this.calendar = calendar;
    }

    /** The physical columns that the time of a dataset stands on. */
    public static Set<String> columns(Dataset dataset) {
        Set<String> columns = new LinkedHashSet<>();
        FieldColumns.collect(time(dataset).expression(), columns);
        return columns;
    }

    /**
     * @param datasets each with a time
     * @param relations what the engine calls each, by name
     * @param seenBefore no row at or after it counts
     */
    public SqlStatement statement(
            Collection<Dataset> datasets, Map<String, String> relations, LocalDateTime seenBefore) {
        String text = datasets.stream()
                .map(dataset -> select(dataset, String.valueOf(relations.get(dataset.name())), seenBefore))
                .collect(Collectors.joining("\nUNION ALL\n"));
        return new SqlStatement(
                "-- the first and last time that each dataset has rows of\n" + text,
                List.of("dataset", "first", "last"));
    }

    private String select(Dataset dataset, String relation, LocalDateTime seenBefore) {
        Field field = time(dataset);
        String column =
                new ExprSql(dialect, f -> dialect.identifier(f.field()), dialect::identifier).of(field.expression());
        return "SELECT %s AS \"dataset\", %s AS \"first\", %s AS \"last\"\nFROM %s\nWHERE %s < %s"
                .formatted(
                        dialect.text(dataset.name()),
                        dialect.localTime("min(" + column + ")", field.type(), calendar.zone()),
                        dialect.localTime("max(" + column + ")", field.type(), calendar.zone()),
                        relation,
                        column,
                        dialect.bound(seenBefore, field.type(), calendar.zone()));
    }

    private static Field time(Dataset dataset) {
        String time = dataset.time();
        if (time == null) {
            throw new IllegalArgumentException("dataset " + dataset.name() + " has no time");
        }
        return dataset.field(time).orElseThrow();
    }
}
