package io.bellwether.app.server;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One address of the API. Its route and its part of the OpenAPI document are both made from it, so they cannot differ.
 *
 * @param path with {@code {name}} for a part that varies
 * @param answer the record that comes back
 * @param csv whether it is there as CSV too
 */
record Endpoint(
        String path,
        String id,
        String summary,
        List<Parameter> parameters,
        Class<?> answer,
        boolean csv,
        Function<Ask, Object> handler) {
    Optional<Parameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    List<String> parameterNames() {
        return parameters.stream().map(Parameter::name).toList();
    }
}
