package io.bellwether.core.catalog;

/** Where a dataset's rows come from. */
public sealed interface DataSource {
    /** One file or a glob of files, relative to the workspace's folder. */
    record Files(String pattern) implements DataSource {}

    /** A table of a connection, as {@code connection.schema.table} in the definition. */
    record Table(String connection, String name) implements DataSource {}

    /** A query that a connection answers. */
    record Query(String connection, String sql) implements DataSource {}
}
