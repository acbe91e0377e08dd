package io.bellwether.app.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One question and its answer.
 *
 * @param model the name of the manifest
 * @param groupBy dbt's names
 * @param between the first and the last moment, both included; or empty
 * @param savedQuery whose metrics, names and conditions are asked too, or null
 * @param minAndMax whether only the least and the greatest value of the one name are expected
 * @param distinct false for one row per row
 * @param ordered whether the order of the rows counts
 */
record Case(
        String name,
        String model,
        List<String> metrics,
        List<String> groupBy,
        @Nullable String where,
        List<String> between,
        List<String> orderBy,
        @Nullable Long limit,
        @Nullable String savedQuery,
        boolean minAndMax,
        boolean distinct,
        boolean ordered,
        List<String> columns,
        List<List<@Nullable Object>> rows) {
    private static final String TIME = "metric_time";

    /** All cases of a folder, from the files that end in {@code .jsonl}. */
    static List<Case> in(Path folder) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode node = line.isBlank() ? null : JsonMapper.shared().readTree(line);
                    if (node != null && !OssieCases.isOne(node)) {
                        cases.add(of(node));
                    }
                }
            }
        }
        return cases;
    }

    private static Case of(JsonNode node) {
        List<String> groupBy = texts(node.path("group_bys"));
        node.path("group_by_objs").forEach(object -> groupBy.add(dunder(object)));
        List<String> columns = texts(node.path("columns"));
        groupBy.replaceAll(name -> name.equals(TIME) ? grained(columns) : name);
        return new Case(
                node.path("name").asString(),
                node.path("model").asString(),
                texts(node.path("metrics")),
                groupBy,
                where(node.path("where")),
                texts(node.path("time_constraint")),
                texts(node.path("order_bys")),
                node.path("limit").isNumber() ? node.path("limit").asLong() : null,
                text(node.path("saved_query_name")),
                node.path("min_max_only").asBoolean(false),
                node.path("apply_group_by").asBoolean(true),
                node.path("check_order").asBoolean(false),
                columns,
                rows(node.path("rows")));
    }

    /** A metric's own grain is not in its manifest; the case tells it by the name of the column. */
    private static String grained(List<String> columns) {
        return columns.stream()
                .filter(column -> column.startsWith(TIME + "__") && !column.contains("__extract_"))
                .map(column -> column.replaceFirst("__(min|max)$", ""))
                .findFirst()
                .orElse(TIME);
    }

    /** {@code {name: metric_time, grain: month}} as dbt's own names have it: {@code metric_time__month}. */
    private static String dunder(JsonNode object) {
        String name = object.path("name").asString();
        String grain = text(object.path("grain"));
        String part = text(object.path("date_part"));
        return name + (part != null ? "__extract_" + part : grain != null ? "__" + grain : "");
    }

    /** One condition, or several that all hold. */
    private static @Nullable String where(JsonNode node) {
        List<String> all = node.isString() ? List.of(node.asString()) : texts(node);
        return all.isEmpty() ? null : all.size() == 1 ? all.getFirst() : "(" + String.join(") AND (", all) + ")";
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.asString() : null;
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asString()));
        return texts;
    }

    private static List<List<@Nullable Object>> rows(JsonNode list) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (JsonNode row : list) {
            List<@Nullable Object> values = new ArrayList<>();
            row.forEach(value -> values.add(value(value)));
            rows.add(values);
        }
        return rows;
    }

    static @Nullable Object value(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.asBoolean();
        }
        return value.isNumber() ? value.decimalValue() : value.asString();
    }
}
