package io.bellwether.core.catalog;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    boolean connect(Collection<String> qualifiers) {
        Set<String> certain = datasets(qualifiers);
        if (certain.size() < 2) {
            return true;
        }
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(certain.iterator().next()));
        while (!open.isEmpty()) {
            String at = open.pop();
            if (reached.add(at)) {
                for (Relationship relationship : relationships) {
                    if (relationship.from().equals(at)) {
                        open.push(relationship.to());
                    } else if (relationship.to().equals(at)) {
                        open.push(relationship.from());
                    }
                }
            }
        }
        return reached.containsAll(certain);
    }
}
