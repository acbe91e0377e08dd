package io.bellwether.core.dbt;

import io.bellwether.core.dbt.Manifest.DbtMetric;
import io.bellwether.core.dbt.Manifest.Entity;
import io.bellwether.core.dbt.Manifest.ModelDimension;
import io.bellwether.core.dbt.Manifest.Relation;
import io.bellwether.core.dbt.Manifest.SemanticModel;
import io.bellwether.core.dbt.Manifest.TimeSpine;
import io.bellwether.core.dbt.Manifest.Validity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON to {@link Manifest}; what lacks a name is left out, for dbt itself writes none such. */
final class ManifestReader {
    private static final Pattern NAME_PART = Pattern.compile("\"(?:[^\"]|\"\")+\"|`[^`]+`|\\[[^\\]]+]|[^.\"`\\[]+");

    private ManifestReader() {}

    static Manifest read(JsonNode root) {
        List<SemanticModel> models = named(root, "semantic_models").stream()
                .map(ManifestReader::model)
                .toList();
        List<DbtMetric> metrics =
                named(root, "metrics").stream().map(MetricJson::read).toList();
        List<SavedQuery> saved = named(root, "saved_queries").stream()
                .map(ManifestReader::savedQuery)
                .toList();
        return new Manifest(models, metrics, saved, spines(root.path("project_configuration")));
    }

    private static SemanticModel model(JsonNode node) {
        String name = name(node);
        List<ModelDimension> dimensions = named(node, "dimensions").stream()
                .map(ManifestReader::dimension)
                .toList();
        return new SemanticModel(
                name,
                text(node, "label"),
                description(node),
                relation(node.path("node_relation")),
                text(node.path("defaults"), "agg_time_dimension"),
                text(node, "primary_entity"),
                named(node, "entities").stream()
                        .map(e -> new Entity(name(e), orElse(text(e, "type"), "foreign"), text(e, "expr")))
                        .toList(),
                dimensions,
                named(node, "measures").stream()
                        .map(m -> MetricJson.measure(m, name(m), name))
                        .toList(),
                validity(node));
    }

    private static ModelDimension dimension(JsonNode node) {
        JsonNode type = node.path("type_params");
        return new ModelDimension(
                name(node),
                text(node, "label"),
                description(node),
                text(node, "expr"),
                "time".equals(text(node, "type")),
                text(type, "time_granularity"),
                node.path("is_partition").asBoolean(false));
    }

    /** Of the model, or of two of its dimensions. */
    private static @Nullable Validity validity(JsonNode model) {
        JsonNode own = model.path("validity_params");
        String from = text(own, "is_valid_from");
        String to = text(own, "is_valid_to");
        for (JsonNode dimension : items(model, "dimensions")) {
            JsonNode params = dimension.path("type_params").path("validity_params");
            from = params.path("is_start").asBoolean(false) ? name(dimension) : from;
            to = params.path("is_end").asBoolean(false) ? name(dimension) : to;
        }
        return from == null || to == null ? null : new Validity(from, to);
    }

    private static SavedQuery savedQuery(JsonNode node) {
        JsonNode params = node.path("query_params");
        List<String> where = new ArrayList<>(MetricJson.filters(params.path("where")));
        JsonNode limit = params.path("limit");
        return new SavedQuery(
                name(node),
                description(node),
                texts(params, "metrics"),
                texts(params, "group_by"),
                where,
                texts(params, "order_by"),
                limit.isIntegralNumber() && limit.canConvertToLong() ? limit.asLong() : null);
    }

    private static List<TimeSpine> spines(JsonNode configuration) {
        List<TimeSpine> spines = new ArrayList<>();
        for (JsonNode node : items(configuration, "time_spines")) {
            Map<String, String> custom = new LinkedHashMap<>();
            for (JsonNode grain : items(node, "custom_granularities")) {
                custom.put(name(grain), orElse(text(grain, "column_name"), name(grain)));
            }
            JsonNode column = node.path("primary_column");
            spines.add(new TimeSpine(
                    relation(node.path("node_relation")),
                    name(column),
                    orElse(text(column, "time_granularity"), "day"),
                    custom));
        }
        for (JsonNode node : items(configuration, "time_spine_table_configurations")) {
            List<String> location = parts(orElse(text(node, "location"), ""));
            spines.add(new TimeSpine(
                    new Relation(null, last(location, 2), last(location, 1)),
                    orElse(text(node, "column_name"), "ds"),
                    orElse(text(node, "grain"), "day"),
                    Map.of()));
        }
        return spines;
    }

    /** Where only the whole name is given, as {@code "db"."schema"."table"}, its last part is the table. */
    static Relation relation(JsonNode node) {
        List<String> parts = parts(orElse(text(node, "relation_name"), ""));
        return new Relation(
                text(node, "database"),
                orElse(text(node, "schema_name"), last(parts, 2)),
                orElse(text(node, "alias"), last(parts, 1)));
    }

    /**
     * The parts of a name in whatever quotes a warehouse has: {@code "a"."b"}, {@code `a.b`}, {@code [a].[b]}. BigQuery has
     * one pair around all of them.
     */
    private static List<String> parts(String name) {
        List<String> parts = new ArrayList<>();
        Matcher part = NAME_PART.matcher(name);
        while (part.find()) {
            String text = part.group().strip();
            String inside = text.replaceAll("^[\"`\\[]|[\"`\\]]$", "").replace("\"\"", "\"");
            if (text.startsWith("`")) {
                parts.addAll(List.of(inside.split("\\.")));
            } else if (!inside.isBlank()) {
                parts.add(inside);
            }
        }
        return parts;
    }

    /** The last part, or one before it; empty where there are not so many. */
    private static String last(List<String> parts, int place) {
        return parts.size() < place ? "" : parts.get(parts.size() - place);
    }

    /** One that repeats the name describes nothing. */
    static @Nullable String description(JsonNode node) {
        String description = text(node, "description");
        return description == null || description.equals(name(node)) ? null : description;
    }

    static String name(JsonNode node) {
        return orElse(text(node, "name"), "");
    }

    static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    /** The text of a key; numbers and truths as they are written; null where there is none. */
    static @Nullable String text(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isValueNode() && !value.isNull() && !value.asString().isBlank() ? value.asString() : null;
    }

    static List<String> texts(JsonNode node, String key) {
        return items(node, key).stream()
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asString)
                .toList();
    }

    /** Those that have a name; of the others {@link ManifestShape} tells. */
    private static List<JsonNode> named(JsonNode node, String key) {
        return items(node, key).stream().filter(item -> !name(item).isEmpty()).toList();
    }

    static List<JsonNode> items(JsonNode node, String key) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode list = node.path(key);
        if (list.isArray()) {
            list.forEach(items::add);
        }
        return items;
    }
}
