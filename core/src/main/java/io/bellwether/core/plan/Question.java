package io.bellwether.core.plan;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.time.Comparison;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Metrics by dimensions, as a value with every name resolved.
 *
 * @param metrics none asks for the values of the dimensions
 * @param comparisons each adds a column per metric, named {@code metric_comparison}: {@code revenue_previous}
 * @param where a condition on rows, before anything is aggregated; for every metric
 * @param having a condition on rows of the answer, over its columns as {@link Expr.ColumnRef}s; or null
 * @param order by columns of the answer; NULLs last ascending, first descending; empty for the dimensions in order
 * @param limit at most this many rows, or null
 * @param distinct whether, without metrics, equal rows come back once
 * @param completeBefore up to where the data is complete: what like-for-like comparisons are cut to
 * @param seenBefore the request's as-of: no row at or after it is seen, by any path
 */
public record Question(
        List<MetricUse> metrics,
        List<Dimension> dimensions,
        TimeScope time,
        List<Comparison> comparisons,
        @Nullable Expr where,
        @Nullable Expr having,
        List<Order> order,
        @Nullable Long limit,
        boolean distinct,
        LocalDateTime completeBefore,
        LocalDateTime seenBefore) {
    /** The metrics in each of the windows, as a scorecard asks. */
    public static Question windows(List<MetricUse> metrics, List<TimeWindow> windows, LocalDateTime seenBefore) {
        TimeScope scope = new TimeScope.Windows(windows);
        return new Question(
                metrics, List.of(), scope, List.of(), null, null, List.of(), null, true, seenBefore, seenBefore);
    }

    /** A metric for each value of the dimensions, over all time. */
    static Question by(MetricUse metric, List<Dimension> dimensions, LocalDateTime seenBefore) {
        TimeScope scope = new TimeScope.Range(null, null);
        return new Question(
                List.of(metric),
                dimensions,
                scope,
                List.of(),
                null,
                null,
                List.of(),
                null,
                true,
                seenBefore,
                seenBefore);
    }

    /** The same by other dimensions. */
    Question by(List<Dimension> others) {
        return new Question(
                metrics, others, time, comparisons, where, having, order, limit, distinct, completeBefore, seenBefore);
    }

    /**
     * @param column the name of a column of the answer
     * @param nullsFirst whether NULLs come before all else
     */
    public record Order(String column, boolean descending, boolean nullsFirst) {
        /** NULLs last ascending, first descending, on every engine. */
        public Order(String column, boolean descending) {
            this(column, descending, descending);
        }
    }
}
