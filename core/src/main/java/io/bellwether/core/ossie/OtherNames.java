package io.bellwether.core.ossie;

import io.bellwether.core.definition.Node;
import io.bellwether.core.expression.Expr;
import io.bellwether.core.expression.Exprs;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Metrics that cannot keep their name: with us a metric may be called as a dataset is, with Ossie all names are of one
 * space. Here and there are told apart by {@code orders} and {@code orders_metric}.
 */
final class OtherNames {
    private final Map<String, String> names = new LinkedHashMap<>();

    /** @param datasets their names, which stay */
    OtherNames(List<Node> metrics, Collection<String> datasets) {
        Set<String> taken = new HashSet<>();
        datasets.forEach(name -> taken.add(Identifiers.normal(name)));
        Set<String> asked = new HashSet<>(taken);
        metrics.forEach(metric -> asked.add(Identifiers.normal(name(metric))));
        for (Node metric : metrics) {
            String name = name(metric);
            if (OneNamespace.isReserved(name) || !taken.add(Identifiers.normal(name))) {
                String other = name + "_metric";
                for (int i = 2; !asked.add(Identifiers.normal(other)); i++) {
                    other = name + "_metric_" + i;
                }
                names.put(name, other);
            }
        }
    }

    private static String name(Node metric) {
        return String.valueOf(Nodes.text(metric, "name"));
    }

    /** What it is called there. */
    String of(String metric) {
        return names.getOrDefault(metric, metric);
    }

    /** The formula with the names that metrics have there. */
    String in(String text, Expr formula) {
        List<Expr.Name> named = Exprs.all(formula, Expr.Name.class).stream()
                .filter(name -> name.qualifier() == null && names.containsKey(name.name()))
                .sorted(Comparator.comparing((Expr.Name name) -> name.span().start()))
                .toList();
        StringBuilder out = new StringBuilder(text);
        for (Expr.Name name : named.reversed()) {
            String other = of(name.name());
            out.replace(
                    name.span().start(),
                    name.span().end(),
                    Identifiers.isRegular(other) ? other : Identifiers.quoted(other));
        }
        return out.toString();
    }
}
