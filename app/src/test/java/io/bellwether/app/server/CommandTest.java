package io.bellwether.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Resolver;
import io.bellwether.core.catalog.SourceSchema;
import io.bellwether.core.definition.Definitions;
import io.bellwether.core.source.SourceFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people tell the server, over real HTTP: who may, and what is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandTest {
    private static final String MARIA = "maria@example.com";

    private Server server;
    private HttpClient http;

    record Note(String text, @Nullable Integer stars) {}

    record Taken(String text, String by, String at) {}

    @BeforeAll
    void start() {
        var clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        Command<Note> note = Command.of(
                "/api/things/{name}/notes",
                "note",
                "A note.",
                Note.class,
                Taken.class,
                told -> new Taken(
                        told.variable("name") + ": " + told.body().text(),
                        told.by().email(),
                        told.at().toString()));
        Feature feature = () -> new Feature.Routes(List.of(), List.of(note));
        server = Server.start(
                ServerSettings.loopback(0),
                new Server.Parts(new SamplePages(), List.of(feature), CommandTest::catalog, clock));
        http = HttpClient.newHttpClient();
    }

    @AfterAll
    void stop() {
        http.close();
        server.close();
    }

    @Test
    void takesWhatAPersonSays() throws Exception {
        var answer = post("{\"text\": \"hello\"}", Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"text\":\"a: hello\",\"by\":\"maria@example.com\",\"at\":\"2026-11-22T12:00:00Z\"}");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'txt': 'x'} | H715 | did you mean",
                "{'stars': 1} | H715 | text",
                "{'text': null} | H715 | text",
                "{'text': 'x', 'stars': 'many'} | H715 | stars",
                "{'text': 'x', 'stars': 5.9} | H715 | stars",
                "{'text': 'x', 'text': 'y'} | H715 | not JSON",
                "{'text': 'x'} {} | H715 | not",
                "[] | H715 | not what",
                "null | H715 | null",
                "nothing | H715 | not JSON",
            })
    void refusesABodyThatIsNotOne(String body, String code, String said) throws Exception {
        var answer = post(body.replace('\'', '"'), Map.of());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(code).contains(said);
    }

    @Test
    void refusesNobodyAndStrangers() throws Exception {
        assertThat(post("{\"text\": \"x\"}", Map.of(Requester.HEADER, " ")).statusCode())
                .isEqualTo(401);
        var stranger = post("{\"text\": \"x\"}", Map.of(Requester.HEADER, "mario@example.com"));
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(stranger.body()).contains("H712").contains("maria@example.com");
    }

    @Test
    void refusesPagesOfOtherSitesAndForms() throws Exception {
        assertThat(post("{\"text\": \"x\"}", Map.of("Origin", "https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("{\"text\": \"x\"}", Map.of("Origin", "null")).statusCode())
                .isEqualTo(403);
        String own = server.address().toString().replaceFirst("/$", "");
        assertThat(post("{\"text\": \"x\"}", Map.of("Origin", own)).statusCode())
                .isEqualTo(200);
        for (String type : List.of("text/plain", "///;;;", "application/")) {
            assertThat(post("{\"text\": \"x\"}", Map.of("Content-Type", type)).statusCode())
                    .as(type)
                    .isEqualTo(415);
        }
        assertThat(post("{\"text\": \"x\"}", Map.of("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesTooMuch() throws Exception {
        assertThat(post("{\"text\": \"" + "x".repeat(70_000) + "\"}", Map.of()).statusCode())
                .isEqualTo(413);
    }

    private HttpResponse<String> post(String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.address() + "api/things/a/notes"))
                .header(Requester.HEADER, MARIA)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Catalog catalog() {
        var file = new SourceFile("people.yml", "people: [ {email: " + MARIA + ", name: Maria} ]");
        SourceSchema.Reader none = (dataset, source, span) -> {
            throw new IllegalStateException();
        };
        return Resolver.resolve(Definitions.parse(List.of(file)).definitions(), none)
                .sound();
    }
}
