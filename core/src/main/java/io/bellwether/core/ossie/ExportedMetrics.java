package io.bellwether.core.ossie;

import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Excerpt;
import io.bellwether.core.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Metrics as Ossie has them. One that means something else there than here (a window, an offset, a conversion) stands
 * beside the model, whole, and so does every metric that is made of such a one: a number under the same name would be
 * wrong.
 */
final class ExportedMetrics {
    private static final Set<String> WORDS =
            Set.of("label", "unit", "direction", "category", "owner", "tags", "grain", "time");
    private static final Set<String> HELD = Set.of("name", "expression", "description", "where");

    private final List<Object> held = new ArrayList<>();
    private final List<Object> beside = new ArrayList<>();
    private final Set<String> datasets;
    private final OtherNames names;
    private final List<String> lost;

    /** @param datasets their names: one that is called {@code time} is no word of ours */
    ExportedMetrics(List<Node> metrics, Set<String> datasets, List<String> lost) {
        this.datasets = datasets;
        this.names = new OtherNames(metrics, datasets);
        this.lost = lost;
        Set<String> apart = apart(metrics);
        for (Node metric : metrics) {
            String name = String.valueOf(Nodes.text(metric, "name"));
            if (apart.contains(name)) {
                beside.add(Trees.of(metric));
                lost.add("metric " + name + ": " + why(metric));
            } else {
                held.add(tree(name, metric));
            }
        }
    }

    List<Object> held() {
        return held;
    }

    List<Object> beside() {
        return beside;
    }

    private Set<String> apart(List<Node> metrics) {
        Set<String> apart = new LinkedHashSet<>();
        int before = -1;
        while (before < apart.size()) {
            before = apart.size();
            for (Node metric : metrics) {
                if (formula(metric).isEmpty() || inputs(metric).stream().anyMatch(apart::contains)) {
                    apart.add(String.valueOf(Nodes.text(metric, "name")));
                }
            }
        }
        return apart;
    }

    private static String why(Node metric) {
        String keys = special(metric).stream().collect(Collectors.joining(", "));
        return (keys.isEmpty() ? "made of what Ossie cannot hold" : "Ossie has no " + keys) + "; in custom_extensions";
    }

    private static Set<String> special(Node metric) {
        Set<String> keys = new LinkedHashSet<>();
        if (metric instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> keys.add(entry.key().value()));
        }
        keys.removeAll(WORDS);
        keys.removeAll(HELD);
        return keys;
    }

    private static Set<String> inputs(Node metric) {
        return parsed(metric).stream()
                .flatMap(expr -> names(expr).stream())
                .filter(name -> name.qualifier() == null)
                .map(Expr.Name::name)
                .collect(Collectors.toSet());
    }

    private static Optional<Expr> parsed(Node metric) {
        return Optional.ofNullable(Nodes.text(metric, "expression")).flatMap(ExportedMetrics::parsed);
    }

    private static Optional<Expr> parsed(String text) {
        try {
            return Optional.of(Formula.parse(Excerpt.of(new SourceFile("", text))));
        } catch (DiagnosticException e) {
            return Optional.empty();
        }
    }

    /** Every name in it, as written. */
    private static List<Expr.Name> names(Expr expr) {
        List<Expr.Name> names = new ArrayList<>();
        collect(expr, names);
        return names;
    }

    private static void collect(Expr expr, List<Expr.Name> names) {
        if (expr instanceof Expr.Name name) {
            names.add(name);
        }
        Exprs.children(expr).forEach(child -> collect(child, names));
    }

    /** What the metric is in Ossie; empty where it has no words for it. */
    private Optional<String> formula(Node metric) {
        String text = Nodes.text(metric, "expression");
        Optional<Expr> parsed = parsed(metric);
        if (text == null || !special(metric).isEmpty() || parsed.isEmpty() || isOurs(parsed.get())) {
            return Optional.empty();
        }
        String where = Nodes.text(metric, "where");
        return where == null ? Optional.of(text) : filtered(text, parsed.get(), where);
    }

    /** Words that only we know: the calendar, a metric per something, the rows themselves. */
    private boolean isOurs(Expr expr) {
        return expr instanceof Expr.Per
                || expr instanceof Expr.CalendarRef
                || expr instanceof Expr.Name name
                        && ("time".equals(name.qualifier()) || "self".equals(name.qualifier()))
                        && !datasets.contains(name.qualifier())
                || Exprs.children(expr).stream().anyMatch(this::isOurs);
    }

    /** The condition of a metric as the filter of each of its aggregates; of metrics in it nobody can ask that. */
    private Optional<String> filtered(String text, Expr formula, String where) {
        boolean plain = parsed(where).filter(condition -> !isOurs(condition)).isPresent();
        List<Expr.Aggregate> aggregates = new ArrayList<>();
        boolean own = plain && collectAggregates(formula, aggregates);
        if (!own || aggregates.stream().anyMatch(aggregate -> aggregate.filter() != null)) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder(text);
        List<Integer> ends =
                aggregates.stream().map(a -> a.span().end()).sorted().toList();
        for (int end : ends.reversed()) {
            out.insert(end, " FILTER (WHERE " + where.strip() + ")");
        }
        return Optional.of(out.toString());
    }

    /** Whether no metric stands among them. */
    private static boolean collectAggregates(Expr expr, List<Expr.Aggregate> found) {
        if (expr instanceof Expr.Aggregate aggregate) {
            found.add(aggregate);
            return true;
        }
        return !(expr instanceof Expr.Name)
                && Exprs.children(expr).stream().allMatch(child -> collectAggregates(child, found));
    }

    private Map<String, Object> tree(String name, Node metric) {
        Map<String, Object> tree = new LinkedHashMap<>();
        String other = names.of(name);
        String formula = formula(metric).orElseThrow();
        String renamed = names.in(formula, parsed(formula).orElseThrow());
        tree.put("name", other);
        tree.put("expression", OssieExport.expression(renamed));
        Nodes.scalar(metric, "description").ifPresent(text -> tree.put("description", text.value()));
        var ours = OssieExport.except(metric, HELD);
        if (!ours.isEmpty()) {
            lost.add("metric " + name + ": " + String.join(", ", ours.keySet()) + "; in custom_extensions");
        }
        if (!other.equals(name)) {
            ours.put("name", name);
            lost.add("metric " + name + ": called " + other + " there, for something else has its name");
        }
        if (!renamed.equals(formula)) {
            ours.put("expression", formula);
        }
        OssieExport.extend(tree, ours);
        return tree;
    }
}
