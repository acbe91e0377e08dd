package io.bellwether.engine;

import io.bellwether.core.expression.Type;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a statement, one after the other: never more of them in memory than travel at once. */
public interface RowStream {
    List<Wide> columns();

    /** Goes to the next row; false after the last. */
    boolean next() throws SQLException;

    /** A value of the row, of the Java type that {@link Table} promises for its column. */
    @Nullable
    Object value(int column) throws SQLException;

    /** What stopped the rows while somebody else read them. */
    final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final SQLException reason;

        public Broken(SQLException reason) {
            super(reason);
            this.reason = reason;
        }

        public SQLException reason() {
            return reason;
        }
    }

    /**
     * A column with the size of its numbers.
     *
     * @param precision of a decimal, or 0 where it has no bound
     * @param scale of a decimal with a bound
     */
    record Wide(String name, Type type, int precision, int scale) {}
}
