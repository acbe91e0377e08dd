package io.bellwether.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every way to break one place of a document: without it, with nothing there, with something of another kind. */
public final class Mutations {
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

    private Mutations() {}

    /** @param broken is given what was done, and the text of the document with that done to it */
    public static void each(String json, BiConsumer<String, String> broken) {
        JsonNode root = JsonMapper.shared().readTree(json);
        List<List<Object>> places = new ArrayList<>();
        collect(root, new ArrayList<>(), places);
        for (List<Object> place : places) {
            broken.accept(place + " removed", removed(root, place));
            for (Map.Entry<String, JsonNode> other : others().entrySet()) {
                broken.accept(place + " as " + other.getKey(), with(root, place, other.getValue()));
            }
        }
    }

    private static Map<String, JsonNode> others() {
        return Map.of(
                "null", MAKE.nullNode(),
                "an empty text", MAKE.stringNode(""),
                "a text", MAKE.stringNode("x y"),
                "a number", MAKE.numberNode(-7),
                "a truth", MAKE.booleanNode(true),
                "an empty list", MAKE.arrayNode(),
                "a list",
                        MAKE.arrayNode()
                                .add("x")
                                .add(MAKE.objectNode().put("name", "x"))
                                .addNull(),
                "an empty block", MAKE.objectNode(),
                "a block",
                        MAKE.objectNode()
                                .put("name", "x")
                                .set("y", MAKE.arrayNode().add(1)));
    }

    private static void collect(JsonNode node, List<Object> path, List<List<Object>> places) {
        if (!path.isEmpty()) {
            places.add(List.copyOf(path));
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), longer(path, i), places);
            }
        } else {
            node.properties().forEach(entry -> collect(entry.getValue(), longer(path, entry.getKey()), places));
        }
    }

    private static List<Object> longer(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static String removed(JsonNode root, List<Object> place) {
        JsonNode copy = root.deepCopy();
        switch (holder(copy, place)) {
            case ObjectNode object -> object.remove((String) place.getLast());
            case ArrayNode array -> array.remove((int) place.getLast());
            default -> throw new IllegalStateException();
        }
        return copy.toString();
    }

    private static String with(JsonNode root, List<Object> place, JsonNode other) {
        JsonNode copy = root.deepCopy();
        switch (holder(copy, place)) {
            case ObjectNode object -> object.set((String) place.getLast(), other.deepCopy());
            case ArrayNode array -> array.set((int) place.getLast(), other.deepCopy());
            default -> throw new IllegalStateException();
        }
        return copy.toString();
    }

    private static JsonNode holder(JsonNode root, List<Object> place) {
        JsonNode at = root;
        for (Object step : place.subList(0, place.size() - 1)) {
            at = step instanceof Integer index ? at.get(index) : at.get((String) step);
        }
        return at;
    }
}
