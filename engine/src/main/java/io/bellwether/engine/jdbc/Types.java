package io.bellwether.engine.jdbc;

import io.bellwether.core.expression.Type;
import java.util.Locale;

/** The types that drivers report, as ours. */
final class Types {
    private Types() {}

    static Type standard(Server.Described column) {
        return switch (column.jdbcType()) {
            case java.sql.Types.BOOLEAN, java.sql.Types.BIT -> Type.BOOLEAN;
            case java.sql.Types.TINYINT, java.sql.Types.SMALLINT, java.sql.Types.INTEGER, java.sql.Types.BIGINT ->
                Type.INTEGER;
            case java.sql.Types.NUMERIC, java.sql.Types.DECIMAL -> Type.DECIMAL;
            case java.sql.Types.REAL, java.sql.Types.FLOAT, java.sql.Types.DOUBLE -> Type.DOUBLE;
            case java.sql.Types.CHAR,
                    java.sql.Types.VARCHAR,
                    java.sql.Types.LONGVARCHAR,
                    java.sql.Types.NCHAR,
                    java.sql.Types.NVARCHAR,
                    java.sql.Types.LONGNVARCHAR -> Type.TEXT;
            case java.sql.Types.DATE -> Type.DATE;
            case java.sql.Types.TIMESTAMP -> Type.TIMESTAMP;
            case java.sql.Types.TIMESTAMP_WITH_TIMEZONE -> Type.TIMESTAMP_TZ;
            case java.sql.Types.TIME -> Type.TIME;
            default -> named(column.name().toLowerCase(Locale.ROOT));
        };
    }

    private static Type named(String name) {
        return name.startsWith("interval") ? Type.INTERVAL : name.equals("uuid") ? Type.TEXT : Type.OTHER;
    }
}
