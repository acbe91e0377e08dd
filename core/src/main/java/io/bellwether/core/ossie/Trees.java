package io.bellwether.core.ossie;

import io.bellwether.core.definition.Node;
import io.bellwether.core.definition.Node.Mapping;
import io.bellwether.core.definition.Node.Scalar;
import io.bellwether.core.definition.Node.Sequence;
import io.bellwether.core.definition.ScalarText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Maps, lists and texts as YAML that people read, and as JSON on one line. */
final class Trees {
    private static final int SHORT = 100;

    private Trees() {}

    /** What stands in a tree of YAML; null where nothing does. */
    static @Nullable Object of(@Nullable Node node) {
        return switch (node) {
            case null -> null;
            case Scalar scalar when scalar.isNull() -> null;
            case Scalar scalar
            when scalar.style() == Node.Style.GIVEN && scalar.value().equals("true") -> true;
            case Scalar scalar -> scalar.value();
            case Sequence sequence -> {
                List<@Nullable Object> items = new ArrayList<>();
                sequence.items().forEach(item -> items.add(of(item)));
                yield items;
            }
            case Mapping mapping -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                mapping.entries().forEach(entry -> map.put(entry.key().value(), of(entry.value())));
                yield map;
            }
        };
    }

    static String json(Object tree) {
        return JsonMapper.shared().writeValueAsString(tree);
    }

    static String yaml(Map<String, ?> tree) {
        StringBuilder out = new StringBuilder();
        block(tree, 0, out);
        return out.toString();
    }

    private static void block(Map<?, ?> map, int indent, StringBuilder out) {
        boolean first = true;
        for (var entry : map.entrySet()) {
            // The first key of a list's item stands behind its dash.
            if (!first || out.isEmpty() || out.charAt(out.length() - 1) == '\n') {
                out.append(" ".repeat(indent));
            }
            first = false;
            out.append(ScalarText.of(String.valueOf(entry.getKey()))).append(':');
            value(entry.getValue(), indent, out);
        }
    }

    private static void value(@Nullable Object value, int indent, StringBuilder out) {
        String flow = flow(value);
        boolean nests = value instanceof Map<?, ?> map && !map.isEmpty()
                || value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance);
        if (!nests || flow.length() <= SHORT && !(value instanceof List<?>)) {
            out.append(' ').append(flow).append('\n');
        } else if (value instanceof Map<?, ?> map) {
            out.append('\n');
            block(map, indent + 2, out);
        } else {
            out.append('\n');
            items((List<?>) value, indent + 2, out);
        }
    }

    private static void items(@Nullable List<?> list, int indent, StringBuilder out) {
        for (Object item : java.util.Objects.requireNonNull(list)) {
            out.append(" ".repeat(indent)).append("- ");
            String flow = flow(item);
            if (item instanceof Map<?, ?> map && flow.length() > SHORT) {
                block(map, indent + 2, out);
            } else {
                out.append(flow).append('\n');
            }
        }
    }

    private static String flow(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map -> {
                List<String> parts = new ArrayList<>();
                map.forEach((key, item) -> parts.add(ScalarText.of(String.valueOf(key)) + ": " + flow(item)));
                yield parts.isEmpty() ? "{}" : "{ " + String.join(", ", parts) + " }";
            }
            case List<?> list -> {
                List<String> parts = new ArrayList<>();
                list.forEach(item -> parts.add(flow(item)));
                yield "[" + String.join(", ", parts) + "]";
            }
            case Boolean truth -> truth.toString();
            default -> ScalarText.of(value.toString());
        };
    }
}
