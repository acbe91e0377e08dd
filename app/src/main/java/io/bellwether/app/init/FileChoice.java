package io.bellwether.app.init;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.engine.Engine;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.file.FileKind;
import io.bellwether.engine.file.SourceFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From a file, a folder or a pattern to files that are one table: those with the same columns; the others are told. */
final class FileChoice {
    private static final int DEPTH = 4;
    private static final int MOST_FILES = 2_000;

    /** Files whose columns are named alike to so many parts of ten are one table that has grown. */
    private static final int ALIKE = 6;

    private final Engine engine;
    private final Path folder;

    /** @param folder that the workspace is made in: what lies there already is no data */
    FileChoice(Engine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    Chosen choose(List<Path> named) {
        Path from = named.getFirst();
        if (named.size() == 1 && Files.isRegularFile(from)) {
            return new Chosen(named, stem(from), List.of());
        }
        boolean directory = Files.isDirectory(from);
        List<Path> found = named.stream()
                .flatMap(path -> all(path).stream())
                .distinct()
                .sorted()
                .toList();
        if (found.isEmpty()) {
            throw none(from);
        }
        Group group = largest(found);
        String prefix = prefix(group.files());
        String name = group.files().size() == 1
                ? stem(group.files().getFirst())
                : prefix.length() > 2 ? prefix : base(from, directory);
        return new Chosen(group.files(), name, group.left());
    }

    /** Of a folder, its name; of a pattern, that of the folder it begins in. */
    private static String base(Path from, boolean directory) {
        Path at = directory ? from : anchor(from);
        Path name = at.getFileName();
        return name == null ? "data" : name.toString();
    }

    /** The nearest folder above that is there. */
    static Path anchor(Path from) {
        Path at = from.toAbsolutePath().normalize();
        while (!Files.isDirectory(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }

    private List<Path> all(Path from) {
        if (Files.isRegularFile(from)) {
            return List.of(from);
        }
        return Files.isDirectory(from) ? inside(from) : matching(from);
    }

    private List<Path> matching(Path from) {
        Path anchor = anchor(from);
        String pattern =
                anchor.relativize(from.toAbsolutePath().normalize()).toString().replace('\\', '/');
        if (!pattern.matches(".*[*?\\[{].*")) {
            throw none(from);
        }
        return new SourceFolders(anchor, List.of())
                .resolve(new DataSource.Files(pattern))
                .files();
    }

    private List<Path> inside(Path directory) {
        boolean within = folder.startsWith(directory) && !folder.equals(directory);
        try (Stream<Path> walk = Files.walk(directory, DEPTH)) {
            return walk.filter(p -> !(within && p.startsWith(folder)))
                    .filter(p -> !directory.relativize(p).toString().matches("(.*[/\\\\])?[.~].*"))
                    .filter(p -> FileKind.of(p.getFileName().toString()).isPresent() && Files.isRegularFile(p))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Group(List<Path> files, List<String> left) {}

    /** The files with the same columns, as many as possible, then the largest. */
    private Group largest(List<Path> found) {
        Map<Path, Set<String>> columns = new LinkedHashMap<>();
        List<String> left = new ArrayList<>();
        for (Path file : found) {
            try {
                columns.put(file, names(file));
            } catch (EngineException problem) {
                left.add(problem.diagnostic().message());
            }
        }
        if (columns.isEmpty()) {
            throw new DiagnosticException(Diagnostic.error(
                    "Q512", null, "none of the files could be read: " + left.getFirst(), "name one with --from FILE"));
        }
        List<List<Path>> groups = new ArrayList<>();
        columns.forEach((file, names) -> groups.stream()
                .filter(group -> kind(group.getFirst()) == kind(file) && isAlike(columns.get(group.getFirst()), names))
                .findFirst()
                .ifPresentOrElse(group -> group.add(file), () -> groups.add(new ArrayList<>(List.of(file)))));
        List<Path> best = groups.stream()
                .max(Comparator.comparingInt((List<Path> group) -> group.size()).thenComparingLong(FileChoice::bytes))
                .orElseThrow();
        groups.stream().filter(group -> !group.equals(best)).forEach(group -> left.add(others(group)));
        return new Group(List.copyOf(best), left);
    }

    private static String others(List<Path> group) {
        String names =
                group.stream().limit(5).map(p -> p.getFileName().toString()).collect(Collectors.joining(", "));
        return "left out, as another table: " + names
                + (group.size() > 5 ? " and " + (group.size() - 5) + " more" : "");
    }

    private Set<String> names(Path file) {
        return engine
                .describe(new DataSource.Files(
                        SourceCopy.unixPath(file.toAbsolutePath().normalize())))
                .columns()
                .stream()
                .map(c -> c.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static boolean isAlike(@org.jspecify.annotations.Nullable Set<String> one, Set<String> other) {
        if (one == null) {
            return false;
        }
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return 10 * both.size() >= ALIKE * all.size();
    }

    private static FileKind kind(Path file) {
        return FileKind.of(file.getFileName().toString()).orElseThrow();
    }

    private static long bytes(List<Path> group) {
        return group.stream().mapToLong(p -> p.toFile().length()).sum();
    }

    static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\..*$", "");
    }

    /** The folder that all of these lie in, or are. */
    static Path above(List<Path> paths) {
        Path at = paths.getFirst();
        while (at.getParent() != null && !isAbove(at, paths)) {
            at = at.getParent();
        }
        return at;
    }

    private static boolean isAbove(Path folder, List<Path> paths) {
        return paths.stream().allMatch(path -> path.startsWith(folder));
    }

    /** What the names of all files begin with, without the numbers and dates that follow. */
    static String prefix(List<Path> files) {
        String common = stem(files.getFirst());
        for (Path file : files) {
            String name = stem(file);
            int i = 0;
            while (i < common.length() && i < name.length() && common.charAt(i) == name.charAt(i)) {
                i++;
            }
            common = common.substring(0, i);
        }
        return common.replaceFirst("[-_ .\\d]+$", "");
    }

    private static DiagnosticException none(Path from) {
        return new DiagnosticException(
                Diagnostic.error("Q512", null, "there is no file " + from, "name the data with --from FILE"));
    }
}
