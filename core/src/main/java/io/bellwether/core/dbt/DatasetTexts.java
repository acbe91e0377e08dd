package io.bellwether.core.dbt;

import io.bellwether.core.dbt.Manifest.Relation;
import io.bellwether.core.dbt.Manifest.SemanticModel;
import io.bellwether.core.dbt.Manifest.TimeSpine;
import io.bellwether.core.time.Grain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Semantic models, their joins and the time spines as YAML of ours. */
final class DatasetTexts {
    private final DbtImport.Tables tables;

    DatasetTexts(DbtImport.Tables tables) {
        this.tables = tables;
    }

    YamlText dataset(SemanticModel model, ModelFields fields) {
        var validity = model.validity();
        return new YamlText()
                .with("name", model.name())
                .with("label", model.label())
                .with("description", model.description())
                .with("source", source(model.relation()))
                .with("time", model.timeDimension())
                .with("entities", model.prefixes())
                .with(
                        "validity",
                        validity == null
                                ? new YamlText()
                                : new YamlText().with("from", validity.from()).with("to", validity.to()))
                .with(
                        "partitions",
                        model.dimensions().stream()
                                .filter(Manifest.ModelDimension::isPartition)
                                .map(Manifest.ModelDimension::name)
                                .toList())
                .with("fields", fields.all());
    }

    private String source(Relation relation) {
        return tables.source(relation.schema(), relation.table());
    }

    YamlText relationship(ModelGraph.Join join) {
        YamlText columns = new YamlText().with(join.entity(), join.entity());
        return new YamlText()
                .with("name", join.entity())
                .with("from", join.from().name())
                .with("to", join.to().name())
                .with("columns", columns);
    }

    /** A dataset for each time spine, and one calendar over all of them. */
    record Calendar(Map<String, YamlText> datasets, List<YamlText> tables) {}

    /** Spines finer than a second are left out: no grain of ours would read them. */
    Calendar calendar(List<TimeSpine> spines, List<SemanticModel> models) {
        Set<String> taken =
                new HashSet<>(models.stream().map(SemanticModel::name).toList());
        Map<String, YamlText> datasets = new LinkedHashMap<>();
        List<YamlText> calendars = new ArrayList<>();
        for (TimeSpine spine : spines) {
            boolean usable =
                    !spine.relation().table().isEmpty() && !spine.column().isEmpty();
            if (usable && Grain.of(spine.grain()).isPresent()) {
                String name = name(spine.relation().table());
                while (!taken.add(name)) {
                    name += "_";
                }
                datasets.put(name, spineDataset(name, spine));
                calendars.add(spineTable(name, spine));
            }
        }
        return new Calendar(datasets, calendars);
    }

    /** What a table is called here: {@code DAYS} and {@code all days} are names of tables, but not of datasets. */
    private static String name(String table) {
        String name =
                table.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        return name.matches("[a-z].*") ? name : "spine_" + name;
    }

    private YamlText spineDataset(String name, TimeSpine spine) {
        YamlText field = new YamlText().with("name", spine.column()).with("grain", spine.grain());
        return new YamlText()
                .with("name", name)
                .with("source", source(spine.relation()))
                .with("time", spine.column())
                .with("fields", List.of(field));
    }

    private static YamlText spineTable(String name, TimeSpine spine) {
        YamlText grains = new YamlText();
        for (Map.Entry<String, String> grain : spine.customGrains().entrySet()) {
            grains.with(grain.getKey(), grain.getValue());
        }
        return new YamlText()
                .with("dataset", name)
                .with("time", spine.column())
                .with("grain", spine.grain())
                .with("grains", grains);
    }
}
