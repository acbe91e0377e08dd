package io.bellwether.core.sql;

import java.util.List;

/**
 * A statement that an engine can run as it stands: literals are in the text, escaped by the dialect, so that what a
 * person copies from a page runs as is.
 *
 * @param columns the names of what comes back, in order
 */
public record SqlStatement(String text, List<String> columns) {
    public SqlStatement {
        columns = List.copyOf(columns);
    }
}
