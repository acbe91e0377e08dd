package io.bellwether.engine.duckdb;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.file.FileKind;
import io.bellwether.engine.file.FileSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The shapes of files, from the cache or found out, and loading by them. */
final class Shapes {
    private final SchemaCache cache;
    private final Map<FileKind, Reading> readings;
    private final Map<String, Object> looks = new ConcurrentHashMap<>();

    Shapes(SchemaCache cache, Map<FileKind, Reading> readings) {
        this.cache = cache;
        this.readings = readings;
    }

    FileShape of(FileSet files, Deadline deadline) {
        Optional<FileShape> known = cache.shape(files);
        if (known.isPresent()) {
            return known.get();
        }
        // One look per source, however many ask; other sources need not wait for it.
        synchronized (looks.computeIfAbsent(files.key(), pattern -> new Object())) {
            return cache.shape(files).orElseGet(() -> examined(files, deadline));
        }
    }

    private FileShape examined(FileSet files, Deadline deadline) {
        try {
            FileShape shape = reading(files).examine(files, deadline);
            cache.put(files, shape);
            return shape;
        } catch (SQLException e) {
            throw Failures.ofFiles(e, files, deadline);
        }
    }

    /** Makes the relation hold the columns. */
    void load(FileSet files, String relation, List<String> columns, Deadline deadline) {
        try {
            reading(files).load(files, of(files, deadline), relation, columns, deadline);
        } catch (SQLException e) {
            throw Failures.ofFiles(e, files, deadline);
        }
    }

    /** What reads files of that kind. */
    Reading reading(FileSet files) {
        return Objects.requireNonNull(readings.get(files.kind()));
    }
}
