package io.bellwether.engine.duckdb;

import io.bellwether.core.expression.Type;

/** DuckDB's types as ours. */
final class DuckTypes {
    private DuckTypes() {}

    static Type logical(String type) {
        if (type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP") || type.startsWith("UNION")) {
            return Type.OTHER;
        }
        if (type.startsWith("DECIMAL")) {
            return Type.DECIMAL;
        }
        if (type.startsWith("ENUM")) {
            return Type.TEXT;
        }
        return switch (type) {
            case "BOOLEAN" -> Type.BOOLEAN;
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT" -> Type.INTEGER;
            case "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT" -> Type.INTEGER;
            case "FLOAT", "DOUBLE" -> Type.DOUBLE;
            case "VARCHAR", "UUID" -> Type.TEXT;
            case "DATE" -> Type.DATE;
            case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> Type.TIMESTAMP;
            case "TIMESTAMP WITH TIME ZONE" -> Type.TIMESTAMP_TZ;
            case "TIME" -> Type.TIME;
            case "INTERVAL" -> Type.INTERVAL;
            default -> Type.OTHER;
        };
    }
}
