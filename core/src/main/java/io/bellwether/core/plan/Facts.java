package io.bellwether.core.plan;

import io.bellwether.core.expression.Expr;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the leaves of one dataset become relations that share the question's keys. */
interface Facts {
    /** Leaves that one scan can compute: they are about the same rows, placed in time by the same field. */
    record Group(String home, Expr.@Nullable FieldRef time) {}

    List<Node> nodes(Group group, Map<Leaf, String> leaves);

    /** The key columns of every node. */
    List<String> keys();

    /** The key columns of the answer, over {@link #keys()}. */
    List<Node.Named> keyColumns();

    /** A leaf's value, over the columns of the nodes. */
    Expr value(String leaf, int comparison);
}
