package io.bellwether.engine.duckdb;

import io.bellwether.engine.EngineException;
import io.bellwether.engine.RowStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** One value of a stream on its way into DuckDB; what does not fit exactly is refused, never rounded. */
final class FeedValue {
    private static final int WIDEST = 38;

    /** Of decimals without a bound, as PostgreSQL has them: 28 digits before the point, and these after it. */
    private static final int SCALE = 10;

    private FeedValue() {}

    static int precision(RowStream.Wide column) {
        return isBound(column) ? column.precision() : WIDEST;
    }

    static int scale(RowStream.Wide column) {
        return isBound(column) ? column.scale() : SCALE;
    }

    private static boolean isBound(RowStream.Wide column) {
        return column.precision() >= 1
                && column.precision() <= WIDEST
                && column.scale() >= 0
                && column.scale() <= column.precision();
    }

    static DuckDBColumnType type(RowStream.Wide column) {
        return switch (column.type()) {
            case BOOLEAN -> DuckDBColumnType.BOOLEAN;
            case INTEGER -> DuckDBColumnType.BIGINT;
            case DECIMAL -> DuckDBColumnType.DECIMAL;
            case DOUBLE -> DuckDBColumnType.DOUBLE;
            case DATE -> DuckDBColumnType.DATE;
            case TIMESTAMP -> DuckDBColumnType.TIMESTAMP;
            case TIMESTAMP_TZ -> DuckDBColumnType.TIMESTAMP_WITH_TIME_ZONE;
            case TEXT, TIME, INTERVAL, OTHER -> DuckDBColumnType.VARCHAR;
        };
    }

    static void write(DuckDBWritableVector to, long row, @Nullable Object value, RowStream.Wide column) {
        try {
            set(to, row, value, column);
        } catch (RuntimeException doesNotFit) {
            throw EngineException.of(
                    "E606",
                    "a value does not fit: " + column.name() + " holds " + value,
                    "read the dataset by a query that casts it: source: { query: \"select …\", on: … }");
        }
    }

    private static void set(DuckDBWritableVector to, long row, @Nullable Object value, RowStream.Wide column) {
        switch (value) {
            case null -> to.setNull(row);
            case Boolean truth -> to.setBoolean(row, truth);
            case Long number -> to.setLong(row, number);
            case Double number -> to.setDouble(row, number);
            case BigDecimal number -> to.setBigDecimal(row, number.setScale(scale(column), RoundingMode.UNNECESSARY));
            case LocalDate date -> to.setDate(row, date);
            case LocalDateTime time -> to.setTimestamp(row, time);
            case Instant instant -> to.setOffsetDateTime(row, instant.atOffset(ZoneOffset.UTC));
            case java.math.BigInteger large -> throw new ArithmeticException("more than 64 bits: " + large);
            default -> to.setString(row, value.toString());
        }
    }
}
