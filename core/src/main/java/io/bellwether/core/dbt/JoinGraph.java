package io.bellwether.core.dbt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which elements rows reach, and by which entities. dbt lets one write the end of a way only
 * ({@code user__home_state} for {@code listing__user__home_state}): then the shortest that ends so is meant.
 */
abstract class JoinGraph {
    /** How many entities a way has at most. */
    private static final int LONGEST = 3;

    /** A step towards one row. */
    record Step(String role, String to) {}

    private record Reached(List<String> path, String dataset) {}

    abstract List<Step> steps(String dataset);

    abstract boolean has(String dataset, String element);

    /** What the dataset's own elements may have before them. */
    abstract List<String> prefixes(String dataset);

    /** The name with its whole way from each of these datasets; empty where they do not share one. */
    Optional<DbtName> complete(DbtName name, Collection<String> homes) {
        List<List<String>> shared = null;
        for (String home : homes) {
            List<List<String>> ways = ways(name, home);
            if (shared == null) {
                shared = ways;
            } else {
                shared.retainAll(ways);
            }
        }
        return shared == null || shared.isEmpty() ? Optional.empty() : Optional.of(name.at(shared.getFirst()));
    }

    /** All ways that end as the name's does, the shortest first. */
    private List<List<String>> ways(DbtName name, String home) {
        Set<List<String>> found = new LinkedHashSet<>();
        if (has(home, name.element())) {
            if (name.path().isEmpty()) {
                found.add(List.of());
            }
            for (String prefix : prefixes(home)) {
                if (name.path().isEmpty() || name.path().equals(List.of(prefix))) {
                    found.add(List.of(prefix));
                }
            }
        }
        List<String> wanted = withoutOwnPrefix(name.path(), home);
        List<Reached> level = List.of(new Reached(List.of(), home));
        for (int length = 1; length <= LONGEST; length++) {
            level = next(level);
            for (Reached reached : level) {
                if (endsWith(reached.path(), wanted) && has(reached.dataset(), name.element())) {
                    found.add(reached.path());
                }
            }
        }
        return new ArrayList<>(found);
    }

    private List<String> withoutOwnPrefix(List<String> path, String home) {
        return path.size() > 1 && prefixes(home).contains(path.getFirst()) ? path.subList(1, path.size()) : path;
    }

    private List<Reached> next(List<Reached> level) {
        Set<Reached> next = new LinkedHashSet<>();
        for (Reached reached : level) {
            for (Step step : steps(reached.dataset())) {
                if (!reached.path().contains(step.role())) {
                    List<String> path = new ArrayList<>(reached.path());
                    path.add(step.role());
                    next.add(new Reached(path, step.to()));
                }
            }
        }
        return List.copyOf(next);
    }

    private static boolean endsWith(List<String> path, List<String> end) {
        int from = path.size() - end.size();
        return from >= 0 && path.subList(from, path.size()).equals(end);
    }
}
