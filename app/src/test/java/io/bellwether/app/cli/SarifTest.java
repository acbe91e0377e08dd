package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What SARIF 2.1.0 (OASIS, with its JSON schema) demands of the parts that we write, checked part by part. */
class SarifTest {
    private static final Set<String> LEVELS = Set.of("none", "note", "warning", "error");

    @TempDir
    Path folder;

    private JsonNode log(String... more) {
        Shell shell = Shell.smallShop(folder);
        shell.file(
                "a folder/waivers ü.yml", "waivers: [{ code: M201, on: revenue, reason: Known, until: 2026-12-31 }]\n");
        for (String text : more) {
            shell.file("more.yml", text);
        }
        return JsonMapper.shared()
                .readTree(shell.run("check", "--format", "sarif").out());
    }

    @Test
    void hasTheShapeThatTheSchemaDemands() {
        JsonNode log = log();
        assertThat(log.propertyNames()).containsExactlyInAnyOrder("$schema", "version", "runs");
        assertThat(log.get("version").asString()).isEqualTo("2.1.0");
        JsonNode run = log.get("runs").get(0);
        assertThat(run.propertyNames()).containsExactlyInAnyOrder("tool", "columnKind", "results");
        assertThat(run.get("columnKind").asString()).isIn("utf16CodeUnits", "unicodeCodePoints");
        JsonNode driver = run.get("tool").get("driver");
        assertThat(driver.get("name").asString()).isNotBlank();
        List<String> ids = new ArrayList<>();
        for (JsonNode rule : driver.get("rules")) {
            ids.add(rule.get("id").asString());
            assertThat(rule.propertyNames())
                    .isSubsetOf("id", "shortDescription", "fullDescription", "help", "defaultConfiguration");
            for (String text : List.of("shortDescription", "fullDescription", "help")) {
                assertThat(rule.get(text).get("text").asString()).as(text).isNotBlank();
            }
            assertThat(rule.get("defaultConfiguration").get("level").asString()).isIn(LEVELS);
        }
        assertThat(ids).doesNotHaveDuplicates().contains("K107", "K109", "M201");
        for (JsonNode result : run.get("results")) {
            result(result, ids);
        }
    }

    private static void result(JsonNode result, List<String> ids) {
        assertThat(result.propertyNames())
                .isSubsetOf("ruleId", "ruleIndex", "level", "message", "locations", "fixes", "suppressions");
        assertThat(ids.get(result.get("ruleIndex").asInt()))
                .isEqualTo(result.get("ruleId").asString());
        assertThat(result.get("level").asString()).isIn(LEVELS);
        assertThat(result.get("message").get("text").asString()).isNotBlank();
        assertThat(result.get("suppressions").isArray())
                .as("all results say so, or none")
                .isTrue();
        for (JsonNode suppression : result.get("suppressions")) {
            assertThat(suppression.get("kind").asString()).isIn("inSource", "external");
            assertThat(suppression.get("status").asString()).isIn("accepted", "underReview", "rejected");
            place(suppression.get("location").get("physicalLocation"));
        }
        result.withArray("locations").forEach(location -> place(location.get("physicalLocation")));
        for (JsonNode fix : result.withArray("fixes")) {
            assertThat(fix.get("artifactChanges")).isNotEmpty();
            for (JsonNode change : fix.get("artifactChanges")) {
                assertThat(change.get("artifactLocation").get("uri").asString()).isNotBlank();
                assertThat(change.get("replacements")).isNotEmpty();
                change.get("replacements").forEach(r -> region(r.get("deletedRegion")));
            }
        }
    }

    private static void place(JsonNode location) {
        assertThat(location.get("artifactLocation").get("uri").asString()).matches("[A-Za-z0-9._~!$&'()*+,;=:@%/-]+");
        region(location.get("region"));
    }

    private static void region(JsonNode region) {
        int lines = region.get("endLine").asInt() - region.get("startLine").asInt();
        assertThat(region.get("startLine").asInt()).isPositive();
        assertThat(region.get("startColumn").asInt()).isPositive();
        assertThat(lines).isNotNegative();
        assertThat(lines > 0
                        || region.get("endColumn").asInt()
                                >= region.get("startColumn").asInt())
                .isTrue();
    }

    @Test
    void whatIsWaivedIsSuppressed() {
        List<JsonNode> suppressed = new ArrayList<>();
        log().get("runs").get(0).get("results").forEach(result -> {
            if (!result.get("suppressions").isEmpty()) {
                suppressed.add(result);
            }
        });
        assertThat(suppressed).singleElement().satisfies(result -> {
            assertThat(result.get("ruleId").asString()).isEqualTo("M201");
            JsonNode suppression = result.get("suppressions").get(0);
            assertThat(suppression.get("justification").asString()).isEqualTo("Known (until 2026-12-31)");
            assertThat(suppression
                            .get("location")
                            .get("physicalLocation")
                            .get("artifactLocation")
                            .get("uri")
                            .asString())
                    .isEqualTo("a%20folder/waivers%20%C3%BC.yml");
        });
    }

    /** Applied as a code host would do it, by lines and columns. */
    @Test
    void aFixMendsWhatItIsFor() throws Exception {
        JsonNode log = log("metrics:\n  - { name: half, expression: revenue / 2, direction: up, description: Half }\n");
        JsonNode replacement = null;
        for (JsonNode result : log.get("runs").get(0).get("results")) {
            if (result.get("ruleId").asString().equals("M202")) {
                replacement = result.get("fixes")
                        .get(0)
                        .get("artifactChanges")
                        .get(0)
                        .get("replacements")
                        .get(0);
            }
        }
        assertThat(replacement).isNotNull();
        JsonNode region = replacement.get("deletedRegion");
        Path file = folder.resolve("more.yml");
        List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
        String line = lines.get(region.get("startLine").asInt() - 1);
        String mended = line.substring(0, region.get("startColumn").asInt() - 1)
                + replacement.get("insertedContent").get("text").asString()
                + line.substring(region.get("endColumn").asInt() - 1);
        lines.set(region.get("startLine").asInt() - 1, mended);
        Files.write(file, lines);
        var result = new Shell(folder).run("check");
        assertThat(result.out()).doesNotContain("M202");
        assertThat(result.exit()).isZero();
    }
}
