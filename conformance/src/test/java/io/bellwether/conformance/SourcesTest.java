package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a compiler does not hold: the length of files, and a description for every package. */
class SourcesTest {
    private static final int LONGEST_FILE = 400;
    private static final Path ROOT = repository();

    private static Path repository() {
        var folder = Path.of("").toAbsolutePath();
        return Files.exists(folder.resolve("core")) ? folder : folder.resolveSibling("");
    }

    private static List<Path> javaFiles(String part) {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src").resolve(part).resolve("java"))
                    .filter(Files::isDirectory)
                    .flatMap(folder -> javaFilesUnder(folder).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> javaFilesUnder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> packages() {
        return javaFiles("main").stream()
                .map(file -> ROOT.relativize(file.getParent()))
                .distinct();
    }

    @Test
    void noFileIsTooLong() {
        assertThat(Stream.concat(javaFiles("main").stream(), javaFiles("test").stream()))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(lines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LONGEST_FILE));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyPackageSaysWhatGoesInWhatComesOutAndWhatItMayUse(Path folder) {
        var description = ROOT.resolve(folder).resolve("package-info.java");
        assertThat(description).exists();
        assertThat(String.join("\n", lines(description)))
                .contains("@NullMarked", "In:", "Out:")
                .containsIgnoringCase("may use:");
    }
}
