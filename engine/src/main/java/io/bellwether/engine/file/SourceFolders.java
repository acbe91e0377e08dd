package io.bellwether.engine.file;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.FileReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folders that sources may lie in. A path is judged twice: as it is written, before the disk is asked anything, and
 * as what it really is, after links are followed; so neither {@code ..} nor a link leads out, and an outsider's file
 * gives the same answer whether it exists or not.
 */
public final class SourceFolders {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");

    private final Path root;
    private final List<Path> folders;

    public SourceFolders(Path workspace, List<Path> allowed) {
        this.root = real(workspace);
        List<Path> all = new ArrayList<>(List.of(root));
        allowed.stream().map(SourceFolders::real).forEach(all::add);
        this.folders = List.copyOf(all);
    }

    /** The workspace's folder first, then the allowed ones; all real paths. */
    public List<Path> folders() {
        return folders;
    }

    /** The files that the source means now. */
    public FileSet resolve(DataSource.Files source) {
        String pattern = source.pattern();
        if (ADDRESS.matcher(pattern).matches()) {
            throw Problems.remote(pattern);
        }
        Path written = written(pattern);
        boolean glob = Glob.isGlob(pattern) && !Files.exists(written);
        List<Path> found = glob ? new Glob(root, pattern).files() : List.of(written);
        if (found.isEmpty()) {
            throw Problems.missing(pattern, true);
        }
        return fileSet(source, glob, found);
    }

    private Path written(String pattern) {
        try {
            Path path = root.resolve(pattern).normalize();
            if (pattern.isBlank()) {
                throw Problems.badPattern(pattern);
            }
            if (!isInside(Glob.fixedPart(root, path))) {
                throw Problems.outside(pattern);
            }
            return path;
        } catch (InvalidPathException e) {
            throw Problems.badPattern(pattern);
        }
    }

    private FileSet fileSet(DataSource.Files source, boolean glob, List<Path> found) {
        String pattern = source.pattern();
        Fingerprint fingerprint = new Fingerprint();
        List<Path> files = new ArrayList<>();
        FileKind kind = null;
        for (Path path : found) {
            Path file = realFile(pattern, glob, path);
            FileKind its = FileKind.of(path.getFileName().toString())
                    .orElseThrow(() -> Problems.unknownKind(path.getFileName().toString()));
            if (kind != null && kind != its) {
                throw Problems.mixedKinds(pattern);
            }
            kind = its;
            fingerprint.add(file, attributes(pattern, file));
            files.add(file);
        }
        if (kind == null) {
            throw Problems.missing(pattern, glob);
        }
        String text = source.reading().isPlain() ? fingerprint.text() : fingerprint.text() + " " + source.reading();
        return new FileSet(pattern, kind, files, text, fingerprint.bytes(), reading(source, kind));
    }

    /** What is said of the reading, if it can be said of files of that kind. */
    private static FileReading reading(DataSource.Files source, FileKind kind) {
        FileReading reading = source.reading();
        if (reading.place().sheet() != null && kind != FileKind.EXCEL) {
            throw Problems.noSheets(source.pattern());
        }
        return switch (kind) {
            case EXCEL -> reading;
            case CSV -> reading.ofLines();
            case JSON, PARQUET -> {
                if (reading.place().header() > 0) {
                    throw Problems.noLineOfNames(source.pattern());
                }
                yield reading;
            }
        };
    }

    private Path realFile(String pattern, boolean glob, Path path) {
        Path file;
        try {
            file = path.toRealPath();
        } catch (IOException e) {
            throw Files.exists(path) ? Problems.unreadable(pattern) : Problems.missing(pattern, glob);
        }
        if (!isInside(file)) {
            throw Problems.outside(pattern);
        }
        if (Files.isDirectory(file)) {
            throw Problems.folder(pattern);
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw Problems.unreadable(pattern);
        }
        return file;
    }

    private static BasicFileAttributes attributes(String pattern, Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.size() == 0) {
                throw Problems.empty(pattern);
            }
            return attributes;
        } catch (IOException e) {
            throw Problems.unreadable(pattern);
        }
    }

    private boolean isInside(Path path) {
        return folders.stream().anyMatch(path::startsWith);
    }

    private static Path real(Path folder) {
        return Optional.of(folder)
                .filter(Files::exists)
                .map(SourceFolders::followed)
                .orElseGet(() -> folder.toAbsolutePath().normalize());
    }

    private static Path followed(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
