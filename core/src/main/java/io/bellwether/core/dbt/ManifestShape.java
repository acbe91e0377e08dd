package io.bellwether.core.dbt;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a manifest holds that is of another kind than dbt writes, has no name, or says a word that we do not know. */
final class ManifestShape {
    private static final List<String> MODEL_TEXTS = List.of("label", "description", "primary_entity");
    private static final List<String> METRIC_TEXTS = List.of("label", "description", "time_granularity");
    private static final Set<String> ENTITIES = Set.of("primary", "unique", "foreign", "natural");
    private static final Set<String> DIMENSIONS = Set.of("categorical", "time");
    private static final Set<String> CHOICES = Set.of("min", "max", "average");
    private static final Set<String> PICKS = Set.of("first", "last", "average", "start", "end");
    private static final Set<String> RESULTS = Set.of("conversion_rate", "conversions");

    private final ManifestText text;
    private final List<Diagnostic> problems = new ArrayList<>();

    private ManifestShape(ManifestText text) {
        this.text = text;
    }

    static List<Diagnostic> problems(ManifestText text) {
        ManifestShape shape = new ManifestShape(text);
        JsonNode root = text.root();
        if (!root.isObject()) {
            shape.add(text.whole(), "manifest is a block of keys, not " + kind(root));
        }
        shape.named(root, "semantic_models", "").forEach(shape::model);
        shape.named(root, "metrics", "").forEach(shape::metric);
        shape.named(root, "saved_queries", "").forEach(shape::savedQuery);
        shape.block(root, "project_configuration", "");
        shape.spines(root.path("project_configuration"));
        return shape.problems;
    }

    private void model(JsonNode model) {
        String of = of(model);
        texts(model, of, MODEL_TEXTS);
        block(model, "node_relation", of);
        table(model, of);
        block(model, "defaults", of);
        texts(model.path("defaults"), of, List.of("agg_time_dimension"));
        block(model, "validity_params", of);
        for (JsonNode entity : named(model, "entities", of)) {
            texts(entity, of(entity), List.of("expr"));
            if (!isThere(entity.path("type"))) {
                add(text.span(entity, "name"), "entity \"" + ManifestReader.name(entity) + "\"" + of + " has no type");
            }
            word(entity, "type", of(entity), ENTITIES, "taken for a key of its own rows");
        }
        for (JsonNode dimension : named(model, "dimensions", of)) {
            texts(dimension, of(dimension), List.of("label", "description", "expr"));
            word(dimension, "type", of(dimension), DIMENSIONS, "taken for categorical");
            truths(dimension, of(dimension), List.of("is_partition"));
            block(dimension, "type_params", of(dimension));
            JsonNode params = dimension.path("type_params");
            texts(params, of(dimension), List.of("time_granularity"));
            grain(params, of(dimension));
            block(params, "validity_params", of(dimension));
            truths(params.path("validity_params"), of(dimension), List.of("is_start", "is_end"));
        }
        named(model, "measures", of).forEach(measure -> aggregation(measure, of(measure)));
    }

    /** Rows come from somewhere: a block that only has a name is nothing that dbt writes. */
    private void table(JsonNode holder, String of) {
        JsonNode relation = holder.path("node_relation");
        texts(relation, of, List.of("alias", "schema_name", "database", "relation_name"));
        if (ManifestReader.relation(relation).table().isEmpty()) {
            add(
                    isThere(relation) ? text.span(holder, "node_relation") : text.place(holder),
                    "node_relation" + of + " names no table");
        }
    }

    /** A measure, or what a metric has instead of one. */
    private void aggregation(JsonNode node, String of) {
        texts(node, of, List.of("agg", "expr", "agg_time_dimension", "semantic_model"));
        block(node, "agg_params", of);
        JsonNode params = node.path("agg_params");
        truths(params, of, List.of("use_discrete_percentile", "use_approximate_percentile"));
        JsonNode share = params.path("percentile");
        if (isThere(share) && !isShare(share)) {
            wrong(params, "percentile", of, "is a number from 0 to 1");
        }
        block(node, "non_additive_dimension", of);
        JsonNode level = node.path("non_additive_dimension");
        texts(level, of, List.of("name"));
        word(level, "window_choice", of, CHOICES, "taken for min");
        list(level, "window_groupings", of);
    }

    private static boolean isShare(JsonNode node) {
        return node.isNumber()
                && node.decimalValue().signum() >= 0
                && node.decimalValue().compareTo(BigDecimal.ONE) <= 0;
    }

    private void metric(JsonNode metric) {
        String of = of(metric);
        texts(metric, of, METRIC_TEXTS);
        filter(metric, "filter", of);
        block(metric, "type_params", of);
        JsonNode params = metric.path("type_params");
        texts(params, of, List.of("expr", "grain_to_date", "fill_nulls_with"));
        truths(params, of, List.of("join_to_timespine"));
        length(params, "window", of);
        input(params, "measure", of);
        input(params, "numerator", of);
        input(params, "denominator", of);
        named(params, "metrics", of).forEach(one -> inputKeys(one, of));
        block(params, "metric_aggregation_params", of);
        aggregation(params.path("metric_aggregation_params"), of);
        block(params, "cumulative_type_params", of);
        JsonNode cumulative = params.path("cumulative_type_params");
        length(cumulative, "window", of);
        texts(cumulative, of, List.of("grain_to_date"));
        word(cumulative, "period_agg", of, PICKS, "taken for first");
        input(cumulative, "metric", of);
        block(params, "conversion_type_params", of);
        conversion(params.path("conversion_type_params"), of);
    }

    private void conversion(JsonNode params, String of) {
        for (String key : List.of("base_measure", "base_metric", "conversion_measure", "conversion_metric")) {
            input(params, key, of);
        }
        texts(params, of, List.of("entity"));
        word(params, "calculation", of, RESULTS, "taken for conversion_rate");
        length(params, "window", of);
        list(params, "constant_properties", of);
        for (JsonNode pair : ManifestReader.items(params, "constant_properties")) {
            texts(pair, of, List.of("base_property", "conversion_property"));
        }
    }

    /** A measure or a metric by its name, or a block with the name and more. */
    private void input(JsonNode holder, String key, String of) {
        JsonNode input = holder.path(key);
        if (isThere(input) && !input.isObject() && !input.isString()) {
            wrong(holder, key, of, "is a name, or a block of keys");
        } else if (input.isObject() && ManifestReader.name(input).isEmpty()) {
            wrong(holder, key, of, "has a name");
        }
        inputKeys(input, of);
    }

    private void inputKeys(JsonNode input, String of) {
        texts(input, of, List.of("alias", "offset_to_grain", "fill_nulls_with"));
        truths(input, of, List.of("join_to_timespine"));
        length(input, "offset_window", of);
        filter(input, "filter", of);
    }

    private void savedQuery(JsonNode query) {
        String of = of(query);
        block(query, "query_params", of);
        JsonNode params = query.path("query_params");
        for (String key : List.of("metrics", "group_by", "order_by")) {
            list(params, key, of);
        }
        filter(params, "where", of);
        JsonNode limit = params.path("limit");
        if (isThere(limit) && !(limit.isIntegralNumber() && limit.canConvertToLong())) {
            wrong(params, "limit", of, "is a whole number");
        }
    }

    private void spines(JsonNode configuration) {
        list(configuration, "time_spines", "");
        list(configuration, "time_spine_table_configurations", "");
        for (JsonNode spine : ManifestReader.items(configuration, "time_spines")) {
            block(spine, "node_relation", " of a time spine");
            table(spine, " of a time spine");
            block(spine, "primary_column", " of a time spine");
            grain(spine.path("primary_column"), " of a time spine");
            if (ManifestReader.name(spine.path("primary_column")).isEmpty()) {
                add(text.place(spine), "a time spine names no primary_column");
            }
            texts(spine.path("primary_column"), " of a time spine", List.of("name", "time_granularity"));
            named(spine, "custom_granularities", " of a time spine");
        }
    }

    /** The items of a list that have a name; of the others it is told, as of a name that stands twice. */
    private List<JsonNode> named(JsonNode holder, String key, String of) {
        list(holder, key, of);
        List<JsonNode> named = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        JsonNode list = holder.path(key);
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            String name = ManifestReader.name(list.get(i));
            if (name.isEmpty()) {
                String message = "an item of " + key + of + " has a name, not " + kind(list.get(i));
                add(text.span(list, i), message);
                continue;
            }
            if (!seen.add(name) && !key.equals("metrics")) {
                add(text.span(list.get(i), "name"), "two items of " + key + of + " have the name \"" + name + "\"");
            }
            named.add(list.get(i));
        }
        return named;
    }

    private void grain(JsonNode holder, String of) {
        String word = ManifestReader.text(holder, "time_granularity");
        if (word != null && Grain.of(word).isEmpty() && !DbtName.FINER.contains(word)) {
            add(
                    text.span(holder, "time_granularity"),
                    "time_granularity" + of + ": no grain is called \"" + word + "\"");
        }
    }

    private void block(JsonNode holder, String key, String of) {
        if (isThere(holder.path(key)) && !holder.path(key).isObject()) {
            wrong(holder, key, of, "is a block of keys");
        }
    }

    private void list(JsonNode holder, String key, String of) {
        if (isThere(holder.path(key)) && !holder.path(key).isArray()) {
            wrong(holder, key, of, "is a list");
        }
    }

    private void texts(JsonNode holder, String of, List<String> keys) {
        for (String key : keys) {
            if (holder.path(key).isContainer()) {
                wrong(holder, key, of, "is a text");
            }
        }
    }

    private void truths(JsonNode holder, String of, List<String> keys) {
        for (String key : keys) {
            if (isThere(holder.path(key)) && !holder.path(key).isBoolean()) {
                wrong(holder, key, of, "is true or false");
            }
        }
    }

    private void word(JsonNode holder, String key, String of, Set<String> known, String instead) {
        JsonNode word = holder.path(key);
        if (isThere(word) && !(word.isString() && known.contains(word.asString()))) {
            String found = word.isString() ? "\"" + word.asString() + "\"" : kind(word);
            String message = key + of + " is one of "
                    + String.join(", ", known.stream().sorted().toList()) + ", not " + found;
            problems.add(Diagnostic.warning(Code.WRONG_SHAPE.id(), text.span(holder, key), message, instead));
        }
    }

    private void length(JsonNode holder, String key, String of) {
        JsonNode length = holder.path(key);
        boolean fine = length.isString()
                || length.isObject()
                        && length.path("count").isIntegralNumber()
                        && length.path("granularity").isString();
        if (isThere(length) && !fine) {
            wrong(holder, key, of, "is a length as { count, granularity } or \"7 days\"");
        }
    }

    private void filter(JsonNode holder, String key, String of) {
        JsonNode filter = holder.path(key);
        if (!MetricJson.isFilter(filter)) {
            String found = filter.isContainer() ? "what stands here" : kind(filter);
            add(text.span(holder, key), key + of + " is a condition, or a block with where_filters, not " + found);
        }
    }

    private static boolean isThere(JsonNode node) {
        return !node.isMissingNode() && !node.isNull();
    }

    private static String of(JsonNode item) {
        return " of " + ManifestReader.name(item);
    }

    private static String kind(JsonNode node) {
        Map<String, String> words =
                Map.of("object", "a block", "array", "a list", "string", "a text", "null", "nothing");
        String kind = node.getNodeType().name().toLowerCase(Locale.ROOT);
        return words.getOrDefault(kind, "a " + kind);
    }

    private void wrong(JsonNode holder, String key, String of, String wanted) {
        add(text.span(holder, key), key + of + " " + wanted + ", not " + kind(holder.path(key)));
    }

    private void add(Span span, String message) {
        String fix = "left out; let dbt write the manifest again";
        problems.add(Diagnostic.warning(Code.WRONG_SHAPE.id(), span, message, fix));
    }
}
