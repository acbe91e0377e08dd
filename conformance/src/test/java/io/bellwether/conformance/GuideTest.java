package io.bellwether.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page of the guide is a test: a block with a file's name is written, each {@code bellwether} line of a shell block runs
 * and must succeed, and a text block after it is what it prints.
 */
class GuideTest {
    private static final Pattern BLOCK = Pattern.compile("```(\\w+)(?: (\\S+))?\\n(.*?)```", Pattern.DOTALL);

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

    @TempDir
    Path folder;

    static Stream<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("../docs/guide"))) {
            List<Path> pages =
                    files.filter(f -> f.toString().endsWith(".md")).sorted().toList();
            assertThat(pages).isNotEmpty();
            return pages.stream().filter(GuideTest::hasFiles);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void doesWhatItSays(Path page) throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(page));
        String printed = "";
        while (blocks.find()) {
            String text = blocks.group(3);
            if (blocks.group(2) != null) {
                Path file = folder.resolve(blocks.group(2));
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.writeString(file, text);
            } else if (blocks.group(1).equals("sh")) {
                printed = run(text);
            } else if (blocks.group(1).equals("text")) {
                assertThat(printed).isEqualTo(text);
            }
        }
    }

    private String run(String script) {
        String printed = "";
        for (String line : script.lines().toList()) {
            if (line.startsWith("bellwether ")) {
                Cli cli = Cli.run(folder, words(line.substring("bellwether ".length())));
                assertThat(cli.exit()).as(line + "\n" + cli.out() + cli.err()).isZero();
                printed = cli.out();
            }
        }
        return printed;
    }

    /** As a shell does it: blanks part words, and none inside of quotes. */
    private static String[] words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> word.group(1) != null ? word.group(1) : word.group())
                .toArray(String[]::new);
    }

    private static boolean hasFiles(Path page) {
        try {
            return BLOCK.matcher(Files.readString(page)).results().anyMatch(block -> block.group(2) != null);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
