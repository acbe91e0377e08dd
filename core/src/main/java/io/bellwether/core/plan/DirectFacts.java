package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question over one stretch of time: every fact is scanned once, all its leaves in the same scan.
 *
 * <pre>
 *   a0 = sum(amount)                      SELECT keys, sum(amount) AS a0,
 *   a1 = count(*) filter (returned)   ⇒          count(*) FILTER (WHERE returned) AS a1
 *                                         FROM sales … GROUP BY keys
 * </pre>
 *
 * Safe because the leaves are about the same rows. A filter that all leaves share becomes the scan's own.
 */
final class DirectFacts implements Facts {
    private final Question question;
    private final Scans scans;

    DirectFacts(Catalog catalog, Question question, JoinPaths paths) {
        this.question = question;
        this.scans = new Scans(catalog, question, paths);
    }

    @Override
    public List<Node> nodes(Group group, Map<Leaf, String> leaves) {
        TimeScope.Range range = (TimeScope.Range) question.time();
        if (range.start() != null || range.end() != null) {
            scans.time(group);
        }
        List<Node.Key> keys = new ArrayList<>();
        for (int i = 0; i < question.dimensions().size(); i++) {
            keys.add(key(group, "d" + i, question.dimensions().get(i)));
        }
        Expr shared = SharedFilter.of(leaves.keySet());
        List<Node.Measure> measures = new ArrayList<>();
        leaves.forEach((leaf, name) -> measures.add(measure(leaf, name, shared)));
        Expr any = shared == null ? SharedFilter.any(leaves.keySet()) : shared;
        return List.of(scans.scan(group, group.home() + ", aggregated", keys, measures, any, range, true));
    }

    private static Node.Measure measure(Leaf leaf, String name, @Nullable Expr shared) {
        Expr filter = shared == null ? leaf.filter() : null;
        return new Node.Measure(name, leaf.function(), leaf.argument(), filter, leaf.fraction(), 0, false);
    }

    private Node.Key key(Group group, String name, Dimension dimension) {
        return switch (dimension) {
            case Dimension.ByField field -> scans.key(group, name, field);
            case Dimension.ByTime time -> new Node.TimeKey(name, scans.time(group), time.grain());
        };
    }

    @Override
    public List<String> keys() {
        return keyColumns().stream()
                .map(column -> ((Expr.ColumnRef) column.value()).column())
                .toList();
    }

    @Override
    public List<Node.Named> keyColumns() {
        List<Node.Named> columns = new ArrayList<>();
        for (int i = 0; i < question.dimensions().size(); i++) {
            columns.add(new Node.Named(
                    question.dimensions().get(i).as(), new Expr.ColumnRef("d" + i, Type.OTHER, Exprs.NOWHERE)));
        }
        return columns;
    }

    @Override
    public Expr value(String leaf, int comparison) {
        return new Expr.ColumnRef(leaf, Type.OTHER, Exprs.NOWHERE);
    }
}
