package io.bellwether.app.server;

import io.bellwether.core.source.Nearest;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** The one writer and reader of the server's JSON: names in snake_case, enums in lower case, decimals in full, dates as ISO text. */
final class Json {
    static final String PROBLEM = "application/problem+json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final JsonMapper READER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // A confidence of 5.9 is no 5.
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /** A record out of JSON; members that are not {@code @Nullable} must be there. */
    static <T> T read(byte[] json, Class<T> type) {
        T body;
        try {
            body = READER.readValue(json, type);
        } catch (UnrecognizedPropertyException e) {
            List<String> known = e.getKnownPropertyIds() == null
                    ? List.of()
                    : e.getKnownPropertyIds().stream().map(String::valueOf).toList();
            throw wrong(
                    "there is no member \"" + Ask.shortened(e.getPropertyName()) + "\"", e.getPropertyName(), known);
        } catch (DatabindException e) {
            String path = e.getPath().stream()
                    .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                    .collect(Collectors.joining("."));
            throw new RequestProblem(Problems.badBody(
                    path.isEmpty() ? "the body is not what this address takes" : "\"" + path + "\" has a wrong value",
                    "see /api/openapi.json for its form"));
        } catch (JacksonException e) {
            throw new RequestProblem(Problems.badBody("the body is not JSON", "see /api/openapi.json for its form"));
        }
        if (body == null) {
            throw new RequestProblem(Problems.badBody("the body is null", "see /api/openapi.json for its form"));
        }
        complete(body, type);
        return body;
    }

    private static RequestProblem wrong(String detail, String name, List<String> known) {
        return new RequestProblem(
                Problems.badBody(detail, Nearest.fix(name, known).orElse(null)));
    }

    private static void complete(Object body, Class<?> type) {
        if (body instanceof Collection<?> items) {
            for (Object item : items) {
                if (item == null) {
                    throw new RequestProblem(Problems.badBody("an item of a list is null", "leave it out"));
                }
                complete(item, item.getClass());
            }
        }
        if (!type.isRecord()) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            Object value = value(component, body);
            if (value != null) {
                complete(value, value.getClass());
            } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                String name = Schemas.snakeCase(component.getName());
                throw new RequestProblem(Problems.badBody("\"" + name + "\" is missing", "add it"));
            }
        }
    }

    private static @Nullable Object value(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }
}
