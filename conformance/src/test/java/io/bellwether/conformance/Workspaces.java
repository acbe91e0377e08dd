package io.bellwether.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The workspaces that questions are asked of: {@code trade} with its questions in {@code trade-cases}, and so on. */
final class Workspaces {
    private static final String CASES = "-cases";

    record Workspace(String name, Path folder) {}

    private Workspaces() {}

    static List<Workspace> all() {
        return caseFolders().stream()
                .map(cases -> name(cases))
                .map(name -> new Workspace(name, root().resolve(name)))
                .toList();
    }

    static Stream<Case> cases() {
        return caseFolders().stream().flatMap(folder -> files(folder).stream()).map(Workspaces::read);
    }

    private static List<Path> caseFolders() {
        return files(root()).stream()
                .filter(f -> f.getFileName().toString().endsWith(CASES))
                .toList();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(Path file) {
        try {
            return Case.read(name(Objects.requireNonNull(file.getParent())), file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static String name(Path cases) {
        return cases.getFileName().toString().replace(CASES, "");
    }

    private static Path root() {
        try {
            URL url = Objects.requireNonNull(Workspaces.class.getResource("/trade/bellwether.yml"));
            return Path.of(url.toURI()).getParent().getParent();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
