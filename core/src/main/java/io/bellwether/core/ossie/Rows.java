package io.bellwether.core.ossie;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.catalog.RowExpressions;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.plan.Dimension;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.OssieCodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a question says of rows: the fields that it names, and its conditions. */
final class Rows {
    private final AskedFields asked;
    private final Texts texts;
    private final List<Diagnostic> problems;

    Rows(Catalog catalog, List<Diagnostic> problems) {
        this.asked = new AskedFields(catalog);
        this.texts = new Texts(catalog);
        this.problems = problems;
    }

    Texts texts() {
        return texts;
    }

    /** The catalog with what exists for this question. */
    Catalog catalog() {
        return asked.catalog();
    }

    /** The fields as columns under the names that they are asked by; one that is named twice is one. */
    List<Dimension> fields(List<Asked.Column> columns, String ossieForAggregates) {
        Map<Asked.Column, @Nullable Dimension> found = new LinkedHashMap<>();
        columns.forEach(column -> found.put(column, null));
        for (boolean named : new boolean[] {true, false}) {
            for (Asked.Column column : columns) {
                collect(problems, () -> {
                    Expr parsed = texts.parse(column.text());
                    if (named == Exprs.holds(parsed, Expr.Name.class::isInstance)) {
                        found.put(column, field(column, parsed, ossieForAggregates, datasets(found.values())));
                    }
                });
            }
        }
        return once(found);
    }

    private List<Dimension> once(Map<Asked.Column, @Nullable Dimension> found) {
        List<Dimension> fields = new ArrayList<>();
        found.forEach((column, dimension) -> {
            boolean taken = dimension != null
                    && fields.stream().anyMatch(other -> other.as().equals(dimension.as()));
            if (taken && !fields.contains(dimension)) {
                String message = "two columns are called \"" + dimension.as() + "\"";
                problems.add(Code.DUPLICATE_NAME.at(column.text().span(), message, "write field AS another_name"));
            } else if (dimension != null && !taken) {
                fields.add(dimension);
            }
        });
        return fields;
    }

    private static Set<String> datasets(Collection<@Nullable Dimension> found) {
        Set<String> datasets = new LinkedHashSet<>();
        found.forEach(dimension -> {
            if (dimension instanceof Dimension.ByField field) {
                datasets.add(field.dataset());
            }
        });
        return datasets;
    }

    Dimension field(Asked.Column column, String ossieForAggregates) {
        return field(column, texts.parse(column.text()), ossieForAggregates, Set.of());
    }

    private Dimension field(Asked.Column column, Expr parsed, String ossieForAggregates, Set<String> others) {
        Level level = Level.of(parsed, this::isMetric);
        if (level.aggregates() && !Exprs.isWindowed(parsed)) {
            throw problem(
                    parsed,
                    "\"" + column.text().text() + "\" has no value per row",
                    "put it under measures",
                    ossieForAggregates);
        }
        return asked.field(column.text(), parsed, column.as(), others);
    }

    boolean isMetric(String name) {
        return catalog().metric(name).isPresent();
    }

    /** All conditions together, or null. */
    @Nullable
    Expr where(List<Excerpt> texts) {
        List<Expr> all = new ArrayList<>();
        for (Excerpt text : texts) {
            collect(problems, () -> {
                Expr condition = this.texts.parse(text);
                check(condition);
                for (Expr part : Formula.conjuncts(condition)) {
                    collect(problems, () -> all.add(resolve(part, true)));
                }
            });
        }
        return Exprs.all(all);
    }

    private void check(Expr condition) {
        if (Exprs.isWindowed(condition) || Exprs.holds(condition, this::isWindowedMetric)) {
            String message = "where is about rows, before windows are opened over them";
            throw problem(condition, message, "put it under having, or make it a field", OssieCodes.WINDOW_IN_WHERE);
        }
        Level level = Level.of(condition, this::isMetric);
        if (level.aggregates() && !level.fields().isEmpty()) {
            throw problem(
                    condition,
                    "the condition is about rows and about aggregates at once",
                    "split it: rows under where, aggregates under having",
                    OssieCodes.MIXED_PREDICATE_LEVEL);
        }
        if (level.aggregates()) {
            String message = "where is about rows, before anything is aggregated";
            throw problem(condition, message, "put it under having", OssieCodes.AGGREGATE_IN_WHERE);
        }
    }

    private boolean isWindowedMetric(Expr expr) {
        return expr instanceof Expr.Name name
                && name.qualifier() == null
                && catalog().metric(name.name()).filter(Metric::isWindowed).isPresent();
    }

    Expr resolve(Expr parsed, boolean condition) {
        var resolved = RowExpressions.resolve(parsed, catalog(), condition);
        return resolved.condition().orElseThrow(() -> new DiagnosticException(resolved.diagnostics()));
    }

    static DiagnosticException problem(Expr place, String message, @Nullable String fix, @Nullable String ossie) {
        Diagnostic problem = Diagnostic.error(PlanCodes.MALFORMED, place.span(), message, fix);
        return new DiagnosticException(ossie == null ? problem : problem.asOssie(ossie));
    }

    /** Does a part of the work; what is wrong with it does not stop the rest. */
    static void collect(List<Diagnostic> problems, Runnable work) {
        try {
            work.run();
        } catch (DiagnosticException e) {
            problems.addAll(e.diagnostics());
        }
    }
}
