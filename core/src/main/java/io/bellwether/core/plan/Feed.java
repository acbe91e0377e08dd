package io.bellwether.core.plan;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step with parts of values, small enough to be gathered into periods.
 *
 * @param node with a column {@link Node#BUCKET} and the keys that were asked for
 * @param columns what it brings
 */
record Feed(Node node, List<Column> columns) {
    /**
     * @param part whose value it is
     * @param merges how rows of the feed become one: over columns of the node
     * @param value over the columns that {@code merges} names
     */
    record Column(String part, List<Node.Measure> merges, Expr value) {}

    /** The columns that the merges read, and the keys stay. */
    List<String> passed() {
        return columns.stream()
                .flatMap(c -> c.merges().stream())
                .flatMap(m -> Exprs.all(m.argument(), Expr.ColumnRef.class).stream())
                .map(Expr.ColumnRef::column)
                .distinct()
                .toList();
    }

    List<Node.Measure> merges() {
        return columns.stream().flatMap(c -> c.merges().stream()).toList();
    }

    /**
     * What is asked of rows.
     *
     * @param bucket to what the time of a row is cut, an expression over names that people use
     * @param keys beside the bucket
     * @param condition of this question on rows, or null
     * @param range of the rows' time
     */
    record Request(
            Expr bucket,
            String each,
            List<Node.Key> keys,
            @Nullable Expr condition,
            TimeScope.Range range) {
        List<Node.Key> allKeys() {
            return Stream.concat(Stream.of(new Node.Key(Node.BUCKET, bucket)), keys.stream())
                    .toList();
        }
    }
}
