package io.bellwether.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The frame around the answers, over real HTTP: what is let in, and what every answer carries. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerTest {
    private final SamplePages pages = new SamplePages();
    private Server server;
    private Client client;

    @BeforeAll
    void start() {
        server = Server.start(ServerSettings.loopback(0), Server.Parts.reading(pages));
        client = new Client(server);
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void answersWithTheRecordsInSnakeCase() {
        JsonNode scorecard = client.json("/api/scorecard");
        assertThat(scorecard.path("as_of").asString()).isEqualTo("2026-11-14");
        assertThat(scorecard.path("workspace").path("time_zone").asString()).isEqualTo("Europe/London");
    }

    @Test
    void hidesNothingThatIsNullAndWritesNumbersInFull() {
        String body = client.get("/api/query?metrics=revenue").body();
        assertThat(body).contains("[\"UK, North\",1200000.50]").contains("[null,10000000]");
        assertThat(client.get("/api/catalog").body()).contains("\"currency\":null");
    }

    @Test
    void givesCsvByHeaderOrByParameter() {
        String expected = "country,revenue\n\"UK, North\",1200000.50\n,10000000\n";
        var byHeader = client.get("/api/query?metrics=revenue", "Accept", "text/csv");
        assertThat(byHeader.body()).isEqualTo(expected);
        assertThat(byHeader.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        var byParameter = client.get("/api/query?metrics=revenue&format=csv");
        assertThat(byParameter.body()).isEqualTo(expected);
        assertThat(byParameter.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"query.csv\"");
        assertThat(client.get("/api/query?metrics=revenue", "Accept", "*/*").body())
                .startsWith("{");
    }

    @Test
    void readsTheQuestionAsPeopleWriteIt() {
        String where = URLEncoder.encode("country in ('UK', 'FR') and 1=1 -- x", StandardCharsets.UTF_8);
        client.get("/api/query?metrics=revenue,%20orders&by=time.month,country&where=" + where + "&limit=10");
        assertThat(pages.asked.metrics()).containsExactly("revenue", "orders");
        assertThat(pages.asked.by()).containsExactly("time.month", "country");
        assertThat(pages.asked.where()).isEqualTo("country in ('UK', 'FR') and 1=1 -- x");
        assertThat(pages.asked.limit()).isEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/scorecard?asof=2026-01-01 | 400 | H701 | did you mean \"as_of\"?",
                "/api/scorecard?status=off_trak | 400 | H703 | did you mean \"off_track\"?",
                "/api/scorecard?owner=a&owner=b | 400 | H703 | give it once; separate several values by commas",
                "/api/query | 400 | H702 | for example metrics=revenue,orders",
                "/api/query?metrics=revenue&limit=-1 | 400 | H703 | for example limit=100",
                "/api/query?metrics=revenue&limit=99999999999999999999 | 400 | H703 | for example limit=100",
                "/api/query?metrics=revnue | 400 | Q501 | did you mean \"revenue\"?",
                "/api/kpis/revnue | 404 | H705 | did you mean \"revenue\"?",
                "/api/scorecrd | 404 | H704 | did you mean /api/scorecard?",
                "/api/scorecard?as_of=slow | 504 | E601 | ask for less",
            })
    void saysWhatIsWrongAndWhatMendsIt(String path, int status, String code, String fix) {
        var answer = client.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("fix").asString()).isEqualTo(fix);
        assertThat(problem.path("detail").asString()).isNotBlank();
    }

    @Test
    void keepsItsInsideToItself() {
        var answer = client.get("/api/scorecard?as_of=boom");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("H799")
                .doesNotContain("secret")
                .doesNotContain("Exception")
                .doesNotContain("at io.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void onlyReads(String method) {
        var answer = client.send(method, "/api/scorecard");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("H706");
    }

    @Test
    void refusesWhatIsTooLarge() {
        assertThat(client.get("/api/query?metrics=revenue&where=" + "x".repeat(5_000))
                        .body())
                .contains("H703");
        var huge = client.get("/api/query?metrics=" + "x".repeat(40_000));
        assertThat(huge.statusCode()).isBetween(400, 431);
        assertThat(huge.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(huge.body()).doesNotContain("<html").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:80", "[::1]:8080", "10.0.0.7"})
    void answersToItsOwnNames(String host) {
        assertThat(client.raw("GET /api/health HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "x127.0.0.1"
            })
    void aLyingHostLetsNoOneIn(String host) {
        String answer = client.raw("GET /api/scorecard HTTP/1.1", "Host: " + host, "X-Forwarded-Host: localhost");
        assertThat(answer).startsWith("HTTP/1.1 421").contains("H707").doesNotContain("Gift shop");
        assertThat(client.raw("GET / HTTP/1.1", "Host: " + host))
                .startsWith("HTTP/1.1 421")
                .doesNotContain("<html");
    }

    @Test
    void anAbsoluteTargetDoesNotReplaceTheHost() {
        String answer = client.raw("GET http://evil.example/api/scorecard HTTP/1.1", "Host: evil.example");
        assertThat(answer).doesNotContain("Gift shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/..%2f..%2fetc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/static/../application.yml",
                "/_app/../../META-INF/MANIFEST.MF",
                "/_app/%2e%2e/%2e%2e/logback.xml",
                "/..;/logback.xml",
                "/logback.xml",
                "/io/bellwether/app/server/Server.class",
                "/%00",
                "//etc/passwd",
                "/index.html%00.js",
                "/\\..\\logback.xml"
            })
    void noPathClimbsOutOfThePages(String path) {
        String answer = client.raw("GET " + path + " HTTP/1.1", "Host: localhost");
        assertThat(answer)
                .doesNotContain("root:")
                .doesNotContain("Manifest-Version")
                .doesNotContain("<configuration");
        assertThat(answer).doesNotContain("CAFEBABE").doesNotContain("Exception");
        assertThat(answer).matches("(?s)HTTP/1.1 (400|404|200).*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GARBAGE", "GET", "GET /api/health HTTP/9.9"})
    void nonsenseIsAProblemToo(String line) {
        String answer = client.raw(line, "Host: localhost");
        assertThat(answer).doesNotContain("<html").doesNotContain("Tomcat").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"as_of=%zz", "as_of=%", "%00=1", "as_of=%C3%28", "=", "&&&", "as_of"})
    void parametersThatAreNoneAreAProblemOfTheAskers(String query) {
        String answer = client.raw("GET /api/scorecard?" + query + " HTTP/1.1", "Host: localhost");
        assertThat(answer).matches("(?s)HTTP/1.1 (200|400).*").doesNotContain("H799");
    }

    @Test
    void moreParametersThanAnybodyNeedsAreRefused() {
        String many = "a=1&".repeat(500);
        assertThat(client.get("/api/scorecard?" + many).statusCode()).isEqualTo(400);
    }

    @Test
    void pagesOfOtherSitesReadNothing() {
        for (String header : List.of(
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Origin: http://evil.example",
                "Origin: http://localhost:1",
                "Origin: https://localhost",
                "Origin: chrome-extension://localhost",
                "Origin: //localhost",
                "Origin: localhost",
                "Origin: null")) {
            for (String line : List.of("GET /api/scorecard", "GET /api/health", "POST /api/query")) {
                assertThat(client.raw(line + " HTTP/1.1", "Host: localhost", header, "Content-Length: 0"))
                        .as(line + " " + header)
                        .startsWith("HTTP/1.1 403")
                        .contains("H713");
            }
            assertThat(client.raw("GET / HTTP/1.1", "Host: localhost", header)).startsWith("HTTP/1.1 200");
        }
        for (String header :
                List.of("Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: none", "Origin: http://localhost")) {
            assertThat(client.raw("GET /api/health HTTP/1.1", "Host: localhost", header))
                    .startsWith("HTTP/1.1 200");
        }
        assertThat(client.raw("OPTIONS /api/scorecard HTTP/1.1", "Host: localhost"))
                .startsWith("HTTP/1.1 405");
        assertThat(client.raw(
                        "OPTIONS /api/scorecard HTTP/1.1",
                        "Host: localhost",
                        "Origin: http://evil.example",
                        "Access-Control-Request-Method: POST"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void pagesThatAProxyServesByHttpsAreOurs() {
        assertThat(client.raw(
                        "GET /api/health HTTP/1.1",
                        "Host: localhost",
                        "Origin: https://localhost",
                        "Sec-Fetch-Site: same-origin"))
                .startsWith("HTTP/1.1 200");
        var settings = new ServerSettings(ServerSettings.LOOPBACK, 0, List.of("KPI.example"), 1);
        try (var named = Server.start(settings, Server.Parts.reading(pages));
                var asking = new Client(named)) {
            for (String origin : List.of("https://kpi.example", "http://kpi.example")) {
                assertThat(asking.raw("GET /api/health HTTP/1.1", "Host: kpi.example", "Origin: " + origin))
                        .startsWith("HTTP/1.1 200");
            }
        }
    }

    @Test
    void headIsAnsweredWithoutABody() {
        String answer = client.raw("HEAD /api/health HTTP/1.1", "Host: localhost");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("ETag").doesNotContain("\"status\"");
    }

    @Test
    void everyAnswerCarriesTheHeadersThatBrowsersObey() {
        for (String path : List.of("/", "/api/health", "/api/nothing", "/kpi/revenue")) {
            var headers = client.get(path).headers();
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .contains("script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe-inline", "unsafe-eval");
            assertThat(headers.firstValue("Server")).isEmpty();
            assertThat(headers.firstValue("Set-Cookie")).isEmpty();
            assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
        }
    }

    @Test
    void whoHasTheAnswerGetsItNotAgain() {
        var first = client.get("/api/scorecard");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        var second = client.get("/api/scorecard", "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void compressesWhatIsLarge() throws Exception {
        var answer = client.get("/api/catalog", "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    @Test
    void aTakenPortIsAProblemInWords() {
        assertThatThrownBy(() -> Server.start(ServerSettings.loopback(server.port()), Server.Parts.reading(pages)))
                .hasCauseInstanceOf(BindException.class)
                .hasMessageContaining("another program holds it");
    }

    @Test
    void listensOnLoopbackAlone() {
        assertThat(server.address().getHost()).isEqualTo("localhost");
        assertThat(ServerSettings.loopback(1).host()).isEqualTo("127.0.0.1");
    }
}
