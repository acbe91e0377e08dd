package io.bellwether.core.plan;

import io.bellwether.core.expression.Expr;
import java.util.Collection;
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
 * With keys, a group all of whose rows fail the filter is then absent; the caller keeps it when it must show. Here it may
 * go: such a group has no row that any of the asked numbers is about.
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
}
