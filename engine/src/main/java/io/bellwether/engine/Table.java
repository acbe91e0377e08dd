package io.bellwether.engine;

import io.bellwether.core.catalog.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a statement. A value is exact and of the Java type that its column's type has: {@code BOOLEAN} Boolean,
 * {@code INTEGER} Long (BigInteger beyond its range), {@code DECIMAL} BigDecimal, {@code DOUBLE} Double, {@code TEXT} and
 * {@code OTHER} String, {@code DATE} LocalDate, {@code TIMESTAMP} LocalDateTime, {@code TIMESTAMP_TZ} Instant,
 * {@code TIME} LocalTime, {@code INTERVAL} String; SQL's NULL is null.
 */
public record Table(List<Column> columns, List<List<@Nullable Object>> rows) {
    /** The zero-based position of the column of exactly that name. */
    public int position(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column named " + column);
    }

    /** The same with only these columns, in this order. */
    public Table only(List<String> names) {
        List<Integer> positions = names.stream().map(this::position).toList();
        List<List<@Nullable Object>> cut = new ArrayList<>();
        for (List<@Nullable Object> row : rows) {
            List<@Nullable Object> values = new ArrayList<>();
            positions.forEach(position -> values.add(row.get(position)));
            cut.add(values);
        }
        return new Table(positions.stream().map(columns::get).toList(), cut);
    }
}
