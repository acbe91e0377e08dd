package io.bellwether.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One workspace and one command per diagnostic that only a question brings out, with what a person sees. After a change
 * of wording run with {@code -Dbellwether.update=true} and read the difference.
 */
class UnansweredExamplesTest {
    @TempDir
    Path copy;

    static List<Path> examples() throws IOException {
        try (var folders = Files.list(Path.of("../examples/unanswered"))) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void saysWhatIsExpected(Path example) throws IOException {
        String[] command =
                Files.readString(example.resolve("command.txt")).stripTrailing().split("\n", -1);
        String said = said(example, command);
        Path expected = example.resolve("expected.txt");
        if (Boolean.getBoolean("bellwether.update")) {
            Files.writeString(expected, said);
        }
        assertThat(said).isEqualTo(Files.readString(expected));
        // The list of KPIs tells a KPI's problem without its code.
        if (!command[0].equals("status")) {
            assertThat(said).contains(example.getFileName().toString().substring(0, 4) + "  ");
        }
    }

    /** Runs in a copy: the product may write beside what it reads. */
    private String said(Path example, String... command) {
        try (var files = Files.walk(example)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = copy.resolve(example.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Shell.Result result = new Shell(copy).run(command);
        // Said only where reading takes long.
        String problems = result.err().replace("Reading the workspace …\n", "");
        return (result.out() + problems + "exit " + result.exit() + "\n").replace(copy.toString(), "FOLDER");
    }
}
