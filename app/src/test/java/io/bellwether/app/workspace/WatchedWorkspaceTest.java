package io.bellwether.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.wiring.Bellwether;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedWorkspaceTest {
    @TempDir
    Path folder;

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
                var workspace = bellwether.watched()) {
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

    @Test
    void aFolderThatGoesAwayIsAProblemAndNoCrash() throws IOException {
        Files.writeString(folder.resolve("d.csv"), "a,b\n1,2\n");
        write("sum(d.a)");
        try (var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
                var workspace = bellwether.watched()) {
            Files.delete(folder.resolve("bellwether.yml"));
            workspace.look();
            workspace.look();
            assertThat(workspace.current().problems()).isNotEmpty();
        }
    }
}
