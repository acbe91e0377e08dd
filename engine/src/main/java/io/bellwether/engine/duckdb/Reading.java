package io.bellwether.engine.duckdb;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.file.FileSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** How files of one kind are read. A problem of the files is an {@code EngineException}; DuckDB's own pass through. */
interface Reading {
    /** Finds out the columns and how to read them. */
    FileShape examine(FileSet files, Deadline deadline) throws SQLException;

    /** Makes the relation (a quoted name) hold the columns; an older one of that name is replaced at once. */
    void load(FileSet files, FileShape shape, String relation, List<String> columns, Deadline deadline)
            throws SQLException;

    /** The first row of which the condition over its texts holds, as people find it in a file; empty where nobody can tell. */
    default Optional<String> place(FileSet files, FileShape shape, String condition, Deadline deadline)
            throws SQLException {
        return Optional.empty();
    }
}
