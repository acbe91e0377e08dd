package io.bellwether.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.source.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One workspace per diagnostic, each with the text that a person sees. After a change of wording run with
 * {@code -Dbellwether.update=true} and read the difference.
 */
class BrokenExamplesTest {
    static List<Path> workspaces() {
        return BrokenExamples.all();
    }

    @ParameterizedTest
    @MethodSource("workspaces")
    void saysWhatIsExpected(Path folder) throws IOException {
        String said = BrokenExamples.diagnostics(folder);
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("bellwether.update")) {
            Files.writeString(expected, said);
        }
        assertThat(said).isEqualTo(Files.readString(expected));
        String code = folder.getFileName().toString().substring(0, 4);
        assertThat(said.lines().findFirst().orElse("")).contains("  " + code + "  ");
    }

    @Test
    void everyCodeHasAnExample() {
        var shown = workspaces().stream()
                .map(folder -> folder.getFileName().toString().substring(0, 4))
                .collect(Collectors.toSet());
        assertThat(Arrays.stream(Code.values()).map(Code::id)).isSubsetOf(shown);
    }
}
