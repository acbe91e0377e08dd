package io.bellwether.core.ossie;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.RowExpressions;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Function;
import io.bellwether.core.plan.Dimension;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.OssieCodes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a question says of rows: the fields that it names, and its conditions. */
final class Rows {
    private final Catalog catalog;
    private final List<Diagnostic> problems;

    Rows(Catalog catalog, List<Diagnostic> problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    /** The fields as columns under the names that they are written with. */
    List<Dimension> fields(List<Excerpt> texts, String ossieForAggregates) {
        List<Dimension> fields = new ArrayList<>();
        for (Excerpt text : texts) {
            collect(problems, () -> fields.add(field(text, ossieForAggregates)));
        }
        return fields;
    }

    private Dimension field(Excerpt text, String ossieForAggregates) {
        Expr parsed = Formula.parse(text);
        Level level = Level.of(parsed, name -> catalog.metric(name).isPresent());
        if (level.aggregates()) {
            throw problem(
                    parsed,
                    "\"" + text.text() + "\" has no value per row",
                    "put it under measures",
                    ossieForAggregates);
        }
        if (!(parsed instanceof Expr.Name)) {
            throw problem(parsed, "\"" + text.text() + "\" is no field", "define it as a field of its dataset", null);
        }
        Expr resolved = resolve(parsed, false);
        if (!(resolved instanceof Expr.FieldRef field)) {
            throw problem(parsed, "\"" + text.text() + "\" is no field", "write dataset.field", null);
        }
        return new Dimension.ByField(field.dataset(), field.field(), text.text().strip());
    }

    /** All conditions together, or null. */
    @Nullable
    Expr where(List<Excerpt> texts) {
        List<Expr> all = new ArrayList<>();
        for (Excerpt text : texts) {
            collect(problems, () -> {
                for (Expr part : Formula.conjuncts(Formula.parse(text, OssieCodes.WINDOW_IN_WHERE))) {
                    collect(problems, () -> all.add(condition(part)));
                }
            });
        }
        return all.stream()
                .reduce((a, b) -> new Expr.Call(Function.AND, List.of(a, b), a.span()))
                .orElse(null);
    }

    private Expr condition(Expr part) {
        Level level = Level.of(part, name -> catalog.metric(name).isPresent());
        if (level.aggregates() && !level.fields().isEmpty()) {
            throw problem(
                    part,
                    "the condition is about rows and about aggregates at once",
                    "split it: rows under where, aggregates under having",
                    OssieCodes.MIXED_PREDICATE_LEVEL);
        }
        if (level.aggregates()) {
            String message = "where is about rows, before anything is aggregated";
            throw problem(part, message, "put it under having", OssieCodes.AGGREGATE_IN_WHERE);
        }
        return resolve(part, true);
    }

    Expr resolve(Expr parsed, boolean condition) {
        var resolved = RowExpressions.resolve(parsed, catalog, condition);
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
