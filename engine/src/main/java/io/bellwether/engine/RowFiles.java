package io.bellwether.engine;

import io.bellwether.core.sql.SqlStatement;
import java.nio.file.Path;

/** Keeps rows in files that are read again as sources. */
public interface RowFiles {
    /**
     * Writes what a statement brings into a Parquet file, in its order. The file is there whole or not at all, whatever
     * happens meanwhile; one that is there already is replaced.
     */
    void write(SqlStatement statement, Path file, Deadline deadline);
}
