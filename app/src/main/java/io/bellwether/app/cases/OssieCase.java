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
 * A question as Ossie has it, and its answer or the error that it must be.
 *
 * @param model a folder with the model and its tables, within the folder of cases
 * @param error Ossie's code, or null where rows are expected
 * @param columns in the order of the rows' values; empty for the order of the answer
 */
record OssieCase(
        String name,
        String model,
        String question,
        @Nullable String error,
        boolean ordered,
        List<String> columns,
        List<List<@Nullable Object>> rows) {
    /** Those of a folder, a case on each line of the files that end in {@code .jsonl}. */
    static List<OssieCase> in(Path folder) throws IOException {
        List<OssieCase> cases = new ArrayList<>();
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    if (!line.isBlank()) {
                        JsonNode node = JsonMapper.shared().readTree(line);
                        if (isOne(node)) {
                            cases.add(of(node));
                        }
                    }
                }
            }
        }
        return cases;
    }

    static boolean isOne(JsonNode node) {
        return node.has("question");
    }

    private static OssieCase of(JsonNode node) {
        List<String> columns = new ArrayList<>(Case.texts(node.path("columns")));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (JsonNode row : node.path("rows")) {
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
        return new OssieCase(
                node.path("name").asString(),
                node.path("model").asString(""),
                node.path("question").toString(),
                node.path("error").isString() ? node.path("error").asString() : null,
                node.path("ordered").asBoolean(node.path("question").has("order_by")),
                columns,
                rows);
    }
}
