package io.bellwether.core.plan;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Type;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Grain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something smaller that is made of a dataset's rows once, and read in their place. */
public sealed interface Rollup {
    /** The column with the start of a row's day. */
    String DAY = Node.BUCKET;

    /** What it holds, over rows of all time. */
    Node content();

    /** Of the content's columns, in order. */
    Map<String, Type> columns();

    /**
     * A row for each day and what else it is by.
     *
     * @param scan with {@link #DAY} as its first key; measures that can be merged, or none and a condition
     * @param time what the days are of
     */
    record Cells(Node.Scan scan, Expr.FieldRef time) implements Rollup {
        @Override
        public Node content() {
            return scan;
        }

        @Override
        public Map<String, Type> columns() {
            Map<String, Type> columns = new LinkedHashMap<>();
            scan.keys().forEach(key -> columns.put(key.name(), type(key.value())));
            scan.measures().forEach(measure -> columns.put(measure.name(), Type.OTHER));
            return columns;
        }
    }

    /**
     * How many keys each day brings that its period has not seen before. Keys are counted once in any stretch that begins
     * where a period does and ends within it, by adding up its days:
     *
     * <pre>
     *   day        keys      new in the month
     *   1 March    a b       2
     *   2 March    a c       1          1 to 2 March: 3 keys
     *   3 March    b c       0          1 to 3 March: 3 keys
     * </pre>
     *
     * @param keys each day's keys
     */
    record Firsts(Cells keys, Grain period) implements Rollup {
        /** The column with the number of new keys. */
        static final String NEW = "new_keys";

        private static final String PERIOD = "period";

        @Override
        public Node content() {
            String key = keys.scan().keys().getLast().name();
            Expr day = Exprs.column(DAY, Type.TIMESTAMP);
            var first = new Node.Combine(
                    "first",
                    "each key's first day of each " + period.word(),
                    keys.scan(),
                    null,
                    null,
                    List.of(new Node.Key(PERIOD, Exprs.bucket(day, period)), new Node.Key(key, Exprs.column(key))),
                    List.of(measure(DAY, AggregateFunction.MIN, day)),
                    true);
            return new Node.Combine(
                    "firsts",
                    "how many keys each day is the first of",
                    first,
                    null,
                    null,
                    List.of(new Node.Key(DAY, day)),
                    List.of(measure(NEW, AggregateFunction.COUNT_ROWS, null)),
                    true);
        }

        private static Node.Measure measure(String name, AggregateFunction function, @Nullable Expr argument) {
            return new Node.Measure(name, function, argument, null, null, 0, false);
        }

        @Override
        public Map<String, Type> columns() {
            Map<String, Type> columns = new LinkedHashMap<>();
            columns.put(DAY, Type.TIMESTAMP);
            columns.put(NEW, Type.INTEGER);
            return columns;
        }
    }

    /**
     * Rollups that are by day alone, side by side, so that one small table answers for many datasets:
     *
     * <pre>
     *   day        p0_m0   p1_m0   p1_m1
     *   1 March       17       2    NULL      nothing of the second rollup's m1 on that day
     *   2 March     NULL       5       3      no row of the first rollup on that day
     * </pre>
     *
     * @param parts each from its own table
     */
    record Days(List<Kept> parts) implements Rollup {
        /** Whether the rollup can stand beside others: one row a day. */
        public static boolean takes(Rollup rollup) {
            return switch (rollup) {
                case Cells cells -> cells.scan().keys().size() == 1;
                case Firsts ignored -> true;
                case Days ignored -> false;
            };
        }

        @Override
        public Node content() {
            List<Node> scans = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                scans.add(scan(parts.get(i), i));
            }
            return new Node.Stack("days", "all that is by day alone, side by side", scans, List.of(DAY));
        }

        private static Node scan(Kept part, int index) {
            List<Node.Key> keys = new ArrayList<>(List.of(new Node.Key(DAY, part.field(DAY))));
            for (String column : values(part.rollup())) {
                keys.add(new Node.Key(prefix(index) + column, part.field(column)));
            }
            String note = part.rollup().content().note();
            return new Node.Scan(
                    "part_" + index, note, part.table(), List.of(), List.of(), null, keys, List.of(), false);
        }

        private static List<String> values(Rollup rollup) {
            return rollup.columns().keySet().stream()
                    .filter(column -> !column.equals(DAY))
                    .toList();
        }

        private static String prefix(int index) {
            return "p" + index + "_";
        }

        @Override
        public Map<String, Type> columns() {
            Map<String, Type> columns = new LinkedHashMap<>();
            columns.put(DAY, Type.TIMESTAMP);
            for (int i = 0; i < parts.size(); i++) {
                Rollup rollup = parts.get(i).rollup();
                for (String column : values(rollup)) {
                    columns.put(
                            prefix(i) + column,
                            Objects.requireNonNull(rollup.columns().get(column)));
                }
            }
            return columns;
        }

        /** Each part, as it can be read from the table with all of them. */
        public List<Kept> kept(String name, DataSource source) {
            Dataset table = Kept.table(this, name, source);
            List<Kept> all = new ArrayList<>();
            for (int i = 0; i < parts.size(); i++) {
                all.add(new Kept(parts.get(i).rollup(), table, prefix(i)));
            }
            return all;
        }
    }

    /** The datasets that it is made of, in order. */
    default List<Dataset> sources() {
        return List.copyOf(SourceColumns.of(Steps.of(content()).stream()
                        .filter(Node.Scan.class::isInstance)
                        .map(Node.Scan.class::cast)
                        .toList())
                .keySet());
    }

    /** What makes it, as a plan that brings its columns in the order of days. */
    default Plan plan(Calendar calendar) {
        List<Node.Named> columns = new ArrayList<>();
        columns().forEach((name, type) -> columns.add(new Node.Named(name, Exprs.column(name, type))));
        return new Plan(calendar, content(), columns, 1, null, List.of(new Question.Order(DAY, false)), null);
    }

    /**
     * A rollup that is there.
     *
     * @param table its rows, with {@link Rollup#columns} as fields
     * @param prefix before the names of all fields but the day; empty for a table of its own. In a table that it shares with
     *     others there are days of which it knows nothing: all its fields are NULL there
     */
    record Kept(Rollup rollup, Dataset table, String prefix) {
        /** @param name that no other dataset of a plan has */
        public static Kept of(Rollup rollup, String name, DataSource source) {
            return new Kept(rollup, table(rollup, name, source), "");
        }

        private static Dataset table(Rollup rollup, String name, DataSource source) {
            Map<String, Field> fields = new LinkedHashMap<>();
            rollup.columns()
                    .forEach((column, type) -> fields.put(
                            column,
                            new Field(column, null, null, Exprs.column(column, type), type, null, Exprs.NOWHERE)));
            return new Dataset(
                    name,
                    null,
                    null,
                    source,
                    DAY,
                    null,
                    Dataset.Holding.NONE,
                    List.of(),
                    List.of(),
                    fields,
                    List.of(),
                    List.of(),
                    null,
                    List.of(),
                    null,
                    false,
                    Exprs.NOWHERE);
        }

        /** Whether the table has days of which this rollup knows nothing. */
        boolean isShared() {
            return !prefix.isEmpty();
        }

        Expr.FieldRef field(String column) {
            String name = column.equals(DAY) ? DAY : prefix + column;
            Type type = table.field(name).orElseThrow().type();
            return new Expr.FieldRef(table.name(), name, type, Exprs.NOWHERE);
        }
    }

    private static Type type(Expr key) {
        return switch (key) {
            case Expr.FieldRef field -> field.type();
            case Expr.CalendarRef cut -> cut.type();
            default -> Type.OTHER;
        };
    }
}
