package io.bellwether.core.sql;

import io.bellwether.core.expression.Type;
import java.util.List;

/**
 * A statement that an engine can run as it stands: literals are in the text, escaped by the dialect, so that what a
 * person copies from a page runs as is.
 *
 * @param columns the names of what comes back, in order
 * @param types of the columns as far as they are known, else {@link Type#OTHER}; empty where none is
 */
public record SqlStatement(String text, List<String> columns, List<Type> types) {
    public SqlStatement {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
    }

    /** A statement of whose answer no more is known than the names. */
    public SqlStatement(String text, List<String> columns) {
        this(text, columns, List.of());
    }

    /** The type of the column at that zero-based position. */
    public Type type(int column) {
        return column < types.size() ? types.get(column) : Type.OTHER;
    }
}
