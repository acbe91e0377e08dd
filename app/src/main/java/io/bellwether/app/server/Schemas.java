package io.bellwether.app.server;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Records as JSON Schema (2020-12), the dialect of OpenAPI 3.1. What is {@code @Nullable} in Java may be null there. */
final class Schemas {
    private static final List<String> SCALARS = List.of("string", "number", "boolean");

    private final Map<String, Object> components = new TreeMap<>();

    /** All records seen, by name. */
    Map<String, Object> all() {
        return components;
    }

    /** A reference to the record, which from now on is among the components. */
    Map<String, Object> of(Class<?> type) {
        String name = type.getSimpleName();
        if (!components.containsKey(name)) {
            components.put(name, Map.of()); // a record may hold itself
            components.put(name, record(type));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /** The same for a body that is sent to us: what may be null may be missing. */
    Map<String, Object> body(Class<?> type) {
        Map<String, Object> reference = of(type);
        Map<String, Object> schema = new LinkedHashMap<>(record(type));
        schema.put(
                "required",
                Arrays.stream(type.getRecordComponents())
                        .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                        .map(component -> snakeCase(component.getName()))
                        .toList());
        schema.put("additionalProperties", false);
        components.put(type.getSimpleName(), schema);
        return reference;
    }

    private Map<String, Object> record(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.put(snakeCase(component.getName()), schema(component.getAnnotatedType()));
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", List.copyOf(properties.keySet()));
        return schema;
    }

    private Map<String, Object> schema(AnnotatedType type) {
        boolean nullable = type.isAnnotationPresent(Nullable.class);
        if (type instanceof AnnotatedParameterizedType map && map.getAnnotatedActualTypeArguments().length == 2) {
            return Map.of("type", "object", "additionalProperties", schema(map.getAnnotatedActualTypeArguments()[1]));
        }
        if (type instanceof AnnotatedParameterizedType list) {
            return Map.of("type", "array", "items", schema(list.getAnnotatedActualTypeArguments()[0]));
        }
        Class<?> raw = (Class<?>) type.getType();
        if (raw.isRecord()) {
            return nullable ? Map.of("oneOf", List.of(of(raw), Map.of("type", "null"))) : of(raw);
        }
        if (raw.isEnum()) {
            return Map.of("type", "string", "enum", words(raw));
        }
        List<String> types = new ArrayList<>(raw == Object.class ? SCALARS : List.of(scalar(raw)));
        if (nullable) {
            types.add("null");
        }
        return Map.of("type", types.size() == 1 ? types.getFirst() : types);
    }

    private static String scalar(Class<?> type) {
        if (type == String.class || type == LocalDate.class || type == Instant.class) {
            return "string";
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return "integer";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        if (type == BigDecimal.class || type == double.class) {
            return "number";
        }
        throw new IllegalArgumentException("no JSON Schema for " + type);
    }

    private static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> value.toString().toLowerCase(Locale.ROOT))
                .toList();
    }

    static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
