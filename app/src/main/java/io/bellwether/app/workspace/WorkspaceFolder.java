package io.bellwether.app.workspace;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A folder of definitions.
 *
 * @param root the folder, absolute
 * @param allowed folders outside of it that sources may lie in, by the operator's word ({@code --allow-path})
 */
public record WorkspaceFolder(Path root, List<Path> allowed) {
    /** The file that marks a workspace's root. */
    public static final String MARKER = "bellwether.yml";

    /** Nobody writes more than this by hand, and nothing reads it into memory to find out. */
    private static final int LARGEST = 8 * 1024 * 1024;

    public WorkspaceFolder {
        root = root.toAbsolutePath().normalize();
        allowed = allowed.stream().map(p -> p.toAbsolutePath().normalize()).toList();
    }

    /** The nearest folder from {@code start} upwards that has a {@value #MARKER}; {@code start} itself if none has. */
    public static Path nearest(Path start) {
        Path absolute = start.toAbsolutePath().normalize();
        for (@Nullable Path at = absolute; at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(MARKER))) {
                return at;
            }
        }
        return absolute;
    }

    /** The texts of all definition files in the order of their paths, and the files that cannot be read. */
    public Texts texts() {
        if (!Files.isDirectory(root)) {
            return new Texts(List.of(), List.of(Problems.noFolder(root)));
        }
        var found = walk();
        var files = new ArrayList<SourceFile>();
        var problems = new ArrayList<>(found.refused());
        for (Path path : found.files()) {
            read(path, files, problems);
        }
        return new Texts(List.copyOf(files), List.copyOf(problems));
    }

    /**
     * What changes when a definition file does: each file's path with its size and the time of its last change.
     *
     * @param imported files beside those of the folder
     */
    public Map<Path, String> fingerprint(List<Path> imported) {
        var prints = new LinkedHashMap<Path, String>();
        if (Files.isDirectory(root)) {
            for (Path file : walk().files()) {
                prints.put(file, print(file));
            }
        }
        imported.forEach(file -> prints.put(file, print(file)));
        return prints;
    }

    private void read(Path path, List<SourceFile> files, List<Diagnostic> problems) {
        try {
            long size = Files.size(path);
            if (size > LARGEST) {
                problems.add(Problems.tooLarge(name(path), size));
                return;
            }
            // What is no UTF-8 becomes a replacement mark, which the reader of definitions reports with its place.
            files.add(new SourceFile(name(path), new String(Files.readAllBytes(path), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            problems.add(Problems.unreadable(name(path), e));
        }
    }

    private DefinitionFiles walk() {
        try {
            return DefinitionFiles.under(root, allowed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String print(Path file) {
        try {
            return Files.size(file) + "@" + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return "gone"; // deleted between the walk and the look: the next look tells
        }
    }

    /** The path as people of the workspace know it. */
    String name(Path path) {
        return root.relativize(path).toString().replace('\\', '/');
    }

    /** Whether a file lies, links followed, in the folder or in one that the operator allows. */
    boolean mayRead(Path path) throws IOException {
        Path real = path.toRealPath();
        if (real.startsWith(root.toRealPath())) {
            return true;
        }
        for (Path folder : allowed) {
            if (Files.isDirectory(folder) && real.startsWith(folder.toRealPath())) {
                return true;
            }
        }
        return false;
    }

    /** Files as text, and the problems of those that are none. */
    public record Texts(List<SourceFile> files, List<Diagnostic> problems) {}
}
