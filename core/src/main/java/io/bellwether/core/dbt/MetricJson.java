package io.bellwether.core.dbt;

import static io.bellwether.core.dbt.ManifestReader.items;
import static io.bellwether.core.dbt.ManifestReader.name;
import static io.bellwether.core.dbt.ManifestReader.orElse;
import static io.bellwether.core.dbt.ManifestReader.text;
import static io.bellwether.core.dbt.ManifestReader.texts;

import io.bellwether.core.dbt.Manifest.DbtMetric;
import io.bellwether.core.dbt.Manifest.Input;
import io.bellwether.core.dbt.Manifest.Kind;
import io.bellwether.core.dbt.Manifest.Measure;
import io.bellwether.core.dbt.Manifest.MeasureUse;
import io.bellwether.core.dbt.Manifest.NonAdditive;
import io.bellwether.core.dbt.Manifest.Percentile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The metrics of a manifest: over measures, or with an aggregation of their own. */
final class MetricJson {
    private MetricJson() {}

    static DbtMetric read(JsonNode node) {
        return new DbtMetric(
                name(node),
                text(node, "label"),
                ManifestReader.description(node),
                text(node, "time_granularity"),
                filters(node.path("filter")),
                kind(node));
    }

    private static Kind kind(JsonNode node) {
        JsonNode params = node.path("type_params");
        if (hasBrokenFilter(node) || hasBrokenFilter(params)) {
            return new Kind.Unknown("a filter of it is no condition, and without it the number would be another");
        }
        return switch (orElse(text(node, "type"), "")) {
            case "simple" -> simple(node, params);
            case "ratio" -> ratio(params);
            case "derived" -> derived(params);
            case "cumulative" -> cumulative(node, params);
            case "conversion" -> conversion(params.path("conversion_type_params"));
            default -> new Kind.Unknown("its type is \"" + orElse(text(node, "type"), "") + "\"");
        };
    }

    private static Kind simple(JsonNode node, JsonNode params) {
        MeasureUse use = measureUse(node, params);
        return use == null ? new Kind.Unknown("it has neither a measure nor an aggregation") : new Kind.Simple(use);
    }

    /** The aggregation written at the metric, or the measure that it names. */
    private static @Nullable MeasureUse measureUse(JsonNode node, JsonNode params) {
        JsonNode own = params.path("metric_aggregation_params");
        if (own.isObject()) {
            Measure measure = measure(own, name(node), orElse(text(own, "semantic_model"), ""));
            String expression = measure.expression() == null ? text(params, "expr") : measure.expression();
            Measure whole = new Measure(
                    measure.name(),
                    measure.model(),
                    measure.aggregation(),
                    expression,
                    measure.percentile(),
                    measure.nonAdditive(),
                    measure.timeDimension());
            return new MeasureUse(null, whole, List.of(), joins(params), text(params, "fill_nulls_with"));
        }
        return named(params.path("measure"));
    }

    /** {@code "name"} or {@code {name, filter, join_to_timespine, fill_nulls_with}}. */
    private static @Nullable MeasureUse named(JsonNode measure) {
        if (measure.isString()) {
            return new MeasureUse(measure.asString(), null, List.of(), false, null);
        }
        if (text(measure, "name") == null) {
            return null;
        }
        return new MeasureUse(
                name(measure), null, filters(measure.path("filter")), joins(measure), text(measure, "fill_nulls_with"));
    }

    private static boolean joins(JsonNode node) {
        return node.path("join_to_timespine").asBoolean(false);
    }

    static Measure measure(JsonNode node, String name, String model) {
        JsonNode params = node.path("agg_params");
        String share = text(params, "percentile");
        JsonNode nonAdditive = node.path("non_additive_dimension");
        return new Measure(
                name,
                model,
                orElse(text(node, "agg"), ""),
                text(node, "expr"),
                share == null
                        ? null
                        : new Percentile(
                                share, params.path("use_discrete_percentile").asBoolean(false)),
                text(nonAdditive, "name") == null
                        ? null
                        : new NonAdditive(
                                name(nonAdditive),
                                orElse(text(nonAdditive, "window_choice"), "min"),
                                texts(nonAdditive, "window_groupings")),
                text(node, "agg_time_dimension"));
    }

    private static Kind ratio(JsonNode params) {
        Input numerator = input(params.path("numerator"));
        Input denominator = input(params.path("denominator"));
        return numerator == null || denominator == null
                ? new Kind.Unknown("a ratio has a numerator and a denominator")
                : new Kind.Ratio(numerator, denominator);
    }

    private static Kind derived(JsonNode params) {
        List<Input> inputs = new ArrayList<>();
        for (JsonNode node : items(params, "metrics")) {
            Input input = input(node);
            if (input != null) {
                inputs.add(input);
            }
        }
        String expression = text(params, "expr");
        return expression == null ? new Kind.Unknown("it has no expr") : new Kind.Derived(expression, inputs);
    }

    private static @Nullable Input input(JsonNode node) {
        if (node.isString()) {
            return new Input(node.asString(), null, List.of(), null, null);
        }
        return text(node, "name") == null
                ? null
                : new Input(
                        name(node),
                        text(node, "alias"),
                        filters(node.path("filter")),
                        length(node.path("offset_window")),
                        text(node, "offset_to_grain"));
    }

    /** Its own parameters, or those that older manifests have beside the measure. */
    private static Kind cumulative(JsonNode node, JsonNode params) {
        JsonNode own = params.path("cumulative_type_params");
        MeasureUse measure = measureUse(node, params);
        Input metric = input(own.path("metric"));
        if (measure == null && metric == null) {
            return new Kind.Unknown("it has neither a measure nor a metric");
        }
        String window = length(own.path("window"));
        String toGrain = text(own, "grain_to_date");
        MeasureUse filled = measure == null
                ? null
                : new MeasureUse(
                        measure.name(),
                        measure.own(),
                        measure.filters(),
                        measure.joinsTimeSpine() || joins(params),
                        measure.fill() == null ? text(params, "fill_nulls_with") : measure.fill());
        return new Kind.Cumulative(
                filled,
                metric,
                window == null ? length(params.path("window")) : window,
                toGrain == null ? text(params, "grain_to_date") : toGrain,
                orElse(text(own, "period_agg"), "first"));
    }

    private static Kind conversion(JsonNode params) {
        MeasureUse base = either(params, "base_measure", "base_metric");
        MeasureUse conversion = either(params, "conversion_measure", "conversion_metric");
        String entity = text(params, "entity");
        if (base == null || conversion == null || entity == null) {
            return new Kind.Unknown("a conversion has a base, a conversion and an entity");
        }
        Map<String, String> same = new LinkedHashMap<>();
        for (JsonNode pair : items(params, "constant_properties")) {
            same.put(orElse(text(pair, "base_property"), ""), orElse(text(pair, "conversion_property"), ""));
        }
        boolean rate = !"conversions".equals(text(params, "calculation"));
        return new Kind.Conversion(base, conversion, entity, rate, length(params.path("window")), same);
    }

    private static @Nullable MeasureUse either(JsonNode params, String first, String second) {
        MeasureUse use = named(params.path(first));
        return use == null ? named(params.path(second)) : use;
    }

    /** {@code "7 days"} or {@code {count: 7, granularity: day}}, in the singular. */
    private static @Nullable String length(JsonNode node) {
        if (node.isObject()) {
            return node.path("count").asInt(1) + " " + orElse(text(node, "granularity"), "day");
        }
        return node.isString() ? node.asString().strip() : null;
    }

    /** Whether a block, or one in it, has a filter that is none. */
    private static boolean hasBrokenFilter(JsonNode node) {
        if (node.isObject() && !isFilter(node.path("filter"))) {
            return true;
        }
        for (JsonNode inside : node) {
            if (inside.isContainer() && hasBrokenFilter(inside)) {
                return true;
            }
        }
        return false;
    }

    /** Nothing, a condition, a list of them, or dbt's block with the list. */
    static boolean isFilter(JsonNode filter) {
        if (filter.isMissingNode() || filter.isNull()) {
            return true;
        }
        if (filter.isString()) {
            return !filter.asString().isBlank();
        }
        JsonNode list = filter.isArray() ? filter : filter.path("where_filters");
        boolean none = filter.isObject() && list.isNull();
        return none || list.isArray() && filters(filter).size() == list.size();
    }

    /** A condition, a list of them, or dbt's list of templates. */
    static List<String> filters(JsonNode filter) {
        if (filter.isString()) {
            return List.of(filter.asString());
        }
        List<String> templates = new ArrayList<>();
        for (JsonNode item : filter.isArray() ? filter : filter.path("where_filters")) {
            String template = item.isString() ? item.asString() : text(item, "where_sql_template");
            if (template != null && !template.isBlank()) {
                templates.add(template);
            }
        }
        return templates;
    }
}
