package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.OssieCodes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields that read what a row has one of in another dataset. They wait until all datasets and relationships are known.
 */
final class LaterFields {
    private final Known known;
    private final List<Relationship> relationships;

    LaterFields(Known known, List<Relationship> relationships) {
        this.known = known;
        this.relationships = relationships;
    }

    void resolve() {
        known.waiting()
                .forEach((dataset, resolver) -> resolver.waiting().forEach(field -> add(dataset, resolver, field)));
    }

    private void add(String name, FieldResolver resolver, String field) {
        Dataset dataset = known.datasets().get(name);
        Field found = dataset == null ? null : resolver.later(field);
        if (dataset == null || found == null || !isReached(dataset, found)) {
            known.brokenField(name, field);
            return;
        }
        Map<String, Field> fields = new LinkedHashMap<>(dataset.fields());
        fields.put(found.name(), found);
        known.datasets().put(name, dataset.with(fields));
    }

    /** Each dataset that the field reads must have one row for each of its own, and one way to it. */
    private boolean isReached(Dataset home, Field field) {
        boolean reached = true;
        for (Expr.FieldRef read : Exprs.fields(field.expression())) {
            if (known.datasets().containsKey(read.dataset()) && !known.roles().isRole(read.dataset())) {
                Diagnostic problem = problem(home.name(), read);
                if (problem != null) {
                    known.problems().add(problem);
                    reached = false;
                }
            }
        }
        return reached;
    }

    private @Nullable Diagnostic problem(String home, Expr.FieldRef read) {
        long ways = ways(home, read.dataset());
        if (ways == 1) {
            return null;
        }
        if (ways > 1) {
            return Code.OTHER_DATASET
                    .at(
                            read.span(),
                            "two equally short ways lead from \"" + home + "\" to \"" + read.dataset() + "\"",
                            "name the relationships and say which: name." + read.field())
                    .asOssie(OssieCodes.AMBIGUOUS_PATH);
        }
        String message = "a row of \"" + home + "\" has not one row of \"" + read.dataset() + "\"";
        if (ways(read.dataset(), home) > 0) {
            return Code.OTHER_DATASET.at(read.span(), message + " but many", "make it a metric, with an aggregate");
        }
        boolean together = new Relations(relationships, known.datasets()).connect(Set.of(home, read.dataset()));
        return Code.OTHER_DATASET
                .at(read.span(), message, "relate the datasets, or use both in a metric")
                .asOssie(together ? OssieCodes.MN_NO_SAFE_REWRITE : OssieCodes.NO_PATH);
    }

    /** How many shortest ways lead from many to one. */
    private long ways(String from, String to) {
        Map<String, Long> at = new HashMap<>(Map.of(from, 1L));
        Set<String> seen = new HashSet<>(at.keySet());
        while (!at.isEmpty() && !at.containsKey(to)) {
            Map<String, Long> next = new HashMap<>();
            for (Relationship step : relationships) {
                if (!step.manyToMany() && at.containsKey(step.from()) && !seen.contains(step.to())) {
                    next.merge(step.to(), at.get(step.from()), Long::sum);
                }
            }
            seen.addAll(next.keySet());
            at = next;
        }
        return at.getOrDefault(to, 0L);
    }
}
