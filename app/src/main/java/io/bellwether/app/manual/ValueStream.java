package io.bellwether.app.manual;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.expression.Type;
import io.bellwether.engine.RowStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that count, as rows. Where a period has values of the dimensions that the definition has now, only those
 * count: what was given for others before the definition changed would be counted beside them.
 */
final class ValueStream implements RowStream {
    private static final int PRECISION = 38;

    private final DataSource.Typed source;
    private final List<ValueRows.Row> rows;
    private final List<Map<String, String>> members;
    private final int scale;
    private int at = -1;

    ValueStream(DataSource.Typed source, List<ValueRows.Row> latest) {
        this.source = source;
        this.rows = counting(source, latest);
        this.members = rows.stream().map(ValueRows.Row::where).toList();
        this.scale = rows.stream()
                .mapToInt(
                        row -> Math.max(0, Objects.requireNonNull(row.number()).scale()))
                .max()
                .orElse(0);
    }

    private static List<ValueRows.Row> counting(DataSource.Typed source, List<ValueRows.Row> latest) {
        Set<String> names =
                Set.copyOf(source.by().stream().map(DataSource.By::name).toList());
        Map<String, List<ValueRows.Row>> fitting = new LinkedHashMap<>();
        Map<String, List<ValueRows.Row>> others = new LinkedHashMap<>();
        for (ValueRows.Row row : latest) {
            if (row.number() != null) {
                boolean fits = row.where().keySet().equals(names);
                (fits ? fitting : others)
                        .computeIfAbsent(row.period(), p -> new ArrayList<>())
                        .add(row);
            }
        }
        others.forEach(fitting::putIfAbsent);
        return fitting.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public List<Wide> columns() {
        return source.columns().stream()
                .map(column -> column.type() == Type.DECIMAL
                        ? new Wide(column.name(), Type.DECIMAL, PRECISION, scale)
                        : new Wide(column.name(), column.type(), 0, 0))
                .toList();
    }

    @Override
    public boolean next() {
        return ++at < rows.size();
    }

    @Override
    public @Nullable Object value(int column) {
        Column asked = source.columns().get(column);
        return switch (asked.type()) {
            case DATE -> rows.get(at).starts();
            case DECIMAL -> rows.get(at).number();
            default -> members.get(at).get(asked.name());
        };
    }
}
