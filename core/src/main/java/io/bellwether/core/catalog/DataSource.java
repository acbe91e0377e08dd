package io.bellwether.core.catalog;

import java.util.Optional;

/** Where a dataset's rows come from. */
public sealed interface DataSource {
    /** One file or a glob of files, relative to the workspace's folder. */
    record Files(String pattern) implements DataSource {}

    /** A table of a connection, as {@code connection.schema.table} in the definition. */
    record Table(Connection on, String name) implements DataSource {}

    /** A query that a connection answers. */
    record Query(Connection on, String sql) implements DataSource {}

    /** Empty for files, which the embedded engine reads. */
    default Optional<Connection> connection() {
        return switch (this) {
            case Files files -> Optional.empty();
            case Table table -> Optional.of(table.on());
            case Query query -> Optional.of(query.on());
        };
    }
}
