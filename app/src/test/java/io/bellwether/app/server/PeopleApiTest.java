package io.bellwether.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bellwether.app.browser.Served;
import io.bellwether.app.people.Team;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people say and do over HTTP, each answer against its schema. */
class PeopleApiTest {
    private static final String MARIA = "maria@example.com";
    private static final String SAM = "sam@example.com";

    private Served served;
    private Client client;
    private JsonNode document;

    @BeforeEach
    void start(@TempDir Path folder) {
        Team.write(folder);
        served = Served.telling(folder, "2026-03-31");
        client = new Client(served.server());
        document = client.json("/api/openapi.json");
    }

    @AfterEach
    void stop() {
        client.close();
        served.close();
    }

    @Test
    void aCheckInIsSaidCorrectedAndShownToEverybody() {
        JsonNode due = get("/api/check-ins", "CheckInsView", SAM);
        assertThat(due.path("lead").asString()).isEqualTo("Two check-ins are due, one of them yours.");
        assertThat(due.at("/due/0/kpi").asString()).isEqualTo("sales_count");
        JsonNode said = post(
                "/api/kpis/revenue_2026/check-ins",
                "{\"comment\": \"Fine, @sam\", \"confidence\": 7}",
                MARIA,
                "SaidView");
        assertThat(said.path("standing").asString()).isEqualTo("£600, 1 Jan – 31 Mar 2026");
        assertThat(said.at("/status/word").asString()).isEqualTo("on_track");
        String correct = "/api/check-ins/" + said.path("id").asLong() + "/correct";
        refused(400, "P834", client.post(correct, "{\"comment\": \"Bad\", \"confidence\": 1}", SAM));
        post(correct, "{\"comment\": \"Very fine\", \"confidence\": 8}", MARIA, "SaidView");
        JsonNode people = get("/api/kpis/revenue_2026/people", "KpiPeopleView", MARIA);
        assertThat(people.path("said")).hasSize(1);
        assertThat(people.at("/said/0/comment").asString()).isEqualTo("Very fine");
        assertThat(people.at("/said/0/mine").asBoolean()).isTrue();
        assertThat(people.path("acknowledge").asString()).startsWith("This KPI is new");
        post("/api/kpis/revenue_2026/acknowledge", "{}", MARIA, "KeptView");
        assertThat(get("/api/kpis/revenue_2026/people", "KpiPeopleView", MARIA)
                        .path("acknowledge")
                        .isNull())
                .isTrue();
        JsonNode mentions = get("/api/mentions", "MentionsView", SAM);
        assertThat(mentions.path("unread").asInt()).isEqualTo(1);
        post("/api/mentions/seen", "{\"newest\": " + mentions.path("newest").asLong() + "}", SAM, "KeptView");
        assertThat(get("/api/mentions", "MentionsView", SAM).path("unread").asInt())
                .isZero();
    }

    @Test
    void anActionGoesItsWay() {
        String body =
                "{\"kpi\": \"revenue_2026\", \"title\": \"Call\", \"owner\": \"sam@example.com\", \"due\": \"2026-04-10\"}";
        long id = post("/api/actions", body, MARIA, "ActionView").path("id").asLong();
        post("/api/actions/" + id + "/move", "{\"due\": \"2026-04-20\"}", SAM, "ActionView");
        assertThat(get("/api/actions", "ActionsView", SAM)
                        .at("/open/0/due_text")
                        .asString())
                .isEqualTo("due 20 Apr 2026");
        JsonNode done = post("/api/actions/" + id + "/done", "{\"outcome\": \"They came\"}", SAM, "ActionView");
        assertThat(done.path("effect").asString()).startsWith("It stood at £600 when this was done. Too early");
        refused(400, "P836", client.post("/api/actions/" + id + "/drop", "{\"outcome\": \"no\"}", SAM));
        refused(404, "H704", client.post("/api/actions/x/drop", "{\"outcome\": \"no\"}", SAM));
        refused(400, "H715", client.post("/api/actions", body.replace("2026-04-10", "soon"), SAM));
        refused(401, "H711", client.post("/api/actions", body));
    }

    @Test
    void whatIsTypedInStandsOnTheChartBesideTheFiles() {
        post(
                "/api/events",
                "{\"date\": \"2026-02-10\", \"label\": \"Strike <b>\", \"kpi\": \"revenue_2026\"}",
                MARIA,
                "KeptView");
        post(
                "/api/notes",
                "{\"period\": \"2026-01\", \"text\": \"A big one\", \"metric\": \"revenue\"}",
                MARIA,
                "KeptView");
        JsonNode chart = client.json("/api/kpis/revenue_2026").path("chart").path("events");
        assertThat(chart.findValuesAsString("label")).containsExactly("A big one", "Strike <b>");
        assertThat(client.json("/api/kpis/sales_count").path("chart").path("events"))
                .isEmpty();
        JsonNode events = get("/api/events", "EventsView", MARIA);
        long id = events.at("/events/0/id").asLong();
        refused(400, "P834", client.post("/api/remarks/" + id + "/withdraw", "{}", SAM));
        post("/api/remarks/" + id + "/withdraw", "{}", MARIA, "KeptView");
        assertThat(get("/api/events", "EventsView", MARIA).path("events")).isEmpty();
    }

    @Test
    void theScorecardSaysWhatNeedsWhom() {
        assertThat(titles(MARIA)).contains("Your check-in is due", "Sales reached its target");
        client.post("/api/kpis/revenue_2026/check-ins", "{\"comment\": \"Fine, @sam\", \"confidence\": 7}", MARIA);
        assertThat(titles(MARIA)).contains("One check-in is due").doesNotContain("Your check-in is due");
        assertThat(titles(SAM)).contains("Maria Silva mentioned you", "Your check-in is due");
        client.post("/api/kpis/sales_count/praise", "{\"words\": \"Well done\"}", MARIA);
        assertThat(titles(MARIA)).noneMatch(title -> title.startsWith("Sales reached"));
    }

    @Test
    void aReviewIsHeldAndItsMinutesAreFiles() {
        assertThat(get("/api/reviews", "ReviewsView", MARIA)
                        .at("/due/0/due_text")
                        .asString())
                .isEqualTo("Due, about Feb 2026");
        long id = post("/api/reviews", "{\"objective\": \"grow\"}", MARIA, "MeetingView")
                .path("id")
                .asLong();
        String at = "/api/reviews/" + id;
        post(
                at + "/entries",
                "{\"kpi\": \"revenue_2026\", \"comment\": \"<script>alert(1)</script>\", \"decision\": \"retarget\"}",
                MARIA,
                "MeetingView");
        JsonNode meeting = post(at + "/entries", "{\"kpi\": \"revenue_2026\", \"confidence\": 3}", SAM, "MeetingView");
        JsonNode item = meeting.path("items").findParents("kpi").stream()
                .filter(each -> each.path("kpi").asString().equals("revenue_2026"))
                .findFirst()
                .orElseThrow();
        assertThat(item.at("/comment/by").asString()).isEqualTo("Maria Silva, 13:00");
        assertThat(item.at("/confidence/by").asString()).isEqualTo("Sam, 13:00");
        assertThat(item.at("/follow/href").asString()).isEqualTo("/kpi/revenue_2026/goalposts");
        post(
                at + "/actions",
                "{\"kpi\": \"revenue_2026\", \"title\": \"Call\", \"owner\": \"sam@example.com\", \"due\": \"2026-04-10\"}",
                SAM,
                "MeetingView");
        refused(400, "P839", client.post(at + "/entries", "{\"kpi\": \"revenue_2026\", \"decision\": \"drop\"}", SAM));
        post(at + "/end", "{}", MARIA, "MeetingView");
        refused(400, "P836", client.post(at + "/end", "{}", SAM));
        HttpResponse<String> html = client.get(at + "/minutes?format=html");
        assertThat(html.body()).contains("&lt;script&gt;").doesNotContain("<script");
        assertThat(html.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(d -> assertThat(d).startsWith("attachment"));
        assertThat(client.get(at + "/minutes?format=pdf").body().getBytes(StandardCharsets.ISO_8859_1))
                .startsWith('%', 'P', 'D', 'F');
        refused(400, "P835", client.get("/api/reviews/99"));
    }

    @ParameterizedTest
    @CsvSource({"/api/check-ins", "/api/actions", "/api/events", "/api/mentions", "/api/reviews"})
    void nothingIsAPageToo(String path) {
        assertThat(client.get(path).statusCode()).isEqualTo(200);
    }

    private java.util.List<String> titles(String person) {
        return JsonMapper.shared()
                .readTree(client.get("/api/scorecard", "X-Bellwether-Person", person)
                        .body())
                .path("needs")
                .findValuesAsString("title");
    }

    private static void refused(int status, String code, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JsonMapper.shared().readTree(answer.body()).path("code").asString())
                .isEqualTo(code);
    }

    private JsonNode get(String path, String schema, String person) {
        return checked(client.get(path, "X-Bellwether-Person", person), schema);
    }

    private JsonNode post(String path, String json, String person, String schema) {
        return checked(client.post(path, json, person), schema);
    }

    private JsonNode checked(HttpResponse<String> answer, String schema) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        ObjectNode root = document.path("components")
                .path("schemas")
                .path(schema)
                .deepCopy()
                .asObject();
        ObjectNode strict = document.path("components").deepCopy().asObject();
        strict.path("schemas").forEach(each -> each.asObject().put("additionalProperties", false));
        root.put("additionalProperties", false);
        root.set("components", strict);
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        assertThat(registry.getSchema(root.toString(), InputFormat.JSON).validate(answer.body(), InputFormat.JSON))
                .isEmpty();
        return JsonMapper.shared().readTree(answer.body());
    }
}
