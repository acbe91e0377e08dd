package io.bellwether.app.init;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.file.SourceFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings files into reach of a workspace. */
final class SourceCopy {
    private SourceCopy() {}

    /**
     * The files' name as a source: relative where they lie in the folder; else of copies in {@code data/}, or, not to be copied,
     * where they lie.
     */
    static String pattern(Path folder, Chosen chosen, boolean copy) {
        try {
            Path root = folder.toRealPath();
            List<Path> real = new ArrayList<>();
            for (Path file : chosen.files()) {
                real.add(file.toRealPath());
            }
            boolean inside = real.stream().allMatch(file -> file.startsWith(root));
            if (real.size() == 1) {
                return one(folder, root, chosen.files().getFirst(), real.getFirst(), inside, copy);
            }
            if (inside || !copy) {
                return pattern(real).stream()
                        .map(pattern -> inside ? unixPath(root.relativize(Path.of(pattern))) : pattern)
                        .findFirst()
                        .orElseThrow(() -> new DiagnosticException(Diagnostic.error(
                                "Q512",
                                null,
                                "no pattern matches the " + real.size() + " files of one table and no others",
                                "move them to a folder of their own")));
            }
            Path target = folder.resolve("data").resolve(Words.of(chosen.name()).snake());
            Set<Path> taken = new HashSet<>();
            for (Path file : chosen.files()) {
                Path to = target.resolve(file.getFileName());
                if (!taken.add(to)) {
                    to = target.resolve(folderName(file) + "_" + file.getFileName());
                }
                copy(file, to);
            }
            return unixPath(folder.relativize(target)) + "/*" + ending(real.getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String folderName(Path file) {
        Path parent = file.getParent();
        return parent == null || parent.getFileName() == null
                ? ""
                : parent.getFileName().toString();
    }

    private static String one(Path folder, Path root, Path file, Path real, boolean inside, boolean copy)
            throws IOException {
        if (inside) {
            return unixPath(root.relativize(real));
        }
        if (!copy) {
            return unixPath(real);
        }
        Path target = folder.resolve("data").resolve(file.getFileName());
        copy(file, target);
        return unixPath(folder.relativize(target));
    }

    private static void copy(Path file, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        if (!Files.exists(target)) {
            Files.copy(file, target);
        } else if (Files.mismatch(file, target) >= 0) {
            throw new DiagnosticException(Diagnostic.error(
                    "Q511", null, target + " is another file already", "rename one of them, or say --no-copy"));
        }
    }

    /** A pattern that means these files and no others: of one folder, or of the folders in it. */
    private static List<String> pattern(List<Path> files) {
        Path parent = FileChoice.above(files.stream().map(Path::getParent).toList());
        boolean flat = files.stream().map(Path::getParent).allMatch(parent::equals);
        String ending = ending(files.getFirst());
        List<String> found = new ArrayList<>();
        for (String names : flat
                ? List.of("*" + ending, FileChoice.prefix(files) + "*" + ending)
                : List.of("**/*" + ending, "*/*" + ending)) {
            if (means(parent, names, files)) {
                found.add(unixPath(parent) + "/" + names);
            }
        }
        return found;
    }

    private static boolean means(Path parent, String names, List<Path> files) {
        try {
            return Set.copyOf(new SourceFolders(parent, List.of())
                            .resolve(new DataSource.Files(names))
                            .files())
                    .equals(Set.copyOf(files));
        } catch (EngineException mixed) {
            return false;
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.indexOf('.') < 0 ? name.length() : lastEnding(name));
    }

    /** Where the ending begins: {@code .csv}, {@code .csv.gz}. */
    private static int lastEnding(String name) {
        int last = name.lastIndexOf('.');
        return name.endsWith(".gz") ? name.lastIndexOf('.', last - 1) : last;
    }

    static String unixPath(Path path) {
        return path.toString().replace('\\', '/');
    }
}
