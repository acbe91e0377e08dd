package io.bellwether.core.ossie;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.catalog.MetricExpressions;
import io.bellwether.core.expression.AggregateFunction;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Located;
import io.bellwether.core.source.Nearest;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The measures of a question: metrics by name, those that it defines itself, and those that only conditions need. */
final class Measures {
    private final Catalog catalog;
    private final Texts texts;
    private final @Nullable Dataset home;
    private final List<Diagnostic> problems;
    private final Map<String, MetricUse> uses = new LinkedHashMap<>();
    private final List<Metric> made = new ArrayList<>();
    private final Map<Expr, String> hidden = new HashMap<>();

    /** @param home whose rows are counted where nothing says, or null */
    Measures(Catalog catalog, Texts texts, @Nullable Dataset home, List<Diagnostic> problems) {
        this.catalog = catalog;
        this.texts = texts;
        this.home = home;
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
        String as = measure.as().value();
        if (uses.containsKey(as)) {
            collision(measure.as(), "the question has two measures \"" + as + "\"");
        } else {
            Rows.collect(problems, () -> add(measure, texts.parse(measure.formula())));
        }
    }

    private void add(Asked.Measure measure, Expr formula) {
        String as = measure.as().value();
        if (formula instanceof Expr.Name name && name.qualifier() == null) {
            use(name.name(), measure.formula().span(), as);
        } else if (catalog.metric(as).isPresent() || catalog.dataset(as).isPresent()) {
            collision(measure.as(), "the model has a \"" + as + "\" already");
        } else {
            make(as, as, formula);
        }
    }

    private void collision(Located<String> name, String message) {
        problems.add(Code.DUPLICATE_NAME.at(name.span(), message, "rename the measure"));
    }

    /** Whether a bare name has a value per group here. */
    boolean isMetric(String name) {
        return uses.containsKey(name) || metric(name).isPresent();
    }

    /** A metric by name, asked for or not; the name of its column. */
    String need(Located<String> name) {
        if (!uses.containsKey(name.value())) {
            use(name.value(), name.span(), name.value());
        }
        return name.value();
    }

    private void use(String name, Span place, String as) {
        Optional<Metric> metric = metric(name);
        if (metric.isPresent()) {
            uses.put(as, new MetricUse(metric.get().name(), as, null, Set.of()));
        } else {
            problems.add(unknown(name, place));
        }
    }

    /** The metric of that name, whatever its case unless several differ in nothing else. */
    private Optional<Metric> metric(String name) {
        Optional<Metric> exact = catalog.metric(name);
        if (exact.isPresent()) {
            return exact;
        }
        List<Metric> alike = catalog.metrics().values().stream()
                .filter(metric -> metric.name().equalsIgnoreCase(name))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    private Diagnostic unknown(String name, Span span) {
        String fix = Nearest.fix(name, catalog.metrics().keySet()).orElse(null);
        return Diagnostic.error(PlanCodes.UNKNOWN_NAME, span, "no metric named \"" + name + "\"", fix);
    }

    /** The column that holds a value of groups which a condition or an order is about. */
    String column(Expr value) {
        Expr key = Exprs.withoutPlaces(value);
        String known = hidden.get(key);
        if (known != null) {
            return known;
        }
        String name = "condition_" + (hidden.size() + 1);
        make(name, name, value);
        hidden.put(key, name);
        return name;
    }

    private void make(String name, String as, Expr formula) {
        var resolved = MetricExpressions.resolve(name, ofRows(formula), MetricExpressions.with(catalog, made));
        made.add(resolved.metric().orElseThrow(() -> new DiagnosticException(resolved.diagnostics())));
        uses.put(as, new MetricUse(name, as, null, Set.of()));
    }

    /** Rows that a count does not name are those that the question says. */
    private Expr ofRows(Expr expr) {
        if (home == null) {
            return expr;
        }
        if (expr instanceof Expr.Aggregate count
                && count.function() == AggregateFunction.COUNT_ROWS
                && count.argument() == null) {
            Expr any = new Expr.Name(home.name(), home.openNames().iterator().next(), count.span());
            return new Expr.Aggregate(count.function(), any, count.filter(), null, count.span());
        }
        return Exprs.rebuild(expr, this::ofRows);
    }
}
