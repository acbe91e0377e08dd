package io.bellwether.core.dbt;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import io.bellwether.core.source.Span;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A manifest's JSON that knows where each of its values stands. */
final class ManifestText {
    /** A place is a line to look at; the rest of a long block says no more. */
    private static final int LONGEST = 80;

    private final SourceFile file;
    private final int before;
    private final JsonNode root;

    /** Blocks and lists are told apart by what they are, the values in them by where they hang. */
    private final Map<JsonNode, Map<Object, Place>> places = new IdentityHashMap<>();

    private final Map<JsonNode, Place> containers = new IdentityHashMap<>();

    private record Place(int start, int end) {}

    /** @throws tools.jackson.core.JacksonException where it is no JSON */
    ManifestText(SourceFile file) {
        this.file = file;
        this.before = file.text().startsWith("\uFEFF") ? 1 : 0;
        try (JsonParser json = JsonMapper.shared().createParser(file.text().substring(before))) {
            json.nextToken();
            this.root = read(json);
            json.nextToken();
        }
    }

    JsonNode root() {
        return root;
    }

    private JsonNode read(JsonParser json) {
        JsonToken token = json.currentToken();
        return switch (token) {
            case START_OBJECT -> block(json);
            case START_ARRAY -> list(json);
            case VALUE_STRING -> JsonNodeFactory.instance.stringNode(json.getString());
            case VALUE_NUMBER_INT -> JsonNodeFactory.instance.numberNode(json.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> JsonNodeFactory.instance.numberNode(json.getDecimalValue());
            case VALUE_TRUE, VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(json.getBooleanValue());
            case null, default -> JsonNodeFactory.instance.nullNode();
        };
    }

    private JsonNode block(JsonParser json) {
        ObjectNode block = JsonNodeFactory.instance.objectNode();
        Map<Object, Place> inside = new HashMap<>();
        places.put(block, inside);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = json.currentName();
            json.nextToken();
            int start = start(json);
            JsonNode value = read(json);
            block.set(key, value);
            inside.put(key, seen(value, new Place(start, end(json))));
        }
        return block;
    }

    private JsonNode list(JsonParser json) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        Map<Object, Place> inside = new HashMap<>();
        places.put(list, inside);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            int start = start(json);
            JsonNode value = read(json);
            list.add(value);
            inside.put(list.size() - 1, seen(value, new Place(start, end(json))));
        }
        return list;
    }

    private Place seen(JsonNode value, Place place) {
        if (value.isContainer()) {
            containers.put(value, place);
        }
        return place;
    }

    private int start(JsonParser json) {
        return before + (int) json.currentTokenLocation().getCharOffset();
    }

    private int end(JsonParser json) {
        return before + (int) json.currentLocation().getCharOffset();
    }

    /** Where a value stands in what holds it; at its beginning where it is long. */
    Span span(JsonNode holder, Object key) {
        Place place = places.getOrDefault(holder, Map.of()).get(key);
        return place == null ? whole() : span(place);
    }

    private Span span(Place place) {
        int end = Math.min(
                place.end(), Math.min(place.start() + LONGEST, file.text().length()));
        int line = file.text().indexOf('\n', place.start());
        return file.span(place.start(), line > place.start() && line < end ? line : end);
    }

    /** Where a block or a list begins. */
    Span place(JsonNode container) {
        return containers.containsKey(container) ? span(containers.get(container)) : whole();
    }

    Span whole() {
        return span(new Place(before, file.text().length()));
    }

    /**
     * A problem of an item, found in the text that was made of it, as one of the place here: where the same text stands in
     * the item, or at its name.
     */
    Diagnostic placed(Diagnostic problem, JsonNode list, int item) {
        Place whole = places.getOrDefault(list, Map.of()).get(item);
        if (whole == null) {
            return problem;
        }
        Place found = problem.span() == null ? null : find(problem.span(), whole);
        Span span = found != null ? span(found) : span(list.get(item), "name");
        return new Diagnostic(
                problem.code(), problem.severity(), span, problem.message(), problem.fix(), problem.ossie());
    }

    private @Nullable Place find(Span span, Place within) {
        String written = JsonNodeFactory.instance.stringNode(span.file().text()).toString();
        String text = written.substring(1, written.length() - 1);
        int at = text.isEmpty() ? -1 : file.text().indexOf(text, within.start());
        if (at < 0 || at >= within.end()) {
            return null;
        }
        boolean plain = text.equals(span.file().text());
        return plain ? new Place(at + span.start(), at + span.end()) : new Place(at, at + text.length());
    }
}
