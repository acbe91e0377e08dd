package io.bellwether.core.dbt;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Field;
import io.bellwether.core.catalog.Relationship;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The joins of a catalog by the roles that its relationships name. */
final class CatalogGraph extends JoinGraph {
    private final Catalog catalog;

    CatalogGraph(Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    List<Step> steps(String dataset) {
        List<Step> steps = new ArrayList<>();
        for (Relationship relationship : catalog.relationships()) {
            if (relationship.name() != null && relationship.from().equals(dataset)) {
                steps.add(new Step(relationship.name(), relationship.to()));
            }
        }
        return steps;
    }

    /** A field that somebody wrote; a mere column of the source is nothing that dbt knows. */
    @Override
    boolean has(String dataset, String element) {
        return catalog.dataset(dataset).filter(d -> d.describes(element)).isPresent();
    }

    @Override
    List<String> prefixes(String dataset) {
        return catalog.dataset(dataset).map(Dataset::entities).orElse(List.of());
    }

    /** Whether some rows are about it, or lead to it. */
    boolean isEntity(String name) {
        return catalog.relationships().stream().anyMatch(r -> name.equals(r.name()))
                || catalog.datasets().values().stream()
                        .anyMatch(d -> d.entities().contains(name));
    }

    /** The fields that the name may mean: of these datasets, or of those that its last entity is about. */
    List<Field> fields(DbtName name, Collection<String> homes) {
        return catalog.datasets().values().stream()
                .filter(d -> name.path().isEmpty()
                        ? homes.contains(d.name())
                        : d.entities().contains(name.path().getLast()) || isTarget(d, name))
                .filter(d -> has(d.name(), name.element()))
                .flatMap(d -> d.field(name.element()).stream())
                .toList();
    }

    private boolean isTarget(Dataset dataset, DbtName name) {
        return catalog.relationships().stream()
                .anyMatch(r -> name.path().getLast().equals(r.name()) && r.to().equals(dataset.name()));
    }
}
