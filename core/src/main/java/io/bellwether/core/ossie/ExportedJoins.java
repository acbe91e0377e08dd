package io.bellwether.core.ossie;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Relationship;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Relationships as Ossie has them: each with a name of its own, and with a key on the side of the one. */
final class ExportedJoins {
    private final Catalog catalog;
    private final List<Object> trees = new ArrayList<>();
    private final Map<String, Set<List<String>>> keys = new HashMap<>();
    private final Set<String> taken = new LinkedHashSet<>();

    ExportedJoins(Catalog catalog) {
        this.catalog = catalog;
        catalog.datasets().keySet().forEach(this::take);
        catalog.metrics().keySet().forEach(name -> {
            take(name);
            take(name + "_metric");
        });
        List<Relationship> done = new ArrayList<>();
        for (Relationship relationship : catalog.relationships()) {
            if (!relationship.manyToMany()) {
                keys.computeIfAbsent(relationship.to(), to -> new LinkedHashSet<>())
                        .add(relationship.toFields());
            }
            if (done.stream().noneMatch(other -> isTurned(other, relationship))) {
                trees.add(tree(relationship));
                done.add(relationship);
            }
        }
    }

    /** One row on both sides: Ossie says it once, and the keys say the rest. */
    private static boolean isTurned(Relationship one, Relationship other) {
        return one.from().equals(other.to())
                && one.to().equals(other.from())
                && one.fromFields().equals(other.toFields())
                && one.toFields().equals(other.fromFields());
    }

    private Map<String, Object> tree(Relationship relationship) {
        String role = relationship.name();
        String name = role != null && !OneNamespace.isReserved(role) && take(role) ? role : unused(relationship);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", name);
        tree.put("from", relationship.from());
        tree.put("to", relationship.to());
        tree.put("from_columns", columns(relationship.from(), relationship.fromFields()));
        tree.put("to_columns", columns(relationship.to(), relationship.toFields()));
        if (role != null && !role.equals(name)) {
            OssieExport.extend(tree, new LinkedHashMap<>(Map.of("name", role)));
        }
        return tree;
    }

    private List<String> columns(String dataset, List<String> fields) {
        return catalog.dataset(dataset)
                .map(found -> ExportedDataset.columns(found, fields))
                .orElse(fields);
    }

    /** Whether nothing else is called so, whatever its case. */
    private boolean take(String name) {
        return taken.add(Identifiers.normal(name));
    }

    private String unused(Relationship relationship) {
        String wanted = relationship.from() + "_to_" + relationship.to();
        String name = wanted;
        for (int i = 2; !take(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    List<Object> trees() {
        return trees;
    }

    /** What relationships rely on to be unique in the dataset. */
    Set<List<String>> keys(String dataset) {
        return keys.getOrDefault(dataset, Set.of());
    }
}
