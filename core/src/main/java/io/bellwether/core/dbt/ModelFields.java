package io.bellwether.core.dbt;

import io.bellwether.core.dbt.Manifest.Entity;
import io.bellwether.core.dbt.Manifest.Measure;
import io.bellwether.core.dbt.Manifest.ModelDimension;
import io.bellwether.core.dbt.Manifest.SemanticModel;
import io.bellwether.core.time.Grain;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields that a dataset gets: the model's entities and dimensions, and what its measures stand on. */
final class ModelFields {
    private final Map<String, YamlText> fields = new LinkedHashMap<>();
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final Map<String, String> computed = new LinkedHashMap<>();

    ModelFields(SemanticModel model) {
        for (Entity entity : model.entities()) {
            add(entity.name(), entity.expression(), new YamlText());
        }
        for (ModelDimension dimension : model.dimensions()) {
            String grain = dimension.grain() == null
                    ? null
                    : Grain.of(dimension.grain()).map(Grain::word).orElse(null);
            add(
                    dimension.name(),
                    dimension.expression(),
                    new YamlText()
                            .with("label", dimension.label())
                            .with("description", dimension.description())
                            .with("grain", grain));
        }
    }

    private void add(String name, @Nullable String expression, YamlText rest) {
        if (!fields.containsKey(name)) {
            String other = expression == null || expression.equals(name) ? null : expression;
            fields.put(
                    name,
                    new YamlText().with("name", name).with("expression", other).and(rest));
            columns.put(name, expression == null ? name : expression);
        }
    }

    /** The field with what a measure aggregates: a column as it is, anything else under a name of its own. */
    String of(Measure measure) {
        String expression = measure.expression() == null
                ? measure.name()
                : measure.expression().strip();
        if (expression.matches("[A-Za-z_]\\w*")
                && columns.getOrDefault(expression, expression).equals(expression)) {
            return expression;
        }
        return computed.computeIfAbsent(expression, text -> {
            String name = free(text.equals("1") ? "one" : measure.name() + "_value");
            add(name, text, new YamlText());
            return name;
        });
    }

    private String free(String name) {
        return fields.containsKey(name) ? free(name + "_") : name;
    }

    List<YamlText> all() {
        return new ArrayList<>(fields.values());
    }
}
