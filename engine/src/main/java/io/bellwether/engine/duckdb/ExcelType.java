package io.bellwether.engine.duckdb;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** What the cells of a column have in common. */
enum ExcelType {
    /** No cell has a value so far. */
    NOTHING("VARCHAR"),
    BOOLEAN("BOOLEAN"),
    INTEGER("BIGINT"),
    DOUBLE("DOUBLE"),
    DATE("DATE"),
    TIMESTAMP("TIMESTAMP"),
    TEXT("VARCHAR");

    /** Beyond this, Excel's numbers are no longer whole. */
    private static final BigDecimal LARGEST_WHOLE = BigDecimal.valueOf(1L << 53);

    private final String duckType;

    ExcelType(String duckType) {
        this.duckType = duckType;
    }

    String duckType() {
        return duckType;
    }

    static ExcelType ofDuck(String type) {
        for (ExcelType candidate : values()) {
            if (candidate != NOTHING && candidate.duckType.equals(type)) {
                return candidate;
            }
        }
        return TEXT;
    }

    static ExcelType of(@Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Boolean b -> BOOLEAN;
            case BigDecimal number -> isWhole(number) ? INTEGER : DOUBLE;
            case LocalDateTime at -> at.toLocalTime().equals(LocalTime.MIDNIGHT) ? DATE : TIMESTAMP;
            default -> TEXT;
        };
    }

    /** The narrowest type that holds the values of both. */
    ExcelType with(ExcelType other) {
        if (this == other || other == NOTHING) {
            return this;
        }
        if (this == NOTHING) {
            return other;
        }
        if (isOneOf(INTEGER, DOUBLE) && other.isOneOf(INTEGER, DOUBLE)) {
            return DOUBLE;
        }
        return isOneOf(DATE, TIMESTAMP) && other.isOneOf(DATE, TIMESTAMP) ? TIMESTAMP : TEXT;
    }

    private boolean isOneOf(ExcelType one, ExcelType two) {
        return this == one || this == two;
    }

    void append(DuckDBAppender to, @Nullable Object value) throws SQLException {
        if (value == null) {
            to.appendNull();
            return;
        }
        switch (this) {
            case BOOLEAN -> to.append((Boolean) value);
            case INTEGER -> to.append(((BigDecimal) value).longValue());
            case DOUBLE -> to.append(((BigDecimal) value).doubleValue());
            case DATE -> to.append(day(value));
            case TIMESTAMP -> to.append((LocalDateTime) value);
            case NOTHING, TEXT -> to.append(text(value));
        }
    }

    private static LocalDate day(Object value) {
        return ((LocalDateTime) value).toLocalDate();
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : value.toString();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.abs().compareTo(LARGEST_WHOLE) <= 0
                && number.stripTrailingZeros().scale() <= 0;
    }
}
