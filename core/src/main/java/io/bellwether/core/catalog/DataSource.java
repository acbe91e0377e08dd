package io.bellwether.core.catalog;

import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Grain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a dataset's rows come from. */
public sealed interface DataSource {
    /**
     * One file or a glob of files, relative to the workspace's folder.
     *
     * @param reading what the definition says of how they are read
     */
    record Files(String pattern, FileReading reading) implements DataSource {
        public Files(String pattern) {
            this(pattern, FileReading.PLAIN);
        }
    }

    /** A table of a connection, as {@code connection.schema.table} in the definition. */
    record Table(Connection on, String name) implements DataSource {}

    /** A query that a connection answers. */
    record Query(Connection on, String sql) implements DataSource {}

    /**
     * Values of a metric that people type in: kept by the store, and for the embedded engine as a file.
     *
     * @param every of what length the periods are
     * @param by what a value is of beside its period, in order
     */
    record Typed(String metric, Grain every, List<By> by) implements DataSource {
        /** The first day of a value's period. */
        public static final String PERIOD = "period";

        /** The number itself, in the metric's unit. */
        public static final String VALUE = "value";

        public Typed {
            by = List.copyOf(by);
        }

        /** The name of the dataset of a metric's values. */
        public static String dataset(String metric) {
            return metric + "_values";
        }

        /** Where the embedded engine finds them, relative to the workspace's folder. */
        public Files file() {
            return new Files(".bellwether/values/" + metric + ".parquet");
        }

        /** What is known of them without a look. */
        public List<Column> columns() {
            List<Column> columns = new ArrayList<>(List.of(new Column(PERIOD, Type.DATE)));
            by.forEach(dimension -> columns.add(new Column(dimension.name(), Type.TEXT)));
            columns.add(new Column(VALUE, Type.DECIMAL));
            return columns;
        }
    }

    /**
     * What values are of: a region, a team.
     *
     * @param members that there are, or empty for any
     */
    record By(String name, List<String> members) {
        public By {
            members = List.copyOf(members);
        }
    }

    /** Empty for files, which the embedded engine reads. */
    default Optional<Connection> connection() {
        return switch (this) {
            case Files files -> Optional.empty();
            case Typed typed -> Optional.empty();
            case Table table -> Optional.of(table.on());
            case Query query -> Optional.of(query.on());
        };
    }
}
