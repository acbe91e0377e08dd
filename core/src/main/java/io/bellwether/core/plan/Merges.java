package io.bellwether.core.plan;

import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an aggregate of a whole follows from something smaller than its rows. */
final class Merges {
    private Merges() {}

    /** The aggregates of a part of the rows that a mergeable aggregate needs. */
    static List<Node.Measure> parts(
            String name, AggregateFunction function, @Nullable Expr argument, @Nullable Expr filter) {
        if (function != AggregateFunction.AVERAGE) {
            return List.of(new Node.Measure(name, function, argument, filter, null, 0, false));
        }
        return List.of(
                new Node.Measure(name + "_sum", AggregateFunction.SUM, argument, filter, null, 0, false),
                new Node.Measure(name + "_n", AggregateFunction.COUNT, argument, filter, null, 0, false));
    }

    /** What comes back from {@link #parts}. */
    static Feed.Column column(String name, List<Node.Measure> parts) {
        List<Node.Measure> merges = parts.stream().map(Merges::merge).toList();
        Expr value = parts.size() == 1
                ? Exprs.column(name)
                : Exprs.call(Function.DIVIDE, Exprs.column(name + "_sum"), Exprs.column(name + "_n"));
        return new Feed.Column(name, merges, value);
    }

    private static Node.Measure merge(Node.Measure part) {
        boolean counts = part.function() == AggregateFunction.COUNT || part.function() == AggregateFunction.COUNT_ROWS;
        AggregateFunction merge = counts ? AggregateFunction.SUM : part.function();
        return new Node.Measure(part.name(), merge, Exprs.column(part.name()), null, null, 0, counts);
    }

    /** An aggregate over values that are still there, each on its own or each distinct one. */
    static Feed.Column whole(String name, AggregateFunction function, Expr column, @Nullable BigDecimal fraction) {
        Node.Measure measure = new Node.Measure(name, function, column, null, fraction, 0, false);
        return new Feed.Column(name, List.of(measure), Exprs.column(name));
    }
}
