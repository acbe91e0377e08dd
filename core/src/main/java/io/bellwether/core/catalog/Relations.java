package io.bellwether.core.catalog;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which datasets hang together. Whether a join between them is safe is the planner's question, and so is where a role
 * leads from one fact.
 */
final class Relations {
    private final List<Relationship> relationships;
    private final Map<String, Dataset> datasets;
    private final Set<String> roles;

    Relations(List<Relationship> relationships, Map<String, Dataset> datasets) {
        this.relationships = relationships;
        this.datasets = datasets;
        this.roles = Roles.names(relationships, datasets);
    }

    /** Those of the qualifiers that are datasets whatever the fact. */
    Set<String> datasets(Collection<String> qualifiers) {
        Set<String> certain = new LinkedHashSet<>(qualifiers);
        certain.removeIf(name -> !datasets.containsKey(name) || roles.contains(name));
        return certain;
    }

    /** The one of these datasets from which all others are reached, many to one; null where there is none. */
    @Nullable
    String start(Collection<String> from) {
        return from.stream()
                .filter(name -> reached(name, false).containsAll(from))
                .findFirst()
                .orElse(null);
    }

    boolean connect(Collection<String> qualifiers) {
        Set<String> certain = datasets(qualifiers);
        if (certain.size() < 2) {
            return true;
        }
        return reached(certain.iterator().next(), true).containsAll(certain);
    }

    private Set<String> reached(String start, boolean backwards) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            String at = open.pop();
            if (reached.add(at)) {
                for (Relationship relationship : relationships) {
                    if (relationship.manyToMany() && !backwards) {
                        continue;
                    }
                    if (relationship.from().equals(at)) {
                        open.push(relationship.to());
                    } else if (backwards && relationship.to().equals(at)) {
                        open.push(relationship.from());
                    }
                }
            }
        }
        return reached;
    }
}
