package io.bellwether.engine.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A folder of our own for what does not fit into memory and for copies; made when first needed, gone at the end. */
final class Scratch implements AutoCloseable {
    private @Nullable Path folder;

    synchronized Path folder() {
        try {
            if (folder == null) {
                folder = Files.createTempDirectory("bellwether-").toRealPath();
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        if (folder == null) {
            return;
        }
        try {
            Files.walkFileTree(folder, new Removal());
        } catch (IOException e) {
            // Left over in the system's folder for temporary files, which is swept.
        }
        folder = null;
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException problem) throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
        }
    }
}
