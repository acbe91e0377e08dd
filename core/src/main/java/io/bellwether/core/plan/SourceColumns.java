package io.bellwether.core.plan;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers the physical columns that scans read. */
final class SourceColumns {
    private final Map<Dataset, Set<String>> found = new LinkedHashMap<>();

    private SourceColumns() {}

    static Map<Dataset, Set<String>> of(List<Node.Scan> scans) {
        var columns = new SourceColumns();
        scans.forEach(columns::scan);
        return columns.found;
    }

    private void scan(Node.Scan scan) {
        Map<String, Dataset> aliases = new LinkedHashMap<>();
        aliases.put(scan.home().name(), scan.home());
        touch(scan.home());
        for (Node.Join join : scan.joins()) {
            if (join.target() instanceof Node.Target.Table(Dataset to)) {
                aliases.put(join.alias(), to);
                touch(to);
            }
        }
        for (Node.Join join : scan.joins()) {
            join.on().forEach(on -> read(on, aliases));
            if (join.bound() != null) {
                read(join.bound().time(), aliases);
            }
        }
        scan.bounds().forEach(bound -> read(bound.time(), aliases));
        read(scan.condition(), aliases);
        scan.keys().forEach(key -> read(key.value(), aliases));
        for (Node.Measure measure : scan.measures()) {
            read(measure.argument(), aliases);
            read(measure.filter(), aliases);
        }
    }

    private Set<String> touch(Dataset dataset) {
        return found.computeIfAbsent(dataset, d -> new LinkedHashSet<>());
    }

    private void read(@Nullable Expr expr, Map<String, Dataset> aliases) {
        for (Expr.FieldRef field : Exprs.fields(expr)) {
            Dataset dataset = aliases.get(field.dataset());
            if (dataset != null) {
                // What other datasets a field reads is read by a scan of its own.
                FieldColumns.collect(dataset.field(field.field()).orElseThrow().expression(), touch(dataset));
            }
        }
    }
}
