package io.bellwether.core.catalog;

import io.bellwether.core.expression.Expr;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Metrics sorted so that each comes after those it stands on. Works with a list of what is open, not by recursion, so a
 * long chain is no problem.
 *
 * @param circles for each circle the references that make it, each naming the next
 */
record MetricOrder(List<String> sorted, List<List<Expr.Name>> circles) {
    /** @param named by each metric; names that are none of these metrics count for nothing */
    static MetricOrder of(Map<String, List<Expr.Name>> named) {
        Map<String, List<Expr.Name>> inputs = new LinkedHashMap<>();
        named.forEach((name, names) -> inputs.put(
                name,
                names.stream().filter(input -> named.containsKey(input.name())).toList()));
        List<String> sorted = sort(inputs);
        Set<String> rest = new LinkedHashSet<>(named.keySet());
        sorted.forEach(rest::remove);
        return new MetricOrder(sorted, circles(rest, inputs));
    }

    private static List<String> sort(Map<String, List<Expr.Name>> inputs) {
        Map<String, List<String>> users = new HashMap<>();
        Map<String, Integer> waiting = new HashMap<>();
        Deque<String> ready = new ArrayDeque<>();
        inputs.forEach((name, on) -> {
            on.forEach(input ->
                    users.computeIfAbsent(input.name(), k -> new ArrayList<>()).add(name));
            waiting.put(name, on.size());
            if (on.isEmpty()) {
                ready.add(name);
            }
        });
        List<String> sorted = new ArrayList<>();
        while (!ready.isEmpty()) {
            String next = ready.remove();
            sorted.add(next);
            for (String user : users.getOrDefault(next, List.of())) {
                if (waiting.merge(user, -1, Integer::sum) == 0) {
                    ready.add(user);
                }
            }
        }
        return sorted;
    }

    /** What cannot be sorted stands on a circle or leads to one; each circle is followed once. */
    private static List<List<Expr.Name>> circles(Set<String> rest, Map<String, List<Expr.Name>> inputs) {
        List<List<Expr.Name>> circles = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String start : rest) {
            List<String> path = new ArrayList<>();
            List<Expr.Name> steps = new ArrayList<>();
            String at = start;
            while (seen.add(at)) {
                path.add(at);
                Expr.Name next = inputs.getOrDefault(at, List.of()).stream()
                        .filter(input -> rest.contains(input.name()))
                        .findFirst()
                        .orElseThrow();
                steps.add(next);
                at = next.name();
            }
            int from = path.indexOf(at);
            if (from >= 0) {
                circles.add(List.copyOf(steps.subList(from, steps.size())));
            }
        }
        return circles;
    }
}
