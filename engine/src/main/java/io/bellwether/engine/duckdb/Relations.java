package io.bellwether.engine.duckdb;

import io.bellwether.core.catalog.DataSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The names that sources have in statements: the pattern as it was written, so that DuckDB's own shell in the
 * workspace's folder understands a statement as it stands.
 */
final class Relations {
    private final Map<String, String> taken = new ConcurrentHashMap<>();

    String name(DataSource source) {
        return switch (source) {
            case DataSource.Files files -> Sql.identifier(distinct(files));
            case DataSource.Typed typed -> name(typed.file());
            case DataSource.Table table -> throw new IllegalArgumentException("not a file: " + table.name());
            case DataSource.Query query -> throw new IllegalArgumentException("not a file: " + query.sql());
        };
    }

    /** To DuckDB, names that differ only in case are one; to a file system they are two. So are two ways to read a file. */
    private String distinct(DataSource.Files files) {
        String pattern = files.pattern();
        String own = files.reading().isPlain() ? pattern : pattern + " " + files.reading();
        String first = taken.putIfAbsent(pattern.toLowerCase(Locale.ROOT), own);
        return first == null || first.equals(own) ? pattern : pattern + "#" + Integer.toHexString(own.hashCode());
    }
}
