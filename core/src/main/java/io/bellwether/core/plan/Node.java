package io.bellwether.core.plan;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Relationship;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of a plan: a small relation with a name, and a note that says in words what it holds. A plan flows one way:
 *
 * <pre>
 *   Scan ──▶ (InWindows) ──▶ (Stack) ──▶ Answer
 * </pre>
 */
public sealed interface Node {
    String name();

    String note();

    /**
     * Rows of one dataset with what they join to, cut to a stretch of time.
     *
     * @param joins many-to-one steps, outer: no row of {@code home} is lost, none becomes two
     * @param bounds all of them hold
     * @param condition on rows, or null
     * @param grouped whether rows are grouped by the keys; if not, keys and arguments are columns and no measure stands
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
            boolean grouped)
            implements Node {}

    /**
     * The rows of a scan gathered into windows of time, which may overlap.
     *
     * @param input has a column {@link #BUCKET}
     * @param keys of the input that stay keys, beside {@link #WINDOW}
     * @param only the windows that are needed; empty for all
     * @param pivoted whether the windows are periods and their comparisons: then a row is a period, and each measure is
     *     of one comparison; if not, a row is a window, also an empty one
     */
    record InWindows(
            String name,
            String note,
            Scan input,
            List<String> keys,
            Set<Integer> only,
            boolean pivoted,
            List<Measure> measures)
            implements Node {}

    /** Relations side by side, matched on equal keys, NULL equal to NULL; no row of any of them is lost. */
    record Stack(String name, String note, List<Node> inputs, List<String> keys) implements Node {}

    /** The column of {@link InWindows}' input that holds the local time of a row, or the start of its bucket. */
    String BUCKET = "bucket";

    /** The key of {@link InWindows}. */
    String WINDOW = "window";

    /**
     * A many-to-one step.
     *
     * @param bound what of the joined rows may be seen, or null for all
     */
    record Join(
            Relationship relationship, Dataset to, @Nullable Bound bound) {}

    /** {@code from <= time < before}, each open where null. */
    record Bound(
            Expr.FieldRef time,
            @Nullable LocalDateTime from,
            @Nullable LocalDateTime before) {}

    /** A column that rows are grouped by. */
    sealed interface Key {
        String name();
    }

    record FieldKey(String name, Expr value) implements Key {}

    /** @param grain to which the local time is cut, or null for the time as it is */
    record TimeKey(
            String name, Expr.FieldRef time, @Nullable Grain grain) implements Key {}

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
