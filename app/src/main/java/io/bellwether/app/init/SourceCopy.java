package io.bellwether.app.init;

import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings a file into reach of a workspace. */
final class SourceCopy {
    private SourceCopy() {}

    /**
     * The file's name as a source: relative where it lies in the folder; else of a copy in {@code data/}, or, not to be
     * copied, where it lies.
     */
    static String pattern(Path folder, Path file, boolean copy) {
        try {
            if (!Files.isRegularFile(file)) {
                throw new DiagnosticException(
                        Diagnostic.error("Q512", null, "there is no file " + file, "name the data with --from FILE"));
            }
            Path real = file.toRealPath();
            if (real.startsWith(folder.toRealPath())) {
                return unixPath(folder.toRealPath().relativize(real));
            }
            if (!copy) {
                return unixPath(real);
            }
            Path target = folder.resolve("data").resolve(file.getFileName());
            Files.createDirectories(target.getParent());
            if (!Files.exists(target)) {
                Files.copy(file, target);
            } else if (Files.mismatch(file, target) >= 0) {
                throw new DiagnosticException(Diagnostic.error(
                        "Q511", null, target + " is another file already", "rename one of them, or say --no-copy"));
            }
            return unixPath(folder.relativize(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unixPath(Path path) {
        return path.toString().replace('\\', '/');
    }
}
