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
import java.util.regex.PatternSyntaxException;

/** Files by a pattern with {@code *}, {@code **}, {@code ?}, {@code [ab]} or {@code {a,b}}, in the order of their names. */
final class Glob {
    private static final int LIMIT = 10_000;

    private final Path start;
    private final String pattern;
    private final PathMatcher matcher;
    private final PathMatcher shorter;
    private final int depth;

    Glob(Path root, String pattern) {
        Path whole = root.resolve(pattern).normalize();
        this.pattern = pattern;
        this.start = fixedPart(root, whole);
        String names = start.relativize(whole).toString();
        this.matcher = matcher(start, names, pattern);
        this.shorter = matcher(start, names.replace("**/", ""), pattern);
        this.depth = pattern.contains("**") ? Integer.MAX_VALUE : whole.getNameCount() - start.getNameCount();
    }

    static boolean isGlob(String path) {
        return path.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    /**
     * The folder in front of the first name that is a pattern; the path itself where none is. The root's own names are
     * never patterns, whatever they look like.
     */
    static Path fixedPart(Path root, Path path) {
        boolean inside = path.startsWith(root);
        Path fixed = inside ? root : path.getRoot();
        for (Path name : inside ? root.relativize(path) : path) {
            if (isGlob(name.toString())) {
                break;
            }
            fixed = fixed.resolve(name);
        }
        return fixed;
    }

    private static PathMatcher matcher(Path start, String names, String written) {
        try {
            return start.getFileSystem().getPathMatcher("glob:" + names);
        } catch (PatternSyntaxException e) {
            throw Problems.badPattern(written);
        }
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

    /** {@code **}{@code /} stands for any number of folders, none among them; Java's own globs want at least one. */
    private boolean matches(Path names) {
        return matcher.matches(names) || shorter.matches(names);
    }

    private final class Collector extends SimpleFileVisitor<Path> {
        private final List<Path> found;

        Collector(List<Path> found) {
            this.found = found;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (matches(start.relativize(file)) && !Files.isDirectory(file)) {
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
