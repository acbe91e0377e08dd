package io.bellwether.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.browser.Served;
import io.bellwether.app.browser.SmallWorkspace;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way over HTTP: files, DuckDB, judgement, JSON. The numbers are counted by hand from four sales. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkspaceApiTest {
    private Served served;
    private Client client;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        SmallWorkspace.write(folder);
        Files.writeString(
                folder.resolve("questions.yml"),
                "questions: [{ name: by_country, metrics: [revenue], by: [country], order: [-revenue] }]\n");
        served = new Served(folder, "2026-03-31");
        client = new Client(served.server());
    }

    @AfterAll
    void stop() {
        client.close();
        served.close();
    }

    /** 600 of 2,400 by the end of March; 89 days and a half of 365 are 588. The sale of April is not seen. */
    @Test
    void theScorecardIsJudgedAndReadyToShow() {
        JsonNode scorecard = client.json("/api/scorecard");
        assertThat(scorecard.path("headline").asString()).isEqualTo("The one KPI is on track");
        assertThat(scorecard.path("as_of_text").asString()).isEqualTo("31 Mar 2026, 13:00");
        assertThat(scorecard.path("footer").asString()).startsWith("Values in GBP, Europe/London.");
        JsonNode row = scorecard.path("objectives").path(0).path("kpis").path(0);
        assertThat(row.path("value").decimalValue()).isEqualByComparingTo("600");
        assertThat(row.path("value_text").asString()).isEqualTo("£600");
        assertThat(row.path("progress").decimalValue()).isEqualByComparingTo("0.25");
        assertThat(row.path("expected").decimalValue().doubleValue()).isBetween(0.2452, 0.2454);
        assertThat(row.path("status").path("word").asString()).isEqualTo("on_track");
        assertThat(row.path("target_text").asString().replace('\u00a0', ' ')).isEqualTo("of £2,400 in 2026");
        assertThat(row.path("byline").asString()).isEqualTo("Maria · monthly");
        assertThat(row.path("spark").path("values").size()).isEqualTo(13);
    }

    /** A saved question is the one that was written out, and the rest adds to it. */
    @Test
    void savedQuestions() {
        String written = "/api/query?metrics=revenue&by=country&order=-revenue";
        assertThat(client.json("/api/query?question=by_country").path("rows"))
                .isEqualTo(client.json(written).path("rows"));
        assertThat(client.json("/api/query?question=by_country&limit=1&to=2026-03-31")
                        .path("rows"))
                .isEqualTo(client.json(written + "&limit=1&to=2026-03-31").path("rows"))
                .hasSize(1);
    }

    @Test
    void filtersKeepRowsAndNeverChangeTheHeadline() {
        JsonNode none = client.json("/api/scorecard?owner=sam@example.com");
        assertThat(none.path("objectives").size()).isZero();
        assertThat(none.path("headline").asString()).isEqualTo("The one KPI is on track");
        assertThat(client.json("/api/scorecard?status=on_track&objective=grow")
                        .path("objectives")
                        .size())
                .isEqualTo(1);
        assertThat(client.json("/api/scorecard?status=at_risk")
                        .path("objectives")
                        .size())
                .isZero();
    }

    @Test
    void aKpiHasItsPageWithFormulaYamlAndSql() {
        JsonNode page = client.json("/api/kpis/revenue_2026");
        assertThat(page.path("sentence").asString().replace('\u00a0', ' '))
                .isEqualTo("From 1 Jan to 31 Mar 2026, Revenue of the year is £600 of £2,400, 2 % ahead of the pace."
                        + " The running month is up 50.0 % against Feb 2026.");
        assertThat(page.path("definition").path("source").asString())
                .startsWith("- name: revenue_2026\n  label:")
                .endsWith("response: Ask the regulars");
        assertThat(page.path("definition").path("expression").asString()).isEqualTo("sum(sales.amount)");
        assertThat(page.path("judged").path("formula").toString()).contains("0.25");
        assertThat(page.path("chart").path("points").size()).isEqualTo(12);
        assertThat(page.path("sql").path(0).asString().toLowerCase(java.util.Locale.ROOT))
                .contains("select");
    }

    @Test
    void aQuestionIsAnsweredInBothForms() {
        String ask = "/api/query?metrics=revenue&by=country&to=2026-03-31&order=country";
        JsonNode answer = client.json(ask);
        assertThat(answer.path("columns").path(0).path("name").asString()).isEqualTo("country");
        assertThat(answer.path("rows").path(0).path(1).decimalValue()).isEqualByComparingTo("200");
        assertThat(answer.path("rows").path(1).path(1).decimalValue()).isEqualByComparingTo("400");
        assertThat(client.get(ask + "&format=csv").body()).isEqualTo("country,revenue\nFR,200.00\nUK,400.00\n");
    }

    @Test
    void theCatalogNamesAllThatCanBeAsked() {
        JsonNode catalog = client.json("/api/catalog");
        assertThat(catalog.path("metrics").path(0).path("used_by").path(0).asString())
                .isEqualTo("revenue_2026");
        assertThat(catalog.path("datasets").path(0).path("fields").toString()).contains("country", "amount");
        assertThat(catalog.path("objectives").path(0).path("kpis").path(0).asString())
                .isEqualTo("revenue_2026");
        assertThat(client.json("/api/health").path("status").asString()).isEqualTo("ok");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/kpis/revenue_206 | 404 | did you mean",
                "/api/kpis/..%2f..%2fetc | 4xx | ",
                "/api/scorecard?objective=grw | 400 | did you mean",
                "/api/scorecard?as_of=tomorrow | 400 | write 2026-11-14",
                "/api/scorecard?as_of=2026-02-30 | 400 | write 2026-11-14",
                "/api/scorecard?as_of=%2B999999999-12-31 | 400 | write 2026-11-14",
                "/api/scorecard?as_of=-999999-01-01T00:00:00Z | 400 | write 2026-11-14",
                "/api/query?metrics=revnue | 400 | did you mean",
                "/api/query?question=by_contry | 400 | did you mean",
                "/api/query?metrics=revenue&by=contry | 400 | did you mean",
                "/api/query?metrics=revenue&order=nothing | 400 | ",
                "/api/query?metrics=revenue&from=2026-99 | 400 | ",
                "/api/query?metrics=revenue&compare=last | 400 | ",
            })
    void whatIsWrongIsSaidWithWhatMendsIt(String path, String status, String fix) {
        var answer = client.get(path);
        assertThat(String.valueOf(answer.statusCode())).matches(status.replace('x', '.'));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        if (fix != null) {
            assertThat(JsonMapper.shared().readTree(answer.body()).path("fix").asString())
                    .contains(fix);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1=1; drop table sales",
                "country = 'UK' union select 1",
                "amount > (select 0)",
                "country in (select current_setting('secret'))",
                "read_csv('/etc/passwd') is not null",
                "getenv('HOME') = 'x'",
                "1=1) or (1=1 --",
                "country = 'UK' /* ",
                "'",
                "\u0000",
            })
    void aConditionCannotBecomeAnythingElse(String where) {
        var answer = client.get("/api/query?metrics=revenue&where=" + URLEncoder.encode(where, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .doesNotContain("root:")
                .doesNotContain("Exception")
                .doesNotContain("org.duckdb");
        assertThat(client.json("/api/query?metrics=revenue&to=2026-03-31")
                        .path("rows")
                        .path(0)
                        .path(0)
                        .decimalValue())
                .isEqualByComparingTo("600");
    }

    @Test
    void aQuoteInAValueStaysAValue() {
        String where = URLEncoder.encode("country = 'U''; drop table x; --'", StandardCharsets.UTF_8);
        assertThat(client.get("/api/query?metrics=revenue&where=" + where).statusCode())
                .isEqualTo(200);
    }

    @Test
    void brokenFilesKeepTheLastGoodVersion(@TempDir Path other) throws IOException {
        SmallWorkspace.write(other);
        try (var workspace = new Served(other, "2026-03-31");
                var reader = new Client(workspace.server())) {
            Path file = other.resolve("bellwether.yml");
            String good = Files.readString(file);
            Files.writeString(file, good.replace("metric: revenue\n", "metric: revnue\n"));
            workspace.look();
            JsonNode scorecard = reader.json("/api/scorecard");
            assertThat(scorecard.path("objectives").path(0).path("kpis").size()).isEqualTo(1);
            JsonNode problem = scorecard.path("problems").path(0);
            assertThat(problem.path("severity").asString()).isEqualTo("error");
            assertThat(problem.path("file").asString()).isEqualTo("bellwether.yml");
            assertThat(problem.path("line").asInt()).isGreaterThan(10);
            assertThat(problem.path("excerpt").asString()).contains("metric: revnue");
            assertThat(problem.path("fix").asString()).contains("revenue");
            assertThat(reader.json("/api/health").path("status").asString()).isEqualTo("stale");
            Files.writeString(file, good);
            workspace.look();
            assertThat(reader.json("/api/scorecard").path("problems").size()).isZero();
            assertThat(reader.json("/api/health").path("status").asString()).isEqualTo("ok");
        }
    }

    @Test
    void filesThatWereNeverGoodAreAProblemWithItsPlace(@TempDir Path other) throws IOException {
        Files.writeString(other.resolve("bellwether.yml"), "name: X\ntime_zone: Europe/Nowhere\n");
        try (var workspace = new Served(other, "2026-03-31");
                var reader = new Client(workspace.server())) {
            var answer = reader.get("/api/scorecard");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("bellwether.yml:2");
            assertThat(reader.json("/api/health").path("status").asString()).isEqualTo("broken");
            assertThat(reader.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aQuestionOfOssieStandsInTheBody() {
        var answer = client.post("/api/query", """
                {"dimensions": ["sales.country"], "measures": ["revenue"], "having": ["revenue > 200"]}
                """);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"sales.country\"", "[[\"UK\",400.00]]");
        var wrong = client.post("/api/query", "{\"measures\": [\"revenu\"]}");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(wrong.body()).contains("\"code\":\"Q501\"", "\"ossie\":\"E_NAME_NOT_FOUND\"", "question:1:16");
    }
}
