package io.bellwether.core.dbt;

import io.bellwether.core.source.Code;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What a manifest holds that cannot be read at all, because it is of another kind than dbt writes or has no name. */
final class ManifestShape {
    private static final int SHORT = 200;

    private final String path;
    private final List<Diagnostic> problems = new ArrayList<>();

    private ManifestShape(String path) {
        this.path = path;
    }

    /** @param path of the manifest; what a problem points to is the part of it that is wrong */
    static List<Diagnostic> problems(JsonNode root, String path) {
        ManifestShape shape = new ManifestShape(path);
        if (!root.isObject()) {
            shape.problem("manifest", root, "is a block of keys");
        }
        shape.named(root, "semantic_models", "");
        for (JsonNode model : ManifestReader.items(root, "semantic_models")) {
            String of = " of " + ManifestReader.name(model);
            for (String list : List.of("entities", "dimensions", "measures")) {
                shape.named(model, list, of);
            }
        }
        shape.named(root, "metrics", "");
        for (JsonNode metric : ManifestReader.items(root, "metrics")) {
            String of = " of " + ManifestReader.name(metric);
            shape.block(metric, "type_params", of);
            shape.named(metric.path("type_params"), "metrics", of);
        }
        shape.named(root, "saved_queries", "");
        shape.block(root, "project_configuration", "");
        return shape.problems;
    }

    private void named(JsonNode holder, String key, String of) {
        JsonNode list = holder.path(key);
        if (list.isMissingNode() || list.isNull()) {
            return;
        }
        if (!list.isArray()) {
            problem(key + of, list, "is a list");
            return;
        }
        for (JsonNode item : list) {
            if (ManifestReader.name(item).isEmpty()) {
                problem("an item of " + key + of, item, "has a name");
            }
        }
    }

    private void block(JsonNode holder, String key, String of) {
        JsonNode block = holder.path(key);
        if (!block.isMissingNode() && !block.isNull() && !block.isObject()) {
            problem(key + of, block, "is a block of keys");
        }
    }

    private void problem(String what, JsonNode found, String wanted) {
        String text = found.toString();
        String shown = text.length() > SHORT ? text.substring(0, SHORT) : text;
        SourceFile place = new SourceFile(path + ": " + what, shown.isEmpty() ? what : shown);
        String message =
                what + " " + wanted + ", not " + found.getNodeType().name().toLowerCase(Locale.ROOT);
        String fix = "left out; let dbt write the manifest again";
        problems.add(Diagnostic.warning(
                Code.WRONG_SHAPE.id(), place.span(0, place.text().length()), message, fix));
    }
}
