package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds scans: the joins that their expressions need, and the bounds that no row may pass. */
final class Scans {
    private final Catalog catalog;
    private final Question question;
    private final JoinPaths paths;
    private int count;

    Scans(Catalog catalog, Question question, JoinPaths paths) {
        this.catalog = catalog;
        this.question = question;
        this.paths = paths;
    }

    /**
     * @param filter of all measures, beside the question's own condition; or null
     * @param from the earliest time that is needed, null for all
     * @param before the latest, exclusive; null for all that is seen
     */
    Node.Scan scan(
            Facts.Group group,
            String note,
            List<Node.Key> keys,
            List<Node.Measure> measures,
            @Nullable Expr filter,
            TimeScope.Range range,
            boolean grouped) {
        Dataset home = catalog.dataset(group.home()).orElseThrow();
        Expr condition = Exprs.and(Exprs.withoutPlaces(question.where()), filter);
        return new Node.Scan(
                "s" + ++count + "_" + home.name(),
                note,
                home,
                joins(home, needed(keys, measures, condition)),
                bounds(home, group.time(), range),
                condition,
                keys,
                measures,
                grouped);
    }

    /** The key for a dimension by a field; it must be one value for each row of the group. */
    Node.Key key(Facts.Group group, String name, Dimension.ByField field) {
        Dataset dataset = catalog.dataset(field.dataset()).orElseThrow();
        paths.tree(group.home(), List.of(dataset.name()), null);
        var resolved = dataset.field(field.field()).orElseThrow();
        return new Node.FieldKey(
                name, new Expr.FieldRef(dataset.name(), resolved.name(), resolved.type(), Exprs.NOWHERE));
    }

    Expr.FieldRef time(Facts.Group group) {
        if (group.time() == null) {
            throw new DiagnosticException(Diagnostic.error(
                    PlanCodes.NO_TIME,
                    catalog.dataset(group.home()).orElseThrow().span(),
                    "dataset \"%s\" has no time, so its rows fall into no period".formatted(group.home()),
                    "name its time column with time: …, or ask without a period"));
        }
        return group.time();
    }

    private static Set<String> needed(List<Node.Key> keys, List<Node.Measure> measures, @Nullable Expr condition) {
        Set<String> needed = new LinkedHashSet<>(Lowering.datasets(condition));
        for (Node.Key key : keys) {
            if (key instanceof Node.FieldKey field) {
                needed.addAll(Lowering.datasets(field.value()));
            }
        }
        for (Node.Measure measure : measures) {
            needed.addAll(Lowering.datasets(measure.argument()));
            needed.addAll(Lowering.datasets(measure.filter()));
        }
        return needed;
    }

    private List<Node.Join> joins(Dataset home, Collection<String> needed) {
        return paths
                .tree(
                        home.name(),
                        needed,
                        question.where() == null ? null : question.where().span())
                .stream()
                .map(step -> {
                    Dataset to = catalog.dataset(step.to()).orElseThrow();
                    return new Node.Join(step, to, seen(to));
                })
                .toList();
    }

    private List<Node.Bound> bounds(Dataset home, Expr.@Nullable FieldRef time, TimeScope.Range range) {
        List<Node.Bound> bounds = new ArrayList<>();
        if (time != null) {
            bounds.add(new Node.Bound(time, range.start(), earlier(range.end(), question.seenBefore())));
        }
        Node.Bound seen = seen(home);
        if (seen != null && !seen.time().equals(time)) {
            bounds.add(seen);
        }
        return bounds;
    }

    private Node.@Nullable Bound seen(Dataset dataset) {
        Expr.FieldRef time = DatasetTime.of(dataset);
        return time == null ? null : new Node.Bound(time, null, question.seenBefore());
    }

    private static LocalDateTime earlier(@Nullable LocalDateTime end, LocalDateTime seenBefore) {
        return end == null || seenBefore.isBefore(end) ? seenBefore : end;
    }
}
