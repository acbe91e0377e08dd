package io.bellwether.core.plan;

import io.bellwether.core.expression.Expr;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the parts of one fact become relations that share the question's keys. */
interface Facts {
    /** Rows that one scan can read: of the same dataset, placed in time by the same field. */
    record Group(String home, Expr.@Nullable FieldRef time) {}

    /**
     * Relations with the question's keys.
     *
     * @param values of each part, by its name: over the relations' columns, one for the period and one for each comparison
     */
    record Presented(List<Node> nodes, Map<String, List<Expr>> values) {}

    Presented present(Source source, Lens lens);

    /** The key columns of every relation. */
    List<String> keys();

    /** The key columns of the answer, over {@link #keys()}. */
    List<Node.Named> keyColumns();
}
