package io.bellwether.engine.duckdb;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.file.FileSet;
import java.sql.SQLException;
import java.util.List;

/** How files of one kind are read. A problem of the files is an {@code EngineException}; DuckDB's own pass through. */
interface Reading {
    /** Finds out the columns and how to read them. */
    FileShape examine(FileSet files, Deadline deadline) throws SQLException;

    /** Makes the relation (a quoted name) hold the columns; an older one of that name is replaced at once. */
    void load(FileSet files, FileShape shape, String relation, List<String> columns, Deadline deadline)
            throws SQLException;
}
