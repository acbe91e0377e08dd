package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.lint.RuleCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One workspace per rule that breaks exactly that rule, each with the text that a person sees, and one that breaks none.
 * After a change of wording run with {@code -Dbellwether.update=true} and read the difference.
 */
class LintExamplesTest {
    private static final Path ROOT = Path.of("../examples/lint");
    private static final Pattern CODE = Pattern.compile("(?m)^\\S.*?  ([A-Z]\\d{3})  ");

    static List<Path> workspaces() throws IOException {
        try (var folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("workspaces")
    void breaksItsRuleAndNoOther(Path folder) throws IOException {
        String name = folder.getFileName().toString();
        var result = new Shell(Path.of("")).run("check", "--data", "--as-of", "2026-06-30", "-w", folder.toString());
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("bellwether.update")) {
            Files.writeString(expected, result.out());
        }
        assertThat(result.out()).isEqualTo(Files.readString(expected));
        assertThat(result.exit()).isZero();
        Set<String> codes = new TreeSet<>();
        CODE.matcher(result.out()).results().forEach(r -> codes.add(r.group(1)));
        assertThat(codes).isEqualTo(name.equals("clean") ? Set.of() : Set.of(name.substring(0, 4)));
    }

    @Test
    void everyRuleHasOne() throws IOException {
        var shown = workspaces().stream()
                .map(folder -> folder.getFileName().toString().substring(0, 4))
                .toList();
        // Two are about what people did, which no folder of files can show.
        Set<RuleCode> remembered = Set.of(RuleCode.K118, RuleCode.K119);
        assertThat(Arrays.stream(RuleCode.values())
                        .filter(rule -> !remembered.contains(rule))
                        .map(RuleCode::id))
                .isSubsetOf(shown);
    }
}
