package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.OssieCodes;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the dataset whose rows an aggregate is about: the finest that its argument reads. */
final class Homes {
    private final Catalog catalog;
    private final Routes routes;
    private final Question question;

    Homes(Catalog catalog, Routes routes, Question question) {
        this.question = question;
        this.catalog = catalog;
        this.routes = routes;
    }

    Dataset of(Expr.Aggregate aggregate, @Nullable Expr where, Expr.@Nullable FieldRef time) {
        Set<String> read = datasets(aggregate.argument());
        if (read.isEmpty()) {
            read = datasets(Exprs.and(aggregate.filter(), where));
        }
        if (read.isEmpty()) {
            // It counts the rows that the question is about.
            read = new LinkedHashSet<>();
            for (Expr.FieldRef field : Dims.fields(question)) {
                if (catalog.dataset(field.dataset()).isPresent()) {
                    read.add(field.dataset());
                }
            }
        }
        if (read.isEmpty() && time != null) {
            read = Set.of(time.dataset());
        }
        if (read.isEmpty() && catalog.datasets().size() == 1) {
            read = catalog.datasets().keySet();
        }
        Set<String> all = read;
        return read.stream()
                .filter(candidate -> all.stream().allMatch(other -> routes.reaches(candidate, other)))
                .findFirst()
                .flatMap(catalog::dataset)
                .orElseThrow(() -> new DiagnosticException(none(aggregate, all)));
    }

    /** The datasets that are named; roles name none. */
    private Set<String> datasets(@Nullable Expr expr) {
        Set<String> names = new LinkedHashSet<>();
        Exprs.fields(expr).stream()
                .map(Expr.FieldRef::dataset)
                .filter(name -> catalog.dataset(name).isPresent())
                .forEach(names::add);
        return names;
    }

    private Diagnostic none(Expr.Aggregate aggregate, Set<String> read) {
        if (read.isEmpty()) {
            return Diagnostic.error(
                    PlanCodes.NO_HOME,
                    aggregate.span(),
                    "the aggregate does not say which rows it counts",
                    "name a field, for example count(%s.…)"
                            .formatted(catalog.datasets().keySet().iterator().next()));
        }
        String first = read.iterator().next();
        boolean together = read.stream().allMatch(other -> routes.hangTogether(first, other));
        Diagnostic none = Diagnostic.error(
                PlanCodes.NO_PATH,
                aggregate.span(),
                "no dataset among %s reaches all the others".formatted(String.join(", ", read)),
                "add the relationship from the dataset with more rows to the other");
        if (!together) {
            return none.asOssie(OssieCodes.NO_STITCHING_DIMENSION);
        }
        return none.asOssie(
                aggregate.function().isMergeable()
                        ? OssieCodes.AMBIGUOUS_MEASURE_GRAIN
                        : OssieCodes.UNSAFE_REAGGREGATION);
    }

    /** What an aggregate reads, its rows must have one of each. */
    void checkReach(Dataset home, Expr.Aggregate aggregate, @Nullable Expr where) {
        for (Expr expr : List.of(aggregate, where == null ? aggregate : where)) {
            Exprs.fields(expr).stream()
                    .filter(field -> routes.bridge(home, field).isEmpty())
                    .forEach(field -> routes.to(home, field, aggregate.span()));
        }
    }
}
