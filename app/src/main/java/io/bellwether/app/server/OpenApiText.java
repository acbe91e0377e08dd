package io.bellwether.app.server;

import io.bellwether.app.page.ProblemView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The endpoints as an OpenAPI 3.1 document: made from what the server runs on, so it cannot say anything else. */
final class OpenApiText {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final Schemas schemas = new Schemas();

    private OpenApiText() {}

    static Map<String, Object> of(List<Endpoint> endpoints, List<Command<?>> commands) {
        return new OpenApiText().document(endpoints, commands);
    }

    private Map<String, Object> document(List<Endpoint> endpoints, List<Command<?>> commands) {
        Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
        endpoints.forEach(endpoint -> paths.put(endpoint.path(), methods(endpoint)));
        commands.forEach(command -> paths.computeIfAbsent(command.path(), path -> new LinkedHashMap<>())
                .put("post", operation(command)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", info());
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("paths", paths);
        document.put("components", Map.of("schemas", schemas.all()));
        return document;
    }

    private Map<String, Object> methods(Endpoint endpoint) {
        Map<String, Object> methods = new LinkedHashMap<>();
        methods.put("get", operation(endpoint));
        if (endpoint.path().equals(Api.QUERY)) {
            Map<String, Object> question = operation(endpoint);
            question.put("operationId", "question");
            question.put("summary", "A question in one of Apache Ossie's two shapes.");
            question.put("parameters", parameters(endpoint, List.of("as_of")));
            question.put(
                    "requestBody",
                    Map.of(
                            "required",
                            true,
                            "content",
                            Map.of("application/json", Map.of("schema", Map.of("type", "object")))));
            methods.put("post", question);
        }
        return methods;
    }

    private static List<Object> parameters(Endpoint endpoint, List<String> names) {
        return endpoint.parameters().stream()
                .filter(parameter -> names.contains(parameter.name()))
                .<Object>map(OpenApiText::parameter)
                .toList();
    }

    private static Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Bellwether");
        info.put("version", "0.1.0");
        info.put("description", "KPIs, judged, with every number and text ready to show.");
        info.put("license", Map.of("name", "Apache-2.0", "identifier", "Apache-2.0"));
        return info;
    }

    private Map<String, Object> operation(Endpoint endpoint) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", endpoint.id());
        operation.put("summary", endpoint.summary());
        operation.put("parameters", parameters(endpoint));
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", Map.of("description", endpoint.summary(), "content", content(endpoint)));
        responses.put("304", Map.of("description", "What If-None-Match names is still what it is."));
        responses.put("default", problem());
        operation.put("responses", responses);
        return operation;
    }

    private Map<String, Object> operation(Command<?> command) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", command.id());
        operation.put("summary", command.summary());
        List<Object> parameters = variables(command.path());
        parameters.add(Map.of(
                "name",
                Requester.HEADER,
                "in",
                "header",
                "description",
                "Who says it: the address of one of the workspace's people.",
                "required",
                true,
                "schema",
                Map.of("type", "string"),
                "example",
                "maria@example.com"));
        operation.put("parameters", parameters);
        Object body = command.isFile()
                ? Map.of("application/octet-stream", Map.of("schema", Map.of("type", "string", "format", "binary")))
                : Map.of("application/json", Map.of("schema", schemas.body(command.body())));
        operation.put("requestBody", Map.of("required", true, "content", body));
        var answer = Map.of("application/json", Map.of("schema", schemas.of(command.answer())));
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", Map.of("description", command.summary(), "content", answer));
        responses.put("default", problem());
        operation.put("responses", responses);
        return operation;
    }

    private static List<Object> variables(String path) {
        List<Object> all = new ArrayList<>();
        VARIABLE.matcher(path)
                .results()
                .forEach(found -> all.add(Map.of(
                        "name", found.group(1), "in", "path", "required", true, "schema", Map.of("type", "string"))));
        return all;
    }

    private static List<Object> parameters(Endpoint endpoint) {
        List<Object> all = variables(endpoint.path());
        endpoint.parameters().forEach(parameter -> all.add(parameter(parameter)));
        return all;
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "string"));
        if (!parameter.words().isEmpty()) {
            schema.put("enum", parameter.words());
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", parameter.name());
        json.put("in", "query");
        json.put("description", parameter.description());
        json.put("required", parameter.required());
        json.put("schema", schema);
        json.put("example", parameter.example());
        return json;
    }

    private Map<String, Object> content(Endpoint endpoint) {
        Map<String, Object> content = new LinkedHashMap<>();
        if (endpoint.answer() == Download.class) {
            content.put("application/octet-stream", Map.of("schema", Map.of("type", "string", "format", "binary")));
            return content;
        }
        content.put("application/json", Map.of("schema", schemas.of(endpoint.answer())));
        if (endpoint.csv()) {
            content.put("text/csv", Map.of("schema", Map.of("type", "string")));
        }
        return content;
    }

    private Map<String, Object> problem() {
        return Map.of(
                "description",
                "What is wrong, and what mends it.",
                "content",
                Map.of(Json.PROBLEM, Map.of("schema", schemas.of(ProblemView.class))));
    }
}
