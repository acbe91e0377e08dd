package io.bellwether.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.bellwether.app.browser.Served;
import io.bellwether.app.browser.SmallWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The API's description against the answers that the server really gives. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
    private Served served;
    private Client client;
    private JsonNode document;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        SmallWorkspace.write(folder);
        served = new Served(folder, "2026-03-31");
        client = new Client(served.server());
        document = client.json("/api/openapi.json");
    }

    @AfterAll
    void stop() {
        client.close();
        served.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/scorecard, ScorecardView",
        "/api/kpis/revenue_2026, KpiView",
        "/api/query?metrics=revenue&by=country, QueryView",
        "/api/catalog, CatalogView",
        "/api/health, HealthView",
        "/api/kpis/nothing, ProblemView",
        "/api/scorecard?as_of=never, ProblemView",
        "/api/query?metrics=nothing, ProblemView",
    })
    void anAnswerIsWhatItsSchemaSaysAndNothingMore(String path, String schema) {
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
        var errors = registry.getSchema(root.toString(), InputFormat.JSON)
                .validate(client.get(path).body(), InputFormat.JSON);
        assertThat(errors).isEmpty();
    }

    @Test
    void everyEndpointIsDescribedWithItsParametersAndFailures() {
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(names(document.path("paths")))
                .containsExactly("/api/scorecard", "/api/kpis/{name}", "/api/query", "/api/catalog", "/api/health");
        document.path("paths").forEach(path -> {
            JsonNode get = path.path("get");
            assertThat(get.path("operationId").asString()).isNotBlank();
            assertThat(get.path("responses").path("default").path("content").has("application/problem+json"))
                    .isTrue();
            get.path("parameters").forEach(parameter -> {
                assertThat(parameter.path("in").asString()).isIn("query", "path");
                assertThat(parameter.path("schema").path("type").asString()).isEqualTo("string");
            });
        });
        assertThat(document.path("paths")
                        .path("/api/query")
                        .path("get")
                        .path("parameters")
                        .size())
                .isEqualTo(19);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        for (JsonNode reference : document.findValues("$ref")) {
            assertThat(document.at(reference.asString().substring(1)).isMissingNode())
                    .as(reference.asString())
                    .isFalse();
        }
    }

    @Test
    void everySchemaIsOneByTheMetaSchemaThatOpenApi31StandsOn() {
        var metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(document.path("components").path("schemas"))
                .isNotEmpty()
                .allSatisfy(schema -> assertThat(metaSchema.validate(schema.toString(), InputFormat.JSON))
                        .isEmpty());
        assertThat(metaSchema.validate("{\"type\": \"strin\"}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void itHoldsToTheRulesOfOpenApi() {
        Set<String> ids = new LinkedHashSet<>();
        document.path("paths")
                .forEach(path -> ids.add(path.path("get").path("operationId").asString()));
        assertThat(ids).hasSize(5);
        assertThat(names(document)).containsExactly("openapi", "info", "servers", "paths", "components");
        assertThat(document.path("info").path("title").asString()).isEqualTo("Bellwether");
        assertThat(document.path("info").path("version").asString()).isNotBlank();
        document.path("paths")
                .forEach(path -> path.path("get")
                        .path("responses")
                        .forEach(response -> assertThat(
                                        response.path("description").asString())
                                .isNotBlank()));
    }

    private static Set<String> names(JsonNode node) {
        return new LinkedHashSet<>(node.propertyNames());
    }
}
