package io.bellwether.core.plan;

import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Relationship;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A way from the rows of one dataset to another, from many to one at every step, so that a row never becomes two.
 *
 * @param role the names of the steps where the way was asked for by roles, else empty: {@code listing.host}
 */
record Route(Dataset from, Dataset to, List<Relationship> steps, List<String> role) {
    static Route stay(Dataset home) {
        return new Route(home, home, List.of(), List.of());
    }

    /** What the dataset at the end of so many steps is called. */
    String alias(int step) {
        return role.isEmpty() ? steps.get(step).to() : String.join(".", role.subList(0, step + 1));
    }

    String drawing() {
        return from.name() + steps.stream().map(r -> " → " + r.to()).collect(Collectors.joining());
    }
}
