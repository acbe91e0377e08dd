package io.bellwether.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.browser.Served;
import io.bellwether.app.people.Team;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that the API's description offers, asked wrongly: whatever a client sends, the answer is never that the server
 * failed. Addresses, parameters and bodies come from the description, so what is added to it is asked wrongly too.
 */
class ApiFuzzTest {
    private static final Map<String, String> KNOWN = Map.of(
            "name", "revenue_2026",
            "id", "1",
            "kpi", "revenue_2026",
            "owner", "sam@example.com",
            "due", "2026-04-30",
            "date", "2026-03-01",
            "period", "2026-03",
            "objective", "grow",
            "action", "retarget",
            "decision", "hold");

    private static final int FEW = 5;

    private int turn;
    private final Map<String, String> failed = new TreeMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private Served served;
    private Client client;
    private JsonNode document;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        Team.write(folder);
        Files.writeString(
                folder.resolve("mood.yml"),
                "metrics: [{ name: mood, manual: { every: month, by: { region: [EU, US] } }, direction: up }]\n");
        served = Served.telling(folder, "2026-03-31");
        client = new Client(served.server());
        document = client.json("/api/openapi.json");
    }

    @AfterEach
    void stop() {
        http.close();
        client.close();
        served.close();
    }

    @Test
    void noParameterMakesTheServerFail() {
        paths((path, operations) -> {
            for (JsonNode parameter : operations.path("get").path("parameters")) {
                if (parameter.path("in").asString().equals("query")) {
                    String name = parameter.path("name").asString();
                    for (String text : Nonsense.TEXTS) {
                        get(filled(path) + "?" + others(operations.path("get"), name) + name + "=" + encoded(text));
                    }
                }
            }
            some(Nonsense.ODD_QUERIES).forEach(rest -> {
                raw("GET", filled(path) + rest, List.of(), "");
                raw("POST", filled(path) + rest, List.of("Content-Type: application/json"), "{}");
            });
        });
        told();
    }

    @Test
    void noPathMethodOrHeaderMakesTheServerFail() {
        paths((path, operations) -> {
            if (path.contains("{")) {
                some(Nonsense.PARTS)
                        .forEach(part -> List.of("GET", "HEAD", "POST")
                                .forEach(method -> raw(method, path.replaceAll("\\{\\w+}", part), List.of(), "")));
            }
            some(Nonsense.METHODS).forEach(method -> raw(method, filled(path), List.of(), ""));
            some(Nonsense.METHODS)
                    .forEach(method -> raw(method, filled(path), List.of("Content-Type: application/json"), "{}"));
            some(Nonsense.ACCEPTS).forEach(type -> raw("GET", filled(path), List.of("Accept: " + type), ""));
            some(Nonsense.HEADERS).forEach(header -> {
                raw("GET", filled(path), List.of(header), "");
                raw("POST", filled(path), List.of(header, "Content-Type: application/json"), "{}");
            });
        });
        told();
    }

    @Test
    void noBodyMakesTheServerFail() {
        commands((path, operation) -> {
            some(Nonsense.BODIES)
                    .forEach(body -> post(path, "application/json", body.getBytes(StandardCharsets.UTF_8)));
            some(Nonsense.CONTENT_TYPES)
                    .forEach(type -> raw(
                            "POST",
                            path,
                            List.of("Content-Type: " + type, Requester.HEADER + ": " + Team.MARIA),
                            "{}"));
            post(path, "application/json", "{\"a\": \"é\"}".getBytes(StandardCharsets.UTF_16));
            post(path, "application/json", new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'});
            post(path, "application/json", new byte[300]);
            JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
            mutations(schema, body -> post(path, "application/json", body.getBytes(StandardCharsets.UTF_8)));
        });
        paths((path, operations) -> get(filled(path))); // with all that was stored
        told();
    }

    @Test
    void noQuestionInABodyMakesTheServerFail() {
        for (String question : List.of("""
                {"dimensions": ["sales.country", {"expression": "date_trunc('month', sales.day)", "name": "month"}],
                 "measures": ["revenue", {"expression": "sum(sales.amount)", "name": "total"}],
                 "where": ["sales.country = 'UK'"], "having": ["revenue > 0"],
                 "order_by": [{"field": "revenue", "direction": "desc"}], "limit": 5}""", """
                {"fields": ["sales.country", "sales.amount"], "where": ["sales.amount > 1"], "order_by": ["country"],
                 "limit": 5}""")) {
            JsonNode whole = JsonMapper.shared().readTree(question);
            List<List<Object>> places = new ArrayList<>();
            places(whole, List.of(), places);
            for (int i = 0; i < places.size(); i++) {
                List<Object> place = places.get(i);
                Nonsense.VALUES.forEach(value -> ask(text(whole, List.of(), place, value)));
                for (int j = i % 3; j < Nonsense.TEXTS.size(); j += 3) {
                    String value = JsonMapper.shared().writeValueAsString(Nonsense.TEXTS.get(j));
                    ask(text(whole, List.of(), place, value));
                }
            }
            ask(question);
        }
        told();
    }

    private void ask(String question) {
        post("/api/query", "application/json", question.getBytes(StandardCharsets.UTF_8));
    }

    private void told() {
        assertThat(failed.entrySet().stream()
                        .map(e -> e.getKey() + "\n    " + e.getValue())
                        .toList())
                .isEmpty();
    }

    /** A body as the description has it, and the same with each member, at any depth, left out or something else. */
    private void mutations(JsonNode schema, Consumer<String> use) {
        JsonNode whole = sample("", schema);
        use.accept(whole.toString());
        List<List<Object>> places = new ArrayList<>();
        places(whole, List.of(), places);
        for (List<Object> place : places) {
            for (String value : Nonsense.VALUES) {
                use.accept(text(whole, List.of(), place, value));
            }
        }
    }

    private static void places(JsonNode node, List<Object> here, List<List<Object>> all) {
        if (!here.isEmpty()) {
            all.add(here);
        }
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(name -> places(object.path(name), with(here, name), all));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                places(array.path(i), with(here, i), all);
            }
        }
    }

    private static List<Object> with(List<Object> list, Object last) {
        List<Object> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    /** The JSON with another value, which may be none that a tree could hold, at one place. */
    private static String text(JsonNode node, List<Object> here, List<Object> place, String value) {
        if (here.equals(place)) {
            return value;
        }
        List<String> parts = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.propertyNames()
                    .forEach(name ->
                            parts.add("\"" + name + "\":" + text(object.path(name), with(here, name), place, value)));
            return "{" + String.join(",", parts) + "}";
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                parts.add(text(array.path(i), with(here, i), place, value));
            }
            return "[" + String.join(",", parts) + "]";
        }
        return node.toString();
    }

    private JsonNode sample(String name, JsonNode schema) {
        var nodes = JsonMapper.shared().getNodeFactory();
        if (schema.has("$ref")) {
            return sample(name, document.at(schema.path("$ref").asString().substring(1)));
        }
        if (schema.has("oneOf")) {
            return sample(name, schema.path("oneOf").path(0));
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asString() : type.asString()) {
            case "object" -> {
                ObjectNode object = nodes.objectNode();
                JsonNode properties = schema.path("properties");
                properties.propertyNames().forEach(each -> object.set(each, sample(each, properties.path(each))));
                if (schema.path("additionalProperties").isObject()) {
                    object.put("region", "EU");
                }
                yield object;
            }
            case "array" -> nodes.arrayNode().add(sample(name, schema.path("items")));
            case "integer" -> nodes.numberNode(5);
            case "number" -> nodes.numberNode(5.5);
            case "boolean" -> nodes.booleanNode(true);
            default -> nodes.stringNode(KNOWN.getOrDefault(name, "5"));
        };
    }

    /** The next few of a list that every path is asked by in turn: the frame around the paths is one for all. */
    private <T> List<T> some(List<T> all) {
        turn += FEW;
        return IntStream.range(0, Math.min(FEW, all.size()))
                .mapToObj(i -> all.get((turn + i) % all.size()))
                .toList();
    }

    private interface Each {
        void of(String path, JsonNode operations);
    }

    private void paths(Each each) {
        assertThat(document.path("paths").size()).isGreaterThan(30);
        document.path("paths")
                .propertyNames()
                .forEach(path -> each.of(path, document.path("paths").path(path)));
    }

    private void commands(Each each) {
        paths((path, operations) -> {
            if (operations.has("post")) {
                each.of(
                        path.contains("/metrics/") ? path.replace("{name}", "mood") : filled(path),
                        operations.path("post"));
            }
        });
    }

    private static String filled(String path) {
        String filled = path;
        for (Map.Entry<String, String> known : KNOWN.entrySet()) {
            filled = filled.replace("{" + known.getKey() + "}", known.getValue());
        }
        return filled;
    }

    /** What must stand beside a parameter for it to be looked at. */
    private static String others(JsonNode operation, String name) {
        boolean query = operation.path("operationId").asString().equals("query");
        return query && !name.equals("metrics")
                ? "metrics=revenue&" + (name.equals("by") ? "" : "by=country,time.month&")
                : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void get(String path) {
        send(
                path,
                HttpRequest.newBuilder(at(path))
                        .header(Requester.HEADER, Team.MARIA)
                        .build(),
                null);
    }

    private void post(String path, String type, byte[] body) {
        send(
                path,
                HttpRequest.newBuilder(at(path))
                        .header(Requester.HEADER, Team.MARIA)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                new String(body, StandardCharsets.ISO_8859_1));
    }

    private URI at(String path) {
        return URI.create(served.address() + path.substring(1));
    }

    private void send(String path, HttpRequest request, @Nullable String body) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            note(request.method() + " " + path + (body == null ? "" : " " + body), answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void raw(String method, String path, List<String> headers, String body) {
        List<String> lines = new ArrayList<>(List.of(method + " " + path + " HTTP/1.1", "Host: localhost"));
        lines.addAll(headers);
        if (headers.stream().noneMatch(header -> header.startsWith("Content-Length"))) {
            lines.add("Content-Length: " + body.length());
        }
        String answer = client.raw(body, lines);
        int status = answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
        note(String.join(" | ", lines), status, answer);
    }

    /** Methods that nobody has are 501 by HTTP itself; all other failures of the server are ours. */
    private void note(String asked, int status, String answer) {
        if (status == 0 || status >= 500 && status != 501 || answer.contains("\tat ") || answer.contains("Exception")) {
            String shown = asked.length() > 300 ? asked.substring(0, 300) + "…" : asked;
            failed.put(shown, status + " " + answer.substring(Math.max(0, answer.length() - 300)));
        }
    }
}
