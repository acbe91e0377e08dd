package io.bellwether.core.plan;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Relationship;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The ways from one dataset to another, always from many to one, so that a row never becomes two:
 *
 * <pre>
 *   items ──▶ orders ──▶ customers        items may read customers' fields; customers may not read items'
 * </pre>
 *
 * The shortest way counts. Two equally short ones are an error, never a guess.
 */
final class JoinPaths {
    private final Map<String, List<Relationship>> outgoing;

    JoinPaths(Catalog catalog) {
        this.outgoing = catalog.relationships().stream().collect(Collectors.groupingBy(Relationship::from));
    }

    /** Whether rows of {@code from} have at most one row of {@code to}. */
    boolean reaches(String from, String to) {
        return from.equals(to) || !shortest(from, to).isEmpty();
    }

    /** The steps from a dataset to all of {@code targets}, each step once, in an order in which they can be joined. */
    List<Relationship> tree(String from, Collection<String> targets, @Nullable Span place) {
        Set<Relationship> steps = new LinkedHashSet<>();
        for (String target : targets) {
            if (!target.equals(from)) {
                steps.addAll(path(from, target, place));
            }
        }
        return List.copyOf(steps);
    }

    private List<Relationship> path(String from, String to, @Nullable Span place) {
        List<List<Relationship>> paths = shortest(from, to);
        if (paths.size() == 1) {
            return paths.getFirst();
        }
        if (paths.isEmpty()) {
            throw new DiagnosticException(unreachable(from, to, place));
        }
        String ways = paths.stream().map(JoinPaths::drawing).collect(Collectors.joining(" and "));
        throw new DiagnosticException(Diagnostic.error(
                PlanCodes.AMBIGUOUS_PATH,
                place,
                "two equally short ways lead from \"%s\" to \"%s\": %s".formatted(from, to, ways),
                "remove one relationship, or give \"%s\" a field of its own for what you mean".formatted(from)));
    }

    private Diagnostic unreachable(String from, String to, @Nullable Span place) {
        if (!shortest(to, from).isEmpty()) {
            return Diagnostic.error(
                    PlanCodes.FAN_OUT,
                    place,
                    "one row of \"%s\" has many rows of \"%s\": it would be counted once for each of them"
                            .formatted(from, to),
                    "use a metric over \"%s\" here, or leave its fields out".formatted(to));
        }
        return Diagnostic.error(
                PlanCodes.NO_PATH,
                place,
                "no relationship leads from \"%s\" to \"%s\"".formatted(from, to),
                "add one under relationships: { from: %s, to: %s, columns: { … } }".formatted(from, to));
    }

    private static String drawing(List<Relationship> path) {
        return path.getFirst().from() + path.stream().map(r -> " → " + r.to()).collect(Collectors.joining());
    }

    /** All shortest paths; the breadth-first search never walks into a dataset that was reached in fewer steps. */
    private List<List<Relationship>> shortest(String from, String to) {
        Map<String, Integer> depth = new HashMap<>(Map.of(from, 0));
        List<List<Relationship>> frontier = List.of(List.of());
        for (int steps = 1; !frontier.isEmpty(); steps++) {
            List<List<Relationship>> next = new ArrayList<>();
            for (List<Relationship> path : frontier) {
                String end = path.isEmpty() ? from : path.getLast().to();
                for (Relationship step : outgoing.getOrDefault(end, List.of())) {
                    if (depth.computeIfAbsent(step.to(), name -> Integer.MAX_VALUE) >= steps) {
                        depth.put(step.to(), steps);
                        List<Relationship> longer = new ArrayList<>(path);
                        longer.add(step);
                        next.add(longer);
                    }
                }
            }
            List<List<Relationship>> found =
                    next.stream().filter(p -> p.getLast().to().equals(to)).toList();
            if (!found.isEmpty()) {
                return found;
            }
            frontier = next;
        }
        return List.of();
    }
}
