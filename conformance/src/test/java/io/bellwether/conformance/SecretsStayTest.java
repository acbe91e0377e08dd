package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret stands in every place that takes one, and nothing that is printed holds it. */
class SecretsStayTest {
    private static final String SECRET = "Mark3r-S3cret";
    private static final String REFERENCE = "${file:secret.txt}";
    private static final String WORKSPACE = """
            name: Secret shop
            mail: { host: localhost, port: 1, from: a@example.com, user: u, password: "${file:secret.txt}" }
            datasets:
              - { name: sales, source: sales.csv, time: at }
            people:
              - { name: Ann, email: ann@example.com }
            metrics:
              - { name: revenue, expression: sum(sales.amount), unit: count, direction: up }
            objectives: [ { name: grow, statement: Grow, owner: ann@example.com, timeframe: 2026 } ]
            kpis:
              - { name: r26, metric: revenue, objective: grow, owner: ann@example.com, cadence: weekly, target: { total: 100, by: 2026 } }
            alerts:
              - { on: r26, when: status, to: [ { webhook: "${file:hook.txt}", secret: "${file:secret.txt}" }, { slack: "${file:hook.txt}" }, { email: ann@example.com } ] }
            """;
    private static final String FAR = """
            connections:
              warehouse: { engine: postgres, url: "jdbc:postgresql://localhost:1/${file:secret.txt}", user: "${file:secret.txt}", password: "${file:secret.txt}" }
            datasets:
              - { name: far, source: warehouse.public.sales, time: at }
            metrics:
              - { name: far_revenue, expression: sum(far.amount), unit: count, direction: up }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("secret.txt"), SECRET + "\n");
        Files.writeString(folder.resolve("hook.txt"), "http://127.0.0.1:1/" + SECRET + "\n");
        Files.writeString(folder.resolve("sales.csv"), "at,amount\n2026-01-05,3\n");
        Files.writeString(folder.resolve("bellwether.yml"), WORKSPACE);
    }

    private Cli silent(String... arguments) {
        Cli cli = Cli.run(folder, arguments);
        assertThat(cli.out() + cli.err()).as(String.join(" ", arguments)).doesNotContain(SECRET);
        return cli;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "check --format json",
                "check --format sarif",
                "check --data",
                "status",
                "status --format json",
                "query revenue --format json",
                "sql revenue",
                "explain r26",
                "alerts",
                "digest ann@example.com",
                "jobs",
                "health",
                "history r26",
                "export"
            })
    void noCommandPrintsOne(String command) {
        assertThat(silent(command.split(" ")).out()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "query far_revenue", "sql far_revenue", "status", "check --format json"})
    void aServerThatCannotBeReachedIsNamedWithout(String command) throws IOException {
        Files.writeString(folder.resolve("far.yml"), FAR);
        Cli cli = silent(command.split(" "));
        assertThat(cli.out() + cli.err()).contains("E611");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "password: \"${file:secret.txt}\" ~ password: Mark3r-S3cret",
                "password: \"${file:secret.txt}\" ~ pasword: Mark3r-S3cret",
                "password: \"${file:secret.txt}\" ~ password: 'x Mark3r-S3cret', colour: red",
                "password: \"${file:secret.txt}\" ~ password: Mark3r-S3cret, password: Mark3r-S3cret",
                "user: \"${file:secret.txt}\" ~ user: u, colour: red, api_key: Mark3r-S3cret",
                "/${file:secret.txt}\" ~ /x?user=u&password=Mark3r-S3cret\", colour: red",
                "//localhost:1/${file:secret.txt}\" ~ //u:Mark3r-S3cret@localhost:1/x\", colour: red",
            })
    void whoWritesOneIntoADefinitionDoesNotSeeItAgain(String right, String wrong) throws IOException {
        assertThat(FAR).contains(right);
        Files.writeString(folder.resolve("far.yml"), FAR.replace(right, wrong));
        for (String format : List.of("text", "json", "sarif")) {
            assertThat(silent("check", "--format", format).exit()).as(format).isEqualTo(1);
        }
    }

    @Test
    void theWorkspaceHoldsNoneElsewhere() {
        silent("check");
        assertThat(WORKSPACE + FAR).doesNotContain(SECRET).contains(REFERENCE);
    }
}
