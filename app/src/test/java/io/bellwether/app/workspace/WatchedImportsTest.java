package io.bellwether.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.wiring.Bellwether;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedImportsTest {
    @TempDir
    Path folder;

    private void manifest(String metric) throws IOException {
        Files.writeString(folder.resolve("m.json"), """
                {"semantic_models": [{"name": "d", "node_relation": {"alias": "d"}, "primary_entity": "x",
                  "measures": [{"name": "a", "agg": "sum"}]}],
                 "metrics": [{"name": "%s", "type": "simple", "type_params": {"measure": {"name": "a"}}}]}
                """.formatted(metric));
    }

    @Test
    void aManifestThatDbtWritesAgainIsReadAgain() throws IOException {
        Files.writeString(folder.resolve("d.csv"), "a\n1\n");
        Files.writeString(folder.resolve("bellwether.yml"), "imports: [ { dbt: m.json } ]\n");
        manifest("first");
        try (var bellwether = Bellwether.open(new WorkspaceFolder(folder, List.of()));
                var workspace = bellwether.watched(InstantSource.system())) {
            assertThat(workspace.current().good().metric("first")).isPresent();
            assertThat(workspace.look()).isFalse();
            manifest("second_one");
            workspace.look();
            assertThat(workspace.look()).isTrue();
            assertThat(workspace.current().good().metrics()).containsOnlyKeys("second_one");
            assertThat(workspace.look()).isFalse();
        }
    }
}
