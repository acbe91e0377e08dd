package io.bellwether.engine.file;

import io.bellwether.core.catalog.FileReading;
import java.nio.file.Path;
import java.util.List;

/**
 * The files that a pattern means right now.
 *
 * @param pattern as a person wrote it
 * @param files real paths inside the allowed folders, sorted, at least one
 * @param fingerprint changes when any of the files does, or what is said of them
 * @param bytes the size of all files together, as they lie on the disk
 * @param reading what the definition says of how they are read
 */
public record FileSet(
        String pattern, FileKind kind, List<Path> files, String fingerprint, long bytes, FileReading reading) {
    public FileSet {
        files = List.copyOf(files);
    }

    /** What stands for it where things are kept about sources. */
    public String key() {
        return reading.isPlain() ? pattern : pattern + " " + reading;
    }

    /** The file's name as people know it: the pattern itself where it names one file. */
    public String label(Path file) {
        return files.size() == 1 ? pattern : pattern + " (" + file.getFileName() + ")";
    }
}
