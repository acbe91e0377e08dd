package io.bellwether.core.ossie;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.catalog.MetricExpressions;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The measures of a question: metrics by name, those that it defines itself, and those that only conditions need. */
final class Measures {
    private final Catalog catalog;
    private final List<Diagnostic> problems;
    private final Map<String, MetricUse> uses = new LinkedHashMap<>();
    private final List<Metric> made = new ArrayList<>();
    private final Map<Expr, String> hidden = new HashMap<>();

    Measures(Catalog catalog, List<Diagnostic> problems) {
        this.catalog = catalog;
        this.problems = problems;
    }

    /** Every one that has to be computed, those that are asked for first. */
    List<MetricUse> uses() {
        return List.copyOf(uses.values());
    }

    /** The metrics that exist for this question alone. */
    List<Metric> made() {
        return made;
    }

    void add(Asked.Measure measure) {
        String name = measure.name().value();
        Excerpt formula = measure.formula();
        if (uses.containsKey(name)) {
            collision(measure.name(), "the question has two measures \"" + name + "\"");
        } else if (formula == null) {
            need(measure.name());
        } else if (isTaken(name)) {
            collision(measure.name(), "the model has a \"" + name + "\" already");
        } else {
            Rows.collect(problems, () -> make(name, Formula.parse(formula)));
        }
    }

    private boolean isTaken(String name) {
        return catalog.metric(name).isPresent() || catalog.dataset(name).isPresent();
    }

    private void collision(Located<String> name, String message) {
        problems.add(Code.DUPLICATE_NAME.at(name.span(), message, "rename the measure"));
    }

    /** Whether a bare name has a value per group here. */
    boolean isMetric(String name) {
        return uses.containsKey(name) || catalog.metric(name).isPresent();
    }

    /** A metric by name, asked for or not. */
    void need(Located<String> name) {
        if (uses.containsKey(name.value())) {
            return;
        }
        if (catalog.metric(name.value()).isPresent()) {
            uses.put(name.value(), MetricUse.of(name.value()));
        } else {
            problems.add(unknown(name.value(), name.span()));
        }
    }

    private Diagnostic unknown(String name, Span span) {
        String fix = Nearest.fix(name, catalog.metrics().keySet()).orElse(null);
        return Diagnostic.error(PlanCodes.UNKNOWN_NAME, span, "no metric named \"" + name + "\"", fix);
    }

    /** The column that holds an aggregate which a condition is about. */
    String column(Expr.Aggregate aggregate) {
        Expr key = Exprs.withoutPlaces(aggregate);
        String known = hidden.get(key);
        if (known != null) {
            return known;
        }
        String name = "condition_" + (hidden.size() + 1);
        make(name, aggregate);
        hidden.put(key, name);
        return name;
    }

    private void make(String name, Expr formula) {
        var resolved = MetricExpressions.resolve(name, formula, MetricExpressions.with(catalog, made));
        made.add(resolved.metric().orElseThrow(() -> new DiagnosticException(resolved.diagnostics())));
        uses.put(name, MetricUse.of(name));
    }
}
