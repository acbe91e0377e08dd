package io.bellwether.engine.duckdb;

import io.bellwether.engine.KeyCheck;
import io.bellwether.engine.file.FileSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of sources, kept in a small text file between runs, so that checking a workspace need not start the
 * engine. A hint only: an entry counts while its files' fingerprint is the same, a file that cannot be read or written
 * is as good as none.
 */
final class SchemaCache {
    private final @Nullable Path file;
    private @Nullable Map<String, CachedSource> sources;

    SchemaCache(@Nullable Path file) {
        this.file = file;
    }

    synchronized Optional<FileShape> shape(FileSet files) {
        return entry(files).map(CachedSource::shape);
    }

    synchronized Optional<KeyCheck> key(FileSet files, List<String> columns) {
        return entry(files).map(e -> e.keys().get(columns));
    }

    synchronized void put(FileSet files, FileShape shape) {
        sources().put(files.key(), new CachedSource(files.fingerprint(), shape, Map.of()));
        save();
    }

    synchronized void put(FileSet files, List<String> columns, KeyCheck check) {
        entry(files).ifPresent(entry -> {
            Map<List<String>, KeyCheck> keys = new HashMap<>(entry.keys());
            keys.put(List.copyOf(columns), check);
            sources().put(files.key(), new CachedSource(entry.fingerprint(), entry.shape(), keys));
            save();
        });
    }

    private Optional<CachedSource> entry(FileSet files) {
        return Optional.ofNullable(sources().get(files.key()))
                .filter(e -> e.fingerprint().equals(files.fingerprint()));
    }

    private Map<String, CachedSource> sources() {
        if (sources == null) {
            sources = load();
        }
        return sources;
    }

    private Map<String, CachedSource> load() {
        try {
            return file == null || !Files.exists(file) ? new TreeMap<>() : CacheText.read(Files.readAllLines(file));
        } catch (IOException | RuntimeException e) {
            return new TreeMap<>();
        }
    }

    /** Written beside and moved into place, so that another process never sees half a file. */
    private void save() {
        if (file == null) {
            return;
        }
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path ignore = folder.resolve(".gitignore");
            if (!Files.exists(ignore)) {
                Files.writeString(ignore, "*\n");
            }
            Path fresh = Files.createTempFile(folder, "schemas", ".new");
            Files.write(fresh, CacheText.write(sources()));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            // Found out again the next time.
        }
    }
}
