package io.bellwether.app.cases;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Rows that stand in a case: objects, or lists under a list of columns. */
final class InlineRows {
    private InlineRows() {}

    /** The same as objects. */
    static ArrayNode of(JsonNode table) {
        JsonNode rows = table.isArray() ? table : table.path("rows");
        ArrayNode objects = JsonNodeFactory.instance.arrayNode();
        for (JsonNode row : rows) {
            if (row.isObject()) {
                objects.add(row);
                continue;
            }
            var object = JsonNodeFactory.instance.objectNode();
            int at = 0;
            for (JsonNode value : row) {
                object.set(column(table.path("columns"), at++), value);
            }
            objects.add(object);
        }
        return objects;
    }

    private static String column(JsonNode columns, int at) {
        if (columns.isObject()) {
            return columns.properties().stream()
                    .skip(at)
                    .findFirst()
                    .orElseThrow()
                    .getKey();
        }
        JsonNode column = columns.path(at);
        return column.isObject() ? column.path("name").asString() : column.asString();
    }
}
