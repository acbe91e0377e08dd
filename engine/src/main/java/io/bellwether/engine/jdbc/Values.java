package io.bellwether.engine.jdbc;

import io.bellwether.core.expression.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Values of a result as exact Java values. */
final class Values {
    private Values() {}

    static @Nullable Object standard(ResultSet rows, int column, Type type) throws SQLException {
        return switch (type) {
            case BOOLEAN -> {
                boolean value = rows.getBoolean(column);
                yield rows.wasNull() ? null : (Object) value;
            }
            case INTEGER -> integer(rows.getBigDecimal(column));
            case DECIMAL -> rows.getBigDecimal(column);
            case DOUBLE -> {
                double value = rows.getDouble(column);
                yield rows.wasNull() ? null : (Object) value;
            }
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

    private static @Nullable Object integer(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigInteger whole = value.toBigInteger();
        return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }
}
