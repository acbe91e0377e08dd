package io.bellwether.core.expression;

import java.util.Locale;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.jspecify.annotations.Nullable;

/** The type words of SQL as our few types. */
final class CastTypes {
    private static final int MAX_PRECISION = 38;
    private static final int DEFAULT_PRECISION = 18;
    private static final int DEFAULT_SCALE = 3;

    record Found(Type type, int precision, int scale) {}

    private CastTypes() {}

    static @Nullable Found of(SqlDataTypeSpec spec) {
        String word = spec.getTypeName().getSimple().toUpperCase(Locale.ROOT);
        Type type = switch (word) {
            case "BOOLEAN", "BOOL" -> Type.BOOLEAN;
            case "TINYINT", "SMALLINT", "INT", "INTEGER", "BIGINT", "INT64", "BYTEINT" -> Type.INTEGER;
            case "DECIMAL", "NUMERIC", "DEC", "NUMBER" -> Type.DECIMAL;
            case "DOUBLE", "DOUBLE PRECISION", "FLOAT", "REAL", "FLOAT64", "FLOAT8" -> Type.DOUBLE;
            case "VARCHAR", "CHAR", "CHARACTER", "TEXT", "STRING" -> Type.TEXT;
            case "DATE" -> Type.DATE;
            case "TIMESTAMP", "DATETIME", "TIMESTAMP_NTZ" -> Type.TIMESTAMP;
            case "TIMESTAMP_TZ", "TIMESTAMP_WITH_LOCAL_TIME_ZONE", "TIMESTAMPTZ", "TIMESTAMP_LTZ" -> Type.TIMESTAMP_TZ;
            case "TIME" -> Type.TIME;
            default -> null;
        };
        if (type == null) {
            return null;
        }
        if (type != Type.DECIMAL || !(spec.getTypeNameSpec() instanceof SqlBasicTypeNameSpec basic)) {
            return new Found(type, 0, 0);
        }
        boolean bare = basic.getPrecision() < 0;
        int precision = bare ? DEFAULT_PRECISION : basic.getPrecision();
        int scale = bare ? DEFAULT_SCALE : Math.max(0, basic.getScale());
        return precision > MAX_PRECISION || scale > precision ? null : new Found(type, precision, scale);
    }
}
