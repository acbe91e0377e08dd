package io.bellwether.core.dbt;

import io.bellwether.core.dbt.Manifest.Entity;
import io.bellwether.core.dbt.Manifest.SemanticModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The joins that dbt makes between semantic models: by an entity of both, towards the model that is about it. */
final class ModelGraph extends JoinGraph {
    private final Map<String, SemanticModel> models = new LinkedHashMap<>();

    record Join(String entity, SemanticModel from, SemanticModel to) {}

    ModelGraph(List<SemanticModel> models) {
        models.forEach(model -> this.models.putIfAbsent(model.name(), model));
    }

    List<Join> joins() {
        return models.values().stream().flatMap(model -> from(model).stream()).toList();
    }

    private List<Join> from(SemanticModel from) {
        List<Join> joins = new ArrayList<>();
        for (Entity entity : from.entities()) {
            for (SemanticModel to : models.values()) {
                if (!to.name().equals(from.name()) && isTarget(entity, to)) {
                    joins.add(new Join(entity.name(), from, to));
                }
            }
        }
        return joins;
    }

    /** A model that names no entity of its own is, for others that only refer to one, about the first that it has. */
    private static boolean isTarget(Entity from, SemanticModel to) {
        return to.isAnonymous()
                ? !from.isTarget() && to.entities().getFirst().name().equals(from.name())
                : to.isAbout(from.name());
    }

    @Override
    List<Step> steps(String dataset) {
        SemanticModel model = models.get(dataset);
        return model == null
                ? List.of()
                : from(model).stream()
                        .map(join -> new Step(join.entity(), join.to().name()))
                        .toList();
    }

    @Override
    boolean has(String dataset, String element) {
        SemanticModel model = models.get(dataset);
        return model != null
                && (model.dimension(element).isPresent()
                        || model.entities().stream().anyMatch(e -> e.name().equals(element)));
    }

    @Override
    List<String> prefixes(String dataset) {
        SemanticModel model = models.get(dataset);
        return model == null ? List.of() : model.prefixes();
    }
}
