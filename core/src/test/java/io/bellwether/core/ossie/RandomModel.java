package io.bellwether.core.ossie;

import io.bellwether.core.expression.ExpressionParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** A model of Ossie that somebody could have written, with names of any kind, and questions about it. */
final class RandomModel {
    /** The columns of every table: numbers, texts and days. */
    static final List<String> NUMBERS = List.of("k1", "k2", "amount", "Price");

    static final List<String> TEXTS = List.of("kind", "Region Name");
    static final List<String> DAYS = List.of("day");

    private static final List<String> NAMES = List.of(
            "orders",
            "Customers",
            "sales items",
            "order",
            "select",
            "Ünïcode",
            "日本",
            "a-b",
            "x1",
            "CamelCase",
            "_u",
            "2024",
            "dot.ted",
            "quo\"te",
            "semi;colon",
            "per",
            "time",
            "self",
            "it's",
            "a b c",
            "value",
            "count",
            "where",
            "true",
            "null",
            "day",
            "#hash",
            "colon: x",
            "- dash",
            "UPPER",
            "end ");

    private final Random random;
    private final Set<String> taken = new LinkedHashSet<>();
    private final List<Map<String, Object>> datasets = new ArrayList<>();
    private final Map<String, Map<String, String>> fields = new LinkedHashMap<>();
    private final List<Map<String, Object>> relationships = new ArrayList<>();
    private final List<Map<String, Object>> metrics = new ArrayList<>();
    private final List<String> measures = new ArrayList<>();
    /** Those that others may be made of. */
    private final List<String> numbers = new ArrayList<>();

    RandomModel(long seed) {
        this.random = new Random(seed);
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            dataset();
        }
        for (int i = 1; i < count; i++) {
            relationship(i);
        }
        for (int i = 0; i < 2 + random.nextInt(5); i++) {
            metric();
        }
    }

    /** As JSON, which is YAML too. */
    String text() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", "model");
        model.put("description", "of chance: \"quoted\", 日本");
        model.put("datasets", datasets);
        if (!relationships.isEmpty()) {
            model.put("relationships", relationships);
        }
        model.put("metrics", metrics);
        model.put("custom_extensions", List.of(Map.of("vendor_name", "OTHERS", "data", "{\"a\": [1, 2]}")));
        boolean old = random.nextBoolean();
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("version", old ? "0.1.1" : "0.2.0.dev0");
        file.put("semantic_model", List.of(model));
        return JsonMapper.shared().writeValueAsString(file);
    }

    /** Of both shapes, over every dataset and every metric. */
    List<String> questions() {
        List<String> questions = new ArrayList<>();
        List<String> all = new ArrayList<>();
        fields.forEach((dataset, of) -> of.keySet().forEach(field -> all.add(reference(dataset, field))));
        for (String measure : measures) {
            questions.add(json(Map.of("measures", List.of(quoted(measure)))));
            questions.add(json(Map.of("dimensions", List.of(one(all)), "measures", List.of(quoted(measure)))));
        }
        questions.add(json(Map.of(
                "dimensions", List.of(one(all)),
                "measures", measures.stream().map(RandomModel::quoted).toList(),
                "where", List.of(one(all) + " IS NOT NULL"),
                "having", List.of(quoted(one(measures)) + " IS NOT NULL"),
                "limit", 5)));
        for (int i = 0; i < 4; i++) {
            questions.add(json(Map.of("fields", List.of(one(all), one(all) + " AS other"))));
        }
        return questions;
    }

    private static String json(Object question) {
        return JsonMapper.shared().writeValueAsString(question);
    }

    private <T> T one(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private String name() {
        String name = one(NAMES);
        for (int i = 2; !taken.add(name.toLowerCase(java.util.Locale.ROOT)); i++) {
            name = one(NAMES) + i;
        }
        return name;
    }

    /** As a question writes it: a regular name in small letters is another one in quotes. */
    static String quoted(String name) {
        boolean bare = name.matches("[a-z_][a-z0-9_]*") && !ExpressionParser.isReserved(name);
        return bare ? name : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private static String reference(String dataset, String field) {
        return quoted(dataset) + "." + quoted(field);
    }

    private void dataset() {
        String name = name();
        Map<String, String> own = new LinkedHashMap<>();
        List<Object> written = new ArrayList<>();
        for (String column : List.of("k1", "k2", "amount", "kind", "day")) {
            String field = random.nextInt(3) > 0 ? column : one(NAMES) + " " + column;
            own.put(field, DAYS.contains(column) ? "day" : TEXTS.contains(column) ? "text" : "number");
            written.add(field(field, column, own.get(field)));
        }
        if (random.nextBoolean()) {
            own.put("made up", "number");
            written.add(field("made up", "amount * 2 + \"Price\"", "number"));
        }
        if (random.nextBoolean()) {
            own.put("nth", "number");
            written.add(field("nth", "ROW_NUMBER() OVER (PARTITION BY kind ORDER BY k1 DESC)", "number"));
        }
        fields.put(name, own);
        Map<String, Object> dataset = new LinkedHashMap<>();
        dataset.put("name", name);
        dataset.put("source", one(List.of("t", "db.public.t", "a folder/t.csv")));
        if (random.nextInt(4) > 0) {
            dataset.put("primary_key", random.nextBoolean() ? List.of("k1") : List.of("k1", "k2"));
        }
        if (random.nextInt(3) == 0) {
            dataset.put("unique_keys", List.of(List.of("k2")));
        }
        if (random.nextBoolean()) {
            dataset.put("description", "what: it is # not a comment\nover two lines");
        }
        dataset.put("fields", written);
        datasets.add(dataset);
    }

    private Map<String, Object> field(String name, String expression, String type) {
        Map<String, Object> field = new LinkedHashMap<>();
        field.put("name", name);
        field.put("expression", expression(expression));
        if (type.equals("day")) {
            field.put("dimension", Map.of("is_time", true));
            if (random.nextBoolean()) {
                field.put("datatype", "Date");
            }
        } else if (random.nextInt(3) == 0) {
            field.put("datatype", type.equals("text") ? "String" : "Decimal");
        }
        if (random.nextInt(3) == 0) {
            field.put("label", "Label: \"x\" é");
        }
        return field;
    }

    /** In one of the three shapes. */
    private Object expression(String text) {
        Map<String, Object> one = Map.of("dialect", "ANSI_SQL", "expression", text);
        Map<String, Object> other = Map.of("dialect", "TABLEAU", "expression", "SUM([x])");
        return switch (random.nextInt(4)) {
            case 0 -> text;
            case 1 -> List.of(other, one);
            case 2 -> Map.of("dialects", List.of(one, other));
            default -> Map.of("dialects", List.of(one));
        };
    }

    private void relationship(int from) {
        String one = String.valueOf(datasets.get(from - 1).get("name"));
        String many = String.valueOf(datasets.get(from).get("name"));
        List<String> columns = random.nextBoolean() ? List.of("k1") : List.of("k1", "k2");
        Map<String, Object> relationship = new LinkedHashMap<>();
        relationship.put("name", name());
        relationship.put("from", random.nextInt(4) == 0 ? one : many);
        relationship.put("to", relationship.get("from").equals(one) ? many : one);
        relationship.put("from_columns", columns);
        relationship.put("to_columns", columns);
        relationships.add(relationship);
    }

    private String field(String dataset, String type) {
        return reference(
                dataset,
                one(fields.get(dataset).entrySet().stream()
                        .filter(e -> e.getValue().equals(type))
                        .map(Map.Entry::getKey)
                        .toList()));
    }

    private void metric() {
        String dataset = one(List.copyOf(fields.keySet()));
        String number = field(dataset, "number");
        String text = field(dataset, "text");
        String day = field(dataset, "day");
        int shape = random.nextInt(numbers.isEmpty() ? 12 : 15);
        String formula = switch (shape) {
            case 0 -> "SUM(" + number + ")";
            case 1 -> "COUNT(DISTINCT " + text + ")";
            case 2 -> "AVG(" + number + ") FILTER (WHERE " + text + " = 'a;b' OR " + number + " > 1.5)";
            case 3 -> "MAX(" + day + ")";
            case 4 -> "SUM(CASE WHEN " + text + " LIKE 'x!_%' ESCAPE '!' THEN " + number + " ELSE 0 END)";
            case 5 -> "PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY " + number + ")";
            case 6 -> "SUM(" + number + ") / NULLIF(COUNT(" + number + "), 0)";
            case 7 -> "SUM(" + number + ") OVER (ORDER BY " + day + ")";
            case 8 -> "LISTAGG(" + text + ", ', ') WITHIN GROUP (ORDER BY " + number + " DESC)";
            case 9 -> "CORR(" + number + ", " + field(dataset, "number") + ")";
            case 10 -> "COUNT(" + number + ") FILTER (WHERE " + day + " < CURRENT_DATE)";
            case 11 -> "COUNT(TRY_CAST(" + text + " AS INTEGER))";
            case 12 -> quoted(one(numbers)) + " + 0";
            case 13 -> "COALESCE(" + quoted(one(numbers)) + ", " + quoted(one(numbers)) + ")";
            default -> quoted(one(numbers));
        };
        String name = name();
        Map<String, Object> metric = new LinkedHashMap<>();
        metric.put("name", name);
        metric.put("expression", expression(formula));
        if (random.nextBoolean()) {
            metric.put("description", "one\ntwo: \"three\"");
        }
        metrics.add(metric);
        measures.add(name);
        if (shape != 3 && shape != 7 && shape != 8) {
            numbers.add(name);
        }
    }
}
