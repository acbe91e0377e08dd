package io.bellwether.app.cases;

import io.bellwether.app.cases.OssieCase.Expected;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A case out of a tree of keys; whatever it does not say itself is looked for in files near it. */
final class CaseReader {
    static final List<String> QUESTION = List.of("question", "query", "semantic_query", "query_yaml", "query_json");
    private static final List<String> MODEL =
            List.of("model", "semantic_model", "model_file", "model_path", "model_yaml");
    private static final List<String> DATA =
            List.of("data", "tables", "dataset", "datasets", "fixture", "setup", "schema");
    private static final List<String> EXPECTED =
            List.of("expected", "expect", "expectation", "expected_outcome", "outcome", "result", "answer");
    private static final List<String> ROWS =
            List.of("rows", "expected_rows", "gold_rows", "expected_result", "data", "results");
    private static final List<String> ERROR = List.of(
            "error",
            "error_code",
            "error_codes",
            "expected_error_code",
            "expected_error_codes",
            "expected_error",
            "expected_errors",
            "expect_error",
            "failure");
    private static final List<String> GOLD = List.of("gold_sql", "expected_sql", "sql", "gold");
    private static final List<String> ORDERED = List.of("ordered", "check_order", "order_matters", "order_sensitive");

    private final Path root;

    /** @param root above which nothing is looked for */
    CaseReader(Path root) {
        this.root = root;
    }

    /** @param at the folder that the case lies in */
    OssieCase read(String name, JsonNode node, Path at) {
        var near = new Nearby(at, root);
        JsonNode model = Documents.first(node, MODEL);
        @Nullable Path modelFile = near.model(model);
        @Nullable Path tables = modelFile != null && Files.isDirectory(modelFile) ? modelFile : null;
        if (modelFile == null && model.isMissingNode()) {
            tables = at;
        }
        JsonNode written = Documents.first(node, DATA);
        List<Fixture.Data> data = written.isMissingNode() && tables != null && !near.hasScripts(tables)
                ? List.of()
                : near.data(written, tables != null ? tables : modelFile);
        String question = question(node, near);
        return new OssieCase(
                name,
                tables != null ? near.modelIn(tables) : model(model, modelFile),
                data.isEmpty() ? (tables != null ? tables : at) : null,
                data,
                question,
                expected(node, question, near));
    }

    /** Wrapped so that no model is taken for definitions of ours. */
    private static String model(JsonNode model, @Nullable Path file) {
        if (file != null) {
            return Nearby.wrapped(file.getFileName().toString(), Documents.text(file));
        }
        String text = Documents.text(model);
        return Nearby.wrapped("model", text != null ? text : Documents.json(model));
    }

    private static String question(JsonNode node, Nearby near) {
        JsonNode written = Documents.first(node, QUESTION);
        String text = Documents.text(written);
        if (text == null) {
            return unwrapped(written);
        }
        Path file = near.file(text);
        return unwrapped(file == null ? Documents.read("question", text) : Documents.read(file));
    }

    private static String unwrapped(JsonNode question) {
        JsonNode inner = question.size() == 1 ? Documents.first(question, QUESTION) : question;
        return Documents.json(inner.isObject() ? inner : question);
    }

    private static Expected expected(JsonNode node, String question, Nearby near) {
        JsonNode order = Documents.read("question", question).path("order_by");
        boolean ordered = Documents.first(node, ORDERED).asBoolean(!order.isEmpty() || order.isString());
        JsonNode inner = Documents.first(node, EXPECTED);
        String name = Documents.text(inner);
        Path file = name == null ? null : near.file(name);
        if (file != null) {
            return near.expected(file, ordered);
        }
        List<String> error = error(node);
        if (error != null) {
            return new Expected.Error(error);
        }
        if (name != null) {
            return new Expected.Error(codes(name));
        }
        JsonNode says = inner.isMissingNode() ? node : inner.path("success").isObject() ? inner.path("success") : inner;
        return isSaid(says) ? expected(says, ordered, near) : near.expected(ordered);
    }

    private static boolean isSaid(JsonNode says) {
        return says.isArray()
                || says.has("columns")
                || error(says) != null
                || Stream.of(ROWS, GOLD)
                        .anyMatch(keys -> !Documents.first(says, keys).isMissingNode());
    }

    /** What a block of keys, or a list of rows, expects. */
    static Expected expected(JsonNode says, boolean otherwise, Nearby near) {
        boolean ordered = Documents.first(says, ORDERED).asBoolean(otherwise);
        List<String> error = says.isArray() ? null : error(says);
        if (error != null) {
            return new Expected.Error(error);
        }
        String gold = Documents.text(Documents.first(says, GOLD));
        if (gold != null) {
            Path sql = near.file(gold);
            return new Expected.Gold(ordered, sql == null ? gold : Documents.text(sql));
        }
        JsonNode rows = says.isArray() ? says : Documents.first(says, ROWS);
        String name = Documents.text(rows);
        Path file = name == null ? null : near.file(name);
        return file != null ? near.expected(file, ordered) : rows(ordered, says.path("columns"), rows);
    }

    /** Ossie's codes, empty for any, null where no error is expected. */
    private static @Nullable List<String> error(JsonNode says) {
        boolean wanted = false;
        for (String key : ERROR) {
            JsonNode error = says.path(key);
            if (error.isObject()) {
                return codes(Documents.first(error, List.of("code", "codes", "error_code", "name")));
            }
            if (error.isArray() && !error.isEmpty()
                    || error.isString() && !error.asString().isBlank()) {
                return codes(error);
            }
            wanted |= error.asBoolean(false);
        }
        return wanted ? List.of() : null;
    }

    private static List<String> codes(JsonNode written) {
        List<String> codes = new ArrayList<>();
        for (JsonNode one : written.isArray() ? written : List.of(written)) {
            codes.addAll(codes(one.asString("")));
        }
        return codes;
    }

    /** {@code E_A or E_B}, {@code E_A | E_B}: each of them will do. */
    private static List<String> codes(String written) {
        return Arrays.stream(written.split("\\s*(?:[|,/]|\\bor\\b)\\s*"))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .toList();
    }

    static Expected.Rows rows(boolean ordered, JsonNode named, JsonNode all) {
        List<String> columns = new ArrayList<>();
        for (JsonNode column : named) {
            columns.add(column.isObject() ? column.path("name").asString() : column.asString());
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (JsonNode row : all) {
            if (row.isObject() && columns.isEmpty()) {
                columns.addAll(row.propertyNames());
            }
            List<@Nullable Object> values = new ArrayList<>();
            if (row.isObject()) {
                columns.forEach(column -> values.add(Case.value(row.path(column))));
            } else {
                row.forEach(value -> values.add(Case.value(value)));
            }
            rows.add(values);
        }
        return new Expected.Rows(ordered, columns, rows);
    }
}
