package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;

/**
 * Reads datasets from where another catalog has them:
 *
 * <pre>
 *   Scan orders from orders.csv      ⇒      Scan orders from an extract of it
 * </pre>
 *
 * Safe where both places hold the same columns: nothing else of a plan speaks of places.
 */
public final class SourceChange {
    private final Catalog catalog;

    private SourceChange(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @param catalog with the sources to read */
    public static Plan of(Plan plan, Catalog catalog) {
        var change = new SourceChange(catalog);
        return new Plan(
                plan.calendar(),
                new NodeChange(change::changed).of(plan.relation()),
                plan.columns(),
                plan.keys(),
                plan.having(),
                plan.order(),
                plan.limit(),
                plan.listings(),
                plan.now());
    }

    private Node changed(Node node) {
        return node instanceof Node.Scan scan
                ? scan.from(
                        changed(scan.home()),
                        scan.joins().stream().map(this::changed).toList(),
                        scan.widened())
                : node;
    }

    private Node.Join changed(Node.Join join) {
        return join.target() instanceof Node.Target.Table(Dataset to)
                ? new Node.Join(
                        join.alias(),
                        new Node.Target.Table(changed(to)),
                        join.kind(),
                        join.on(),
                        join.bound(),
                        join.relationship(),
                        join.unique())
                : join;
    }

    private Dataset changed(Dataset dataset) {
        return catalog.dataset(dataset.name())
                .map(other -> other.source().equals(dataset.source()) ? dataset : dataset.from(other.source()))
                .orElse(dataset);
    }
}
