package io.bellwether.engine.file;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Files by a pattern with {@code *}, {@code **}, {@code ?}, {@code [ab]} or {@code {a,b}}, in the order of their names. */
final class Glob {
    private static final int LIMIT = 10_000;

    private final Path start;
    private final String pattern;
    private final PathMatcher matcher;
    private final int depth;

    Glob(Path root, String pattern) {
        Path whole = root.resolve(pattern).normalize();
        this.pattern = pattern;
        this.start = fixedPart(whole);
        this.matcher = root.getFileSystem().getPathMatcher("glob:" + whole);
        this.depth = pattern.contains("**") ? Integer.MAX_VALUE : whole.getNameCount() - start.getNameCount();
    }

    static boolean isGlob(String path) {
        return path.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    /** The folder in front of the first name that is a pattern; the path itself where none is. */
    static Path fixedPart(Path path) {
        Path fixed = path.getRoot();
        for (Path name : path) {
            if (isGlob(name.toString())) {
                break;
            }
            fixed = fixed == null ? name : fixed.resolve(name);
        }
        return fixed == null ? path : fixed;
    }

    /** Folders behind links are not entered; a link to a file counts, and its target is judged by the caller. */
    List<Path> files() {
        List<Path> found = new ArrayList<>();
        try {
            if (Files.isDirectory(start)) {
                Files.walkFileTree(start, Set.of(), depth, new Collector(found));
            }
        } catch (IOException e) {
            throw Problems.unreadable(pattern);
        }
        found.sort(null);
        return found;
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        private final List<Path> found;

        Collector(List<Path> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (matcher.matches(file) && !Files.isDirectory(file)) {
                found.add(file);
            }
            if (found.size() > LIMIT) {
                throw Problems.tooMany(pattern, LIMIT);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException problem) {
            return FileVisitResult.CONTINUE;
        }
    }
}
