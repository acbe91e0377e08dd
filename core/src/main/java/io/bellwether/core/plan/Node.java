package io.bellwether.core.plan;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plan: a small relation with a name, and a note that says in words what it holds. A plan flows one way, each
 * step reading the ones before it:
 *
 * <pre>
 *   Scan ──────────────▶ Stack ──▶ Answer        rows of a period
 *   Scan ──▶ InWindows ──▶ Stack ──▶ Answer      rows of windows that are known beforehand
 *   Scan ──▶ Combine ────▶ Stack ──▶ Answer      rows met by the periods of a spine
 * </pre>
 */
public sealed interface Node {
    String name();

    String note();

    /** The names of its columns, in order. */
    default List<String> columns() {
        return switch (this) {
            case Scan scan -> columns(scan.keys(), scan.measures());
            case Widened widened -> columns(widened.rows().keys(), List.of());
            case Combine combine -> columns(combine.keys(), combine.measures());
            case InWindows windows -> {
                List<String> columns = new ArrayList<>(windows.keys());
                columns.add(WINDOW);
                columns.addAll(windows.passed());
                windows.measures().forEach(m -> columns.add(m.name()));
                yield columns;
            }
            case Series ignored -> List.of(TIME);
            case First first -> first.input().columns();
            case Numbered numbered -> numbered.input().columns();
            case Stack stack ->
                stack.inputs().stream().flatMap(n -> n.columns().stream()).toList();
        };
    }

    private static List<String> columns(List<Key> keys, List<Measure> measures) {
        List<String> columns = new ArrayList<>();
        keys.forEach(key -> columns.add(key.name()));
        measures.forEach(measure -> columns.add(measure.name()));
        return columns;
    }

    /**
     * Rows of one dataset with what they join to, cut to a stretch of time.
     *
     * @param home under whose name its own fields stand in every expression
     * @param joins each may read what the ones before it brought
     * @param bounds all of them hold
     * @param condition on rows, or null
     * @param grouped whether rows are grouped by the keys; if not, no measure stands
     * @param widened what stands for the rows of datasets some of whose fields other rows have a say in
     */
    record Scan(
            String name,
            String note,
            Dataset home,
            List<Join> joins,
            List<Bound> bounds,
            @Nullable Expr condition,
            List<Key> keys,
            List<Measure> measures,
            boolean grouped,
            List<Widened> widened)
            implements Node {
        public Scan(
                String name,
                String note,
                Dataset home,
                List<Join> joins,
                List<Bound> bounds,
                @Nullable Expr condition,
                List<Key> keys,
                List<Measure> measures,
                boolean grouped) {
            this(name, note, home, joins, bounds, condition, keys, measures, grouped, List.of());
        }

        /** The same with other places to read from. */
        Scan from(Dataset other, List<Join> others, List<Widened> wider) {
            return new Scan(name, note, other, others, bounds, condition, keys, measures, grouped, wider);
        }
    }

    /**
     * All rows of a dataset with all columns of its source, and beside them fields that take more than the row to know.
     *
     * @param fields by the names of their columns; each is a key of the rows
     * @param rows a scan of the dataset, not grouped; its keys stand over the dataset's own columns
     */
    record Widened(String name, String note, Map<String, String> fields, Scan rows) implements Node {
        /** The column that has the field, or null for one that the source has. */
        public @Nullable String column(String field) {
            return fields.get(field);
        }
    }

    /**
     * The rows of a step gathered into windows of time, which may overlap.
     *
     * @param input has a column {@link #BUCKET}
     * @param windows by what name the windows go
     * @param keys of the input that stay keys, beside {@link #WINDOW}
     * @param only the windows that are needed; empty for all
     * @param pivoted whether the windows are periods and their comparisons: then a row is a period, and each measure is
     *     of one comparison; if not, a row is a window, also an empty one
     * @param passed columns of the input that pass through, where rows are not gathered yet; then no measure stands, and
     *     {@link #COMPARISON} is a column too
     * @param measures over columns of the input; where not pivoted, a filter of one speaks of {@link #WINDOW}
     */
    record InWindows(
            String name,
            String note,
            Node input,
            Windowed windows,
            List<String> keys,
            Set<Integer> only,
            boolean pivoted,
            List<String> passed,
            List<Measure> measures)
            implements Node {}

    /** Windows under a name. */
    record Windowed(String name, String note, List<Plan.Window> windows) {}

    /** A row for every period, with its start as {@link #TIME}; open ends are those of another step's {@link #BUCKET}. */
    record Series(
            String name,
            String note,
            Grain grain,
            @Nullable LocalDateTime from,
            @Nullable LocalDateTime before,
            Node within)
            implements Node {}

    /**
     * Rows of a step, or of two that match. No two columns of them have the same name.
     *
     * @param right what the left rows meet, or null
     * @param keys over columns of both
     */
    record Combine(
            String name,
            String note,
            Node left,
            @Nullable Match right,
            @Nullable Expr condition,
            List<Key> keys,
            List<Measure> measures,
            boolean grouped)
            implements Node {}

    /** @param outer whether a left row without a match stays */
    record Match(Node node, Expr on, boolean outer) {}

    /**
     * Of the rows that share a partition, those that come first.
     *
     * @param order by which they come; all but the first ascending, to tell equals apart
     * @param descending whether the greatest of the first comes first
     * @param ties whether all that come first together stay
     */
    record First(
            String name,
            String note,
            Node input,
            List<Expr> partition,
            List<Expr> order,
            boolean descending,
            boolean ties)
            implements Node {}

    /**
     * The rows of a step, each with a number of its own as {@link #ROW}.
     *
     * @param order by which they are counted, or null for any
     */
    record Numbered(
            String name, String note, Node input, @Nullable Expr order) implements Node {}

    /** Relations side by side, matched on equal keys, NULL equal to NULL; no row of any of them is lost. */
    record Stack(String name, String note, List<Node> inputs, List<String> keys) implements Node {}

    /** The column that holds the local time of a row, or the start of its bucket. */
    String BUCKET = "bucket";

    /** The key of {@link InWindows}. */
    String WINDOW = "window";

    /** Which comparison a window is for. */
    String COMPARISON = "comparison";

    /** The column of a spine. */
    String TIME = "time";

    /** The column of {@link Numbered}. */
    String ROW = "row";

    /** The column of a rank, which nobody reads. */
    String RANK = "rank";

    /**
     * Something that each row meets.
     *
     * @param alias under whose name what it brings stands in expressions
     * @param on what holds between them; empty for every pair
     * @param bound what of the joined rows may be seen, or null for all
     * @param relationship the place of what says that they belong together, or null
     * @param unique the fields that must be unique in the dataset that is joined, or for a step in the one that joins it; empty
     *     where it is known
     */
    record Join(
            String alias,
            Target target,
            Kind kind,
            List<Expr> on,
            @Nullable Bound bound,
            @Nullable Span relationship,
            List<String> unique) {
        Join unbound() {
            return new Join(alias, target, kind, on, null, relationship, unique);
        }
    }

    /** What is joined. */
    sealed interface Target {
        record Table(Dataset dataset) implements Target {}

        record Step(Node node) implements Target {}
    }

    /** What becomes of rows without a match. */
    enum Kind {
        /** Rows so far stay. */
        LEFT,
        /** They go. */
        INNER,
        /** Those of both sides stay. */
        FULL,
        /** There are none: every row meets every other. */
        CROSS
    }

    /**
     * {@code from <= time < before}, each open where null.
     *
     * @param orNone whether what has no time passes: it does where no stretch of time is asked for
     */
    record Bound(
            Expr.FieldRef time,
            @Nullable LocalDateTime from,
            @Nullable LocalDateTime before,
            boolean orNone) {
        public Bound(Expr.FieldRef time, @Nullable LocalDateTime from, @Nullable LocalDateTime before) {
            this(time, from, before, false);
        }
    }

    /** A column that rows are grouped by, or that stands for itself where they are not. */
    record Key(String name, Expr value) {}

    /**
     * An aggregate that becomes a column.
     *
     * @param comparison the index of the comparison whose windows it gathers, 0 for the period itself
     * @param merges whether it merges counts of parts: then nothing is 0 and not NULL
     */
    record Measure(
            String name,
            AggregateFunction function,
            @Nullable Expr argument,
            @Nullable Expr filter,
            @Nullable BigDecimal fraction,
            int comparison,
            boolean merges) {}

    /** A named expression over the columns of the step below. */
    record Named(String name, Expr value) {}
}
