package io.bellwether.core.plan;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.expression.Function;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lifts a filter that all aggregates of a scan share out of them.
 *
 * <pre>
 *   sum(x) FILTER (WHERE f), count(*) FILTER (WHERE f)   ⇒   sum(x), count(*) … WHERE f
 * </pre>
 *
 * Where every aggregate has a filter of its own, rows that pass none of them go all the same:
 *
 * <pre>
 *   sum(x) FILTER (WHERE f), sum(y) FILTER (WHERE g)   ⇒   the same … WHERE f OR g
 * </pre>
 *
 * Both keep one rule: a group shows when it has a row that one of the asked numbers is about, whatever else is asked.
 */
final class SharedFilter {
    private SharedFilter() {}

    /** The filter of every leaf, or null where they differ or one has none. */
    static @Nullable Expr of(Collection<Leaf> leaves) {
        if (leaves.stream().anyMatch(leaf -> leaf.filter() == null)) {
            return null;
        }
        Set<Expr> filters = leaves.stream().map(Leaf::filter).collect(Collectors.toSet());
        return filters.size() == 1 ? filters.iterator().next() : null;
    }

    /** What a row must pass to count for any leaf, or null where a leaf takes all rows. */
    static @Nullable Expr any(Collection<Leaf> leaves) {
        if (leaves.stream().anyMatch(leaf -> leaf.filter() == null)) {
            return null;
        }
        List<Expr> filters = leaves.stream().map(Leaf::filter).distinct().toList();
        return filters.size() == 1 ? filters.getFirst() : new Expr.Call(Function.OR, filters, Exprs.NOWHERE);
    }
}
