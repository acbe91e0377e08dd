package io.bellwether.engine.file;

import java.nio.file.Path;
import java.util.List;

/**
 * The files that a pattern means right now.
 *
 * @param pattern as a person wrote it
 * @param files real paths inside the allowed folders, sorted, at least one
 * @param fingerprint changes when any of the files does
 * @param bytes the size of all files together, as they lie on the disk
 */
public record FileSet(String pattern, FileKind kind, List<Path> files, String fingerprint, long bytes) {
    public FileSet {
        files = List.copyOf(files);
    }

    /** The file's name as people know it: the pattern itself where it names one file. */
    public String label(Path file) {
        return files.size() == 1 ? pattern : pattern + " (" + file.getFileName() + ")";
    }
}
