package io.bellwether.core.plan;

import io.bellwether.core.expression.Expr;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where rows come from: a dataset, or events that others followed. */
interface Source {
    /** Whose time places the rows. */
    Facts.Group group();

    /** What every row must be to count for any of the parts, as their metrics say; null for all, or where parts differ. */
    @Nullable
    Expr about();

    /** All parts in one step, grouped by the keys. */
    Node direct(List<Node.Key> keys, @Nullable Expr condition, TimeScope.Range range);

    /** Steps that hold the parts in a form that can be gathered further. */
    List<Feed> feeds(Feed.Request request);

    List<String> parts();

    /** The windows of the question that need any of the parts; empty for all. */
    Set<Integer> windows(List<String> parts);
}
