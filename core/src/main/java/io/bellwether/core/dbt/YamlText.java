package io.bellwether.core.dbt;

import io.bellwether.core.definition.ScalarText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One item of a workspace file: keys in their order, short blocks and lists on one line. */
final class YamlText {
    private final Map<String, Object> entries = new LinkedHashMap<>();

    /** A text; nothing where it is null. */
    YamlText with(String key, @Nullable String value) {
        if (value != null) {
            entries.put(key, value);
        }
        return this;
    }

    /** A number or a truth, as it stands. */
    YamlText raw(String key, @Nullable String value) {
        if (value != null) {
            entries.put(key, new Raw(value));
        }
        return this;
    }

    YamlText with(String key, @Nullable YamlText block) {
        if (block != null && !block.entries.isEmpty()) {
            entries.put(key, block);
        }
        return this;
    }

    YamlText with(String key, List<?> items) {
        if (!items.isEmpty()) {
            entries.put(key, items);
        }
        return this;
    }

    /** All of the other's keys after these. */
    YamlText and(YamlText other) {
        entries.putAll(other.entries);
        return this;
    }

    /** As one item of a list under a top-level key. */
    String item() {
        return lines("  - ", "    ");
    }

    /** As the block under a top-level key. */
    String block() {
        return lines("  ", "  ");
    }

    private String lines(String first, String rest) {
        StringBuilder text = new StringBuilder();
        String indent = first;
        for (var entry : entries.entrySet()) {
            text.append(indent).append(entry.getKey()).append(':');
            if (entry.getValue() instanceof List<?> items && items.getFirst() instanceof YamlText) {
                text.append('\n');
                items.forEach(item ->
                        text.append(rest).append("  - ").append(flow(item)).append('\n'));
            } else {
                text.append(' ').append(flow(entry.getValue())).append('\n');
            }
            indent = rest;
        }
        return text.toString();
    }

    private static String flow(Object value) {
        return switch (value) {
            case Raw raw -> raw.text();
            case YamlText block ->
                block.entries.entrySet().stream()
                        .map(e -> ScalarText.of(e.getKey()) + ": " + flow(e.getValue()))
                        .collect(Collectors.joining(", ", "{ ", " }"));
            case List<?> items -> items.stream().map(YamlText::flow).collect(Collectors.joining(", ", "[", "]"));
            default -> ScalarText.of(value.toString());
        };
    }

    private record Raw(String text) {}
}
