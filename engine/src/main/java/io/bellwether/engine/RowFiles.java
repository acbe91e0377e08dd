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

    /** The same for rows that come from elsewhere, in any order; memory holds a few thousand of them. */
    void write(RowStream rows, Path file, Deadline deadline);
}
