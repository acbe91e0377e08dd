package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a compiler does not hold: the length of files and methods, and a description for every package. */
class SourcesTest {
    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 40;

    static Stream<Path> packages() {
        return Repository.javaFiles("main").stream()
                .map(file -> Repository.ROOT.relativize(file.getParent()))
                .distinct();
    }

    @Test
    void noFileIsTooLong() {
        assertThat(Stream.concat(Repository.javaFiles("main").stream(), Repository.javaFiles("test").stream()))
                .isNotEmpty()
                .allSatisfy(file ->
                        assertThat(Repository.lines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void noMethodIsTooLong() {
        assertThat(Methods.of(Repository.javaFiles("main")))
                .isNotEmpty()
                .filteredOn(method -> method.lines() > LONGEST_METHOD)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyPackageSaysWhatGoesInWhatComesOutAndWhatItMayUse(Path folder) {
        var description = Repository.ROOT.resolve(folder).resolve("package-info.java");
        assertThat(description).exists();
        assertThat(String.join("\n", Repository.lines(description)))
                .contains("@NullMarked", "In:", "Out:")
                .containsIgnoringCase("may use:");
    }
}
