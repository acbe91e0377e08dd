package io.bellwether.engine.duckdb;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a column have in common.
 *
 * @param whole of decimals: the most digits before the point
 * @param scale of decimals: the most digits behind it
 */
record ExcelType(Kind kind, int whole, int scale) {
    enum Kind {
        /** No cell has a value so far. */
        NOTHING("VARCHAR"),
        BOOLEAN("BOOLEAN"),
        INTEGER("BIGINT"),
        DECIMAL("DECIMAL"),
        DOUBLE("DOUBLE"),
        DATE("DATE"),
        TIMESTAMP("TIMESTAMP"),
        TEXT("VARCHAR");

        private final String duckType;

        Kind(String duckType) {
            this.duckType = duckType;
        }
    }

    static final ExcelType NOTHING = plain(Kind.NOTHING);

    /** Beyond this, Excel's numbers are no longer whole. */
    private static final BigDecimal LARGEST_WHOLE = BigDecimal.valueOf(1L << 53);

    /** People write prices and shares with fewer digits; what has more was divided, and is as exact as a double. */
    private static final int MOST_SCALE = 9;

    private static final int NARROW = 18;

    private static final Pattern DUCK_DECIMAL = Pattern.compile("DECIMAL\\(\\d+,(\\d+)\\)");

    private static ExcelType plain(Kind kind) {
        return new ExcelType(kind, 0, 0);
    }

    String duckType() {
        return kind == Kind.DECIMAL
                ? "DECIMAL(" + (whole + scale <= NARROW ? NARROW : 2 * NARROW) + "," + scale + ")"
                : kind.duckType;
    }

    /** For a sentence about the column's cells. */
    String word() {
        return switch (kind) {
            case BOOLEAN -> "true or false";
            case DATE -> "dates";
            case TIMESTAMP -> "times";
            case INTEGER, DECIMAL, DOUBLE -> "numbers";
            case NOTHING, TEXT -> "texts";
        };
    }

    static ExcelType ofDuck(String type) {
        Matcher decimal = DUCK_DECIMAL.matcher(type);
        if (decimal.matches()) {
            return new ExcelType(Kind.DECIMAL, 0, Integer.parseInt(decimal.group(1)));
        }
        for (Kind candidate : Kind.values()) {
            if (candidate != Kind.NOTHING && type.startsWith(candidate.duckType)) {
                return plain(candidate);
            }
        }
        return plain(Kind.TEXT);
    }

    static ExcelType of(@Nullable Object value) {
        return switch (value) {
            case null -> NOTHING;
            case Boolean b -> plain(Kind.BOOLEAN);
            case BigDecimal number -> of(number.stripTrailingZeros());
            case LocalDateTime at -> plain(at.toLocalTime().equals(LocalTime.MIDNIGHT) ? Kind.DATE : Kind.TIMESTAMP);
            default -> plain(Kind.TEXT);
        };
    }

    private static ExcelType of(BigDecimal number) {
        boolean whole = number.scale() <= 0 && number.abs().compareTo(LARGEST_WHOLE) <= 0;
        if (!whole && (number.scale() <= 0 || number.scale() > MOST_SCALE)) {
            return plain(Kind.DOUBLE);
        }
        return new ExcelType(
                whole ? Kind.INTEGER : Kind.DECIMAL,
                Math.max(0, number.precision() - number.scale()),
                Math.max(0, number.scale()));
    }

    /** The narrowest type that holds the values of both. */
    ExcelType with(ExcelType other) {
        if (other.kind == Kind.NOTHING) {
            return this;
        }
        if (kind == Kind.NOTHING) {
            return other;
        }
        return new ExcelType(common(other), Math.max(whole, other.whole), Math.max(scale, other.scale));
    }

    private Kind common(ExcelType other) {
        if (kind == other.kind) {
            return kind;
        }
        if (isNumber() && other.isNumber()) {
            return kind.compareTo(other.kind) > 0 ? kind : other.kind;
        }
        return isTime() && other.isTime() ? Kind.TIMESTAMP : Kind.TEXT;
    }

    private boolean isNumber() {
        return kind == Kind.INTEGER || kind == Kind.DECIMAL || kind == Kind.DOUBLE;
    }

    private boolean isTime() {
        return kind == Kind.DATE || kind == Kind.TIMESTAMP;
    }

    void append(DuckDBAppender to, @Nullable Object value) throws SQLException {
        if (value == null) {
            to.appendNull();
            return;
        }
        switch (kind) {
            case BOOLEAN -> to.append((Boolean) value);
            case INTEGER -> to.append(((BigDecimal) value).longValue());
            case DECIMAL -> to.append(((BigDecimal) value).setScale(scale));
            case DOUBLE -> to.append(((BigDecimal) value).doubleValue());
            case DATE -> to.append(((LocalDateTime) value).toLocalDate());
            case TIMESTAMP -> to.append((LocalDateTime) value);
            case NOTHING, TEXT -> to.append(text(value));
        }
    }

    /** As the sheet shows it: a day without the time that it does not have. */
    static String text(Object value) {
        return switch (value) {
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case LocalDateTime at
            when at.toLocalTime().equals(LocalTime.MIDNIGHT) -> at.toLocalDate().toString();
            default -> value.toString();
        };
    }
}
