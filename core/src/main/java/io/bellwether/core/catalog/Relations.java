package io.bellwether.core.catalog;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which datasets hang together. Whether a join between them is safe is the planner's question. */
final class Relations {
    private final List<Relationship> relationships;

    Relations(List<Relationship> relationships) {
        this.relationships = relationships;
    }

    boolean connect(Collection<String> datasets) {
        if (datasets.size() < 2) {
            return true;
        }
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(datasets.iterator().next()));
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
        return reached.containsAll(datasets);
    }
}
