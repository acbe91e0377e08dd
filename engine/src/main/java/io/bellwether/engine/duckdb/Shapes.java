package io.bellwether.engine.duckdb;

import io.bellwether.core.expression.Type;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.file.FileKind;
import io.bellwether.engine.file.FileSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The shapes of files, from the cache or found out, and what loading by them teaches. */
final class Shapes {
    /** Loading may correct a shape once for its encoding and then column by column. */
    private static final int CORRECTIONS = 50;

    private final SchemaCache cache;
    private final Map<FileKind, Reading> readings;

    Shapes(SchemaCache cache, Map<FileKind, Reading> readings) {
        this.cache = cache;
        this.readings = readings;
    }

    FileShape of(FileSet files, Deadline deadline) {
        Optional<FileShape> known = cache.shape(files);
        if (known.isPresent()) {
            return known.get();
        }
        synchronized (this) {
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

    /**
     * Loads the columns. Where a row turns out to hold text in a column that the catalog believes to be something else,
     * the shape is corrected for the next time and the row is the problem: an answer by other types would be another one.
     */
    void load(FileSet files, String relation, List<String> columns, Deadline deadline) {
        for (int i = 0; i < CORRECTIONS; i++) {
            FileShape shape = of(files, deadline);
            try {
                reading(files).load(files, shape, relation, columns, deadline);
                return;
            } catch (SQLException e) {
                FileShape better = better(files, shape, e, deadline);
                cache.put(files, better);
                if (isTextNow(shape, better)) {
                    throw Failures.ofValue(e, files);
                }
            }
        }
        throw EngineException.of(
                "S408", files.pattern() + " has too many values of the wrong type", "check its separator and quotes");
    }

    private FileShape better(FileSet files, FileShape shape, SQLException e, Deadline deadline) {
        try {
            return reading(files)
                    .better(files, shape, e, deadline)
                    .orElseThrow(() -> Failures.ofFiles(e, files, deadline));
        } catch (SQLException again) {
            throw Failures.ofFiles(again, files, deadline);
        }
    }

    private static boolean isTextNow(FileShape before, FileShape after) {
        return after.columns().stream()
                .filter(c -> c.logical().type() == Type.TEXT)
                .anyMatch(c -> before.column(c.name())
                        .filter(b -> b.logical().type() != Type.TEXT)
                        .isPresent());
    }

    private Reading reading(FileSet files) {
        return Objects.requireNonNull(readings.get(files.kind()));
    }
}
