package io.bellwether.app.init;

import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Engine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the embedded engine in its own words. */
record Asking(Engine engine, Deadline deadline) {
    List<List<@Nullable Object>> rows(String sql) {
        return engine.run(new SqlStatement(sql, List.of()), deadline).rows();
    }

    List<@Nullable Object> row(String sql) {
        return rows(sql).getFirst();
    }

    static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** A name as a statement has it. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text as a statement has it. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
