package io.bellwether.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.wiring.Bellwether;
import io.bellwether.core.source.DiagnosticText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The broken examples again, as the product loads them: with the columns that DuckDB finds in their files. */
class BrokenExamplesTest {
    static List<Path> workspaces() throws IOException {
        try (var folders = Files.list(Path.of("../examples/broken"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("workspaces")
    void saysWhatIsExpected(Path root) throws IOException {
        WorkspaceFolder folder = new WorkspaceFolder(root, List.of());
        try (var bellwether = Bellwether.open(folder)) {
            Snapshot snapshot = bellwether.loader().load(1);
            assertThat(DiagnosticText.render(snapshot.problems()))
                    .isEqualTo(Files.readString(root.resolve("expected.txt")));
        }
    }
}
