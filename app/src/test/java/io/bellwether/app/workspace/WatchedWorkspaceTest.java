package io.bellwether.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.wiring.Bellwether;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchedWorkspaceTest {
    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    private void write(String expression) throws IOException {
        Files.writeString(folder.resolve("bellwether.yml"), """
                name: x
                datasets:
                  - { name: d, source: d.csv }
                metrics:
                  - { name: m, expression: "%s" }
                """.formatted(expression));
    }

    @Test
    void keepsTheLastGoodCatalogBesideTheProblemsOfABrokenFile() throws IOException {
        Files.writeString(folder.resolve("d.csv"), "a,b\n1,2\n");
        write("sum(d.a)");
        try (var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
                var workspace = bellwether.watched(InstantSource.system())) {
            assertThat(workspace.current().hasErrors()).isFalse();
            assertThat(workspace.look()).isFalse();

            write("sum(d.nothing)");
            assertThat(workspace.look()).as("one look may see half a save").isFalse();
            assertThat(workspace.look()).isTrue();
            assertThat(workspace.current().version()).isEqualTo(2);
            assertThat(workspace.current().hasErrors()).isTrue();
            assertThat(workspace.current().current()).isFalse();
            assertThat(workspace.current().catalog().metric("m")).isPresent();

            write("sum(d.a + d.b)");
            workspace.look();
            assertThat(workspace.look()).isTrue();
            assertThat(workspace.current().current()).isTrue();
            assertThat(workspace.current().problems()).isEmpty();
            assertThat(workspace.look()).isFalse();
        }
    }

    /** Three files that define one KPI together; each test takes some of them away. */
    private void shop() throws IOException {
        Files.writeString(folder.resolve("d.csv"), "a,day\n1,2026-01-01\n");
        Files.writeString(folder.resolve("bellwether.yml"), "name: x\npeople: [ { email: a@example.com } ]\n");
        Files.writeString(folder.resolve("model.yml"), """
                datasets: [ { name: d, source: d.csv, time: day } ]
                metrics: [ { name: m, expression: sum(d.a), unit: count, direction: up } ]
                objectives: [ { name: o, statement: s, owner: a@example.com } ]
                """);
        Files.writeString(folder.resolve("kpis.yml"), KPIS);
    }

    private static final String KPIS = """
            kpis:
              - { name: one, metric: m, objective: o, owner: a@example.com, cadence: monthly, target: { total: 9, by: 2026 } }
              - { name: two, metric: m, objective: o, owner: a@example.com, cadence: monthly, target: { total: 8, by: 2026 } }
            """;

    private static void settle(WatchedWorkspace workspace) {
        workspace.look();
        workspace.look();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "empty", "blank", "cut in the middle"})
    void definitionsThatVanishAreServedAsBeforeForAWhile(String how) throws IOException {
        shop();
        Path file = folder.resolve("kpis.yml");
        try (var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
                var workspace = bellwether.watched(() -> now)) {
            List<Snapshot> told = new ArrayList<>();
            workspace.onLoad(told::add);
            assertThat(workspace.current().current()).isTrue();
            switch (how) {
                case "gone" -> Files.delete(file);
                case "empty" -> Files.writeString(file, "");
                case "cut in the middle" -> Files.writeString(file, KPIS.substring(0, KPIS.indexOf("  - { name: two")));
                default -> Files.writeString(file, "\n\n");
            }
            settle(workspace);
            Snapshot held = workspace.current();
            assertThat(held.current()).isFalse();
            assertThat(held.hasErrors()).isFalse();
            assertThat(held.problems()).anySatisfy(problem -> {
                assertThat(problem.code()).isEqualTo("S486");
                assertThat(problem.message()).contains("two").contains("2026-03-01 12:10");
            });
            assertThat(held.last().kpis()).containsOnlyKeys("one", "two");
            now = now.plusSeconds(599);
            settle(workspace);
            assertThat(workspace.current()).isSameAs(held);

            Files.writeString(file, KPIS);
            settle(workspace);
            assertThat(workspace.current().current()).isTrue();
            assertThat(workspace.current().problems()).noneMatch(p -> p.code().equals("S486"));
            assertThat(told).allMatch(snapshot -> snapshot.removed().isEmpty());
        }
    }

    @Test
    void whatStaysAwayCountsAsRemoved() throws IOException {
        shop();
        try (var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
                var workspace = bellwether.watched(() -> now)) {
            Files.delete(folder.resolve("kpis.yml"));
            settle(workspace);
            now = now.plusSeconds(600);
            assertThat(workspace.look()).isTrue();
            assertThat(workspace.current().current()).isTrue();
            assertThat(workspace.current().last().kpis()).isEmpty();
            assertThat(workspace.current().removed()).containsExactlyInAnyOrder("one", "two");
            assertThat(workspace.look()).isFalse();
            Files.writeString(folder.resolve("kpis.yml"), KPIS);
            settle(workspace);
            assertThat(workspace.current().removed()).isEmpty();
            assertThat(workspace.current().last().kpis()).hasSize(2);
        }
    }

    @Test
    void whatSomebodyDecidedToRemoveIsNotWaitedFor() throws IOException {
        shop();
        try (var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
                var workspace = bellwether.watched(() -> now)) {
            Files.writeString(folder.resolve("kpis.yml"), KPIS.substring(0, KPIS.indexOf("  - { name: two")));
            workspace.unless(kpis -> kpis.equals(Set.of("one")));
            settle(workspace);
            assertThat(workspace.current().current()).isFalse();
            workspace.unless(kpis -> kpis.equals(Set.of("two")));
            settle(workspace);
            assertThat(workspace.current().current()).isTrue();
            assertThat(workspace.current().last().kpis()).containsOnlyKeys("one");
        }
    }

    @Test
    void whatMovesToAnotherFileOrIsTakenOutOfTheMiddleCountsAtOnce() throws IOException {
        shop();
        try (var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
                var workspace = bellwether.watched(() -> now)) {
            Files.move(folder.resolve("kpis.yml"), folder.resolve("goals.yml"));
            settle(workspace);
            assertThat(workspace.current().current()).isTrue();
            assertThat(workspace.current().last().kpis()).hasSize(2);
            Files.writeString(folder.resolve("goals.yml"), KPIS.replaceFirst("  - .*one.*\n", ""));
            settle(workspace);
            assertThat(workspace.current().current()).isTrue();
            assertThat(workspace.current().last().kpis()).containsOnlyKeys("two");
        }
    }

    @Test
    void aFolderThatGoesAwayIsAProblemAndNoCrash() throws IOException {
        Files.writeString(folder.resolve("d.csv"), "a,b\n1,2\n");
        write("sum(d.a)");
        try (var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
                var workspace = bellwether.watched(InstantSource.system())) {
            Files.delete(folder.resolve("bellwether.yml"));
            workspace.look();
            workspace.look();
            assertThat(workspace.current().problems()).isNotEmpty();
        }
    }
}
