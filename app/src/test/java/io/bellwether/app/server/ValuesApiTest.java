package io.bellwether.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WatchedWorkspace;
import io.bellwether.app.workspace.WorkspaceFolder;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Values sent over real HTTP into a real workspace: what is given is what questions and KPIs then say. */
class ValuesApiTest {
    private Bellwether bellwether;
    private WatchedWorkspace workspace;
    private Server server;
    private HttpClient http;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), """
                name: Surveys
                people: [ { email: maria@example.com } ]
                metrics:
                  - { name: mood, manual: { every: month, by: { region: [EU, US] } }, unit: percent, direction: up }
                  - { name: heads, manual: { every: month }, unit: count, over_time: last, direction: up }
                  - { name: happy, expression: mood * heads }
                objectives: [ { name: grow, statement: Grow } ]
                kpis:
                  - { name: mood_2026, metric: mood, objective: grow, owner: maria@example.com, cadence: monthly,
                      target: { at_least: 70%, by: 2026 } }
                """);
        var clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
        workspace = bellwether.watched(InstantSource.system());
        var pages = new WorkspacePages(workspace::current, bellwether.scorecards(), bellwether.queries(), clock);
        server = Server.start(
                ServerSettings.loopback(0),
                new Server.Parts(
                        pages,
                        bellwether.features(workspace::current, clock),
                        () -> workspace.current().last(),
                        clock));
        http = HttpClient.newHttpClient();
    }

    @AfterEach
    void stop() {
        http.close();
        server.close();
        workspace.close();
        bellwether.close();
    }

    @Test
    void whatIsGivenIsAskedForAtOnce() throws Exception {
        assertThat(rows("mood,heads")).isEmpty();
        assertThat(status()).isEqualTo("no_data");
        give("mood", """
                {"values": [{"period": "2026-10", "where": {"region": "EU"}, "value": "81%"},
                            {"period": "2026-10", "where": {"region": "US"}, "value": 0.69}]}""", 200);
        give(
                "heads",
                "{\"values\": [{\"period\": \"2026-09\", \"value\": 10}, {\"period\": \"2026-10\", \"value\": \"20\"}]}",
                200);
        assertThat(rows("mood,heads,happy")).contains("[\"2026-10-01\",0.75,20,15.0]");
        assertThat(status()).isEqualTo("on_track");
        String wrong = give(
                "mood",
                "{\"values\": [{\"period\": \"2026-10\", \"where\": {\"region\": \"EU\"}, \"value\": \"1%\"}]}",
                400);
        assertThat(wrong).contains("P826", "values[0].value");
        give("mood", """
                {"values": [{"period": "2026-10", "where": {"region": "EU"}, "value": "1%"}], "reason": "a typing error"}""", 200);
        assertThat(rows("mood")).contains("[\"2026-10-01\",0.35]");
        assertThat(status()).isEqualTo("off_track");
        JsonNode grid = json("/api/metrics/mood/values?periods=3");
        assertThat(grid.path("periods").findValuesAsString("period")).containsExactly("2026-09", "2026-10", "2026-11");
        assertThat(grid.path("lines").get(0).path("cells").get(1).toString())
                .isEqualTo("{\"text\":\"1\u00A0%\",\"typed\":\"1%\",\"corrected\":true}");
        assertThat(grid.path("history").findValuesAsString("counts")).containsExactly("true", "true", "false");
        assertThat(json("/api/values").path("metrics").findValuesAsString("last"))
                .containsExactly("Oct 2026", "Oct 2026");
    }

    @Test
    void aFileIsWrittenAsItWasLookedAtOrNotAtAll() throws Exception {
        String file = "period,value\n2026-09,10\n2026-10,20\n";
        JsonNode preview = file("heads/values/preview", file, 200);
        assertThat(preview.path("counts").asString()).isEqualTo("2 new, 0 changed, 0 the same, 0 wrong");
        String token = preview.path("token").asString();
        assertThat(rows("heads")).isEmpty();
        assertThat(file("heads/values/upload?token=" + token, file + "2026-08,5\n", 400)
                        .path("code")
                        .asString())
                .isEqualTo("P829");
        assertThat(file("heads/values/upload", file, 400).path("code").asString())
                .isEqualTo("H702");
        assertThat(file("heads/values/upload?token=" + token, file, 200)
                        .path("added")
                        .asInt())
                .isEqualTo(2);
        assertThat(rows("heads")).contains("[\"2026-09-01\",10]", "[\"2026-10-01\",20]");
        // The values that it was held against are others now.
        assertThat(file("heads/values/upload?token=" + token, file, 400)
                        .path("code")
                        .asString())
                .isEqualTo("P829");
        JsonNode wrong = file("heads/values/preview", "period;value\n2026-10;21\n2026-13;x\n", 200);
        assertThat(wrong.path("token").isNull()).isTrue();
        assertThat(wrong.path("lines").findValuesAsString("state")).containsExactly("wrong", "changed");
        assertThat(wrong.path("lines")
                        .get(0)
                        .path("problems")
                        .get(0)
                        .path("message")
                        .asString())
                .startsWith("row 3, column A (period): ");
    }

    @Test
    void whatCannotBeIsRefusedWithItsCode() throws Exception {
        assertThat(give("happy", "{\"values\": []}", 400)).contains("P821", "computed");
        assertThat(give("nothing", "{\"values\": []}", 400)).contains("P821");
        assertThat(give("heads", "{\"values\": [{\"value\": \"1\"}]}", 400)).contains("H715", "period");
        assertThat(give("heads", "{\"values\": {}}", 400)).contains("H715");
        assertThat(get("/api/metrics/nothing/values").statusCode()).isEqualTo(400);
        assertThat(file("heads/values/preview", "x".repeat(5 << 20), 413)
                        .path("code")
                        .asString())
                .isEqualTo("H709");
    }

    private String give(String metric, String body, int status) throws Exception {
        var answer = http.send(
                request("/api/metrics/" + metric + "/values")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private JsonNode file(String path, String text, int status) throws Exception {
        var answer = http.send(
                request("/api/metrics/" + path)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofString(text))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }

    private List<String> rows(String metrics) throws Exception {
        String from = URLEncoder.encode(metrics, StandardCharsets.UTF_8);
        return json("/api/query?metrics=" + from + "&by=time.month")
                .path("rows")
                .valueStream()
                .map(JsonNode::toString)
                .toList();
    }

    private String status() throws Exception {
        return json("/api/kpis/mood_2026").at("/row/status/word").asString();
    }

    private JsonNode json(String path) throws Exception {
        return JsonMapper.shared().readTree(get(path).body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("X-Bellwether-Person", "maria@example.com");
    }
}
