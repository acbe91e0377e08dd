package io.bellwether.engine.duckdb;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.expression.Type;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.Finite;
import io.bellwether.engine.Table;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a result into exact Java values. */
final class Rows {
    /** More rows than anybody can look at; holding them would cost the memory of others. */
    static final int LIMIT = 1_000_000;

    private Rows() {}

    static Table read(ResultSet rows) throws SQLException {
        List<Column> columns = columns(rows.getMetaData());
        List<List<@Nullable Object>> values = new ArrayList<>();
        while (rows.next()) {
            if (values.size() == LIMIT) {
                throw EngineException.of(
                        "E604", "the answer has more than " + LIMIT + " rows", "group coarser, filter, or add a limit");
            }
            List<@Nullable Object> row = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                row.add(Finite.checked(
                        value(rows, i + 1, columns.get(i).type()),
                        columns.get(i).name()));
            }
            values.add(Collections.unmodifiableList(row));
        }
        return new Table(columns, Collections.unmodifiableList(values));
    }

    private static List<Column> columns(ResultSetMetaData meta) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(new Column(meta.getColumnLabel(i), DuckTypes.logical(meta.getColumnTypeName(i))));
        }
        return List.copyOf(columns);
    }

    private static @Nullable Object value(ResultSet rows, int column, Type type) throws SQLException {
        return switch (type) {
            case BOOLEAN -> rows.getObject(column, Boolean.class);
            case INTEGER -> integer(rows.getObject(column));
            case DECIMAL -> rows.getBigDecimal(column);
            case DOUBLE -> rows.getObject(column) instanceof Number number ? number.doubleValue() : null;
            case DATE -> rows.getObject(column, LocalDate.class);
            case TIMESTAMP -> rows.getObject(column, LocalDateTime.class);
            case TIMESTAMP_TZ -> {
                OffsetDateTime at = rows.getObject(column, OffsetDateTime.class);
                yield at == null ? null : at.toInstant();
            }
            case TIME -> rows.getObject(column, LocalTime.class);
            case TEXT, INTERVAL, OTHER -> rows.getString(column);
        };
    }

    /** A sum of integers is a HUGEINT in DuckDB, whatever its size. */
    private static @Nullable Object integer(@Nullable Object value) {
        if (value instanceof BigInteger big) {
            return big.bitLength() < Long.SIZE ? (Object) big.longValue() : big;
        }
        return value instanceof Number number ? (Object) number.longValue() : null;
    }
}
