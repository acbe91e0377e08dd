package io.bellwether.core.ossie;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.catalog.Relationship;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.OssieCodes;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Measures side by side in one row must have something to do with each other: relationships join their datasets. */
final class Islands {
    private final Catalog catalog;

    private Islands(Catalog catalog) {
        this.catalog = catalog;
    }

    /** @throws DiagnosticException where no relationships lead from one measure to another */
    static void check(Catalog catalog, List<MetricUse> uses) {
        Islands islands = new Islands(catalog);
        Set<String> first = new LinkedHashSet<>();
        for (MetricUse use : uses) {
            Set<String> datasets = new LinkedHashSet<>();
            islands.collect(use.metric(), datasets, new HashSet<>());
            if (first.isEmpty()) {
                first.addAll(datasets);
            } else if (!datasets.isEmpty() && islands.around(first).stream().noneMatch(datasets::contains)) {
                String message = "nothing relates " + String.join(", ", first) + " with " + String.join(", ", datasets);
                String fix = "add a relationship, or ask for each alone";
                throw new DiagnosticException(Diagnostic.error(PlanCodes.NO_PATH, null, message, fix)
                        .asOssie(OssieCodes.NO_STITCHING_DIMENSION));
            }
        }
    }

    private void collect(String name, Set<String> datasets, Set<String> seen) {
        if (seen.add(name) && catalog.metric(name).orElse(null) instanceof Metric.Expression metric) {
            collect(metric.expression(), metric, datasets, seen);
        }
    }

    private void collect(Expr expr, Metric.Expression of, Set<String> datasets, Set<String> seen) {
        if (expr instanceof Expr.FieldRef field
                && catalog.dataset(field.dataset()).isPresent()) {
            datasets.add(field.dataset());
        }
        if (expr instanceof Expr.MetricRef ref) {
            collect(of.metric(ref), datasets, seen);
        }
        Exprs.children(expr).forEach(child -> collect(child, of, datasets, seen));
    }

    /** All datasets that relationships join with these, over any number of steps. */
    private Set<String> around(Set<String> start) {
        Set<String> found = new LinkedHashSet<>(start);
        int before = -1;
        while (before < found.size()) {
            before = found.size();
            for (Relationship relationship : catalog.relationships()) {
                if (found.contains(relationship.from()) || found.contains(relationship.to())) {
                    found.add(relationship.from());
                    found.add(relationship.to());
                }
            }
        }
        return found;
    }
}
