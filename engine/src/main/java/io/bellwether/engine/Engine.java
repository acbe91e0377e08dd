package io.bellwether.engine;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.core.sql.dialect.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Runs SQL over sources. Safe for use by many threads; statements run side by side.
 *
 * <p>A request first mounts each source with the columns that it will read, then runs its statements, in which a source
 * stands as {@link #relation}. Every method but {@link #relation} and {@link #expect} throws an {@link EngineException} for what a person,
 * a file or a limit can cause.
 */
public interface Engine extends AutoCloseable {
    /** The words that its statements are written in. */
    Dialect dialect();

    /** The columns of a source. Answered from the schema cache, without starting the engine, where the files are known. */
    SourceSchema describe(DataSource source);

    /** What stands for the source in a statement: a quoted name that depends on nothing but the source. */
    String relation(DataSource source);

    /**
     * Makes the source readable in its present version, with at least these columns (found whatever their case).
     * Cheap where nothing has changed since the last call.
     */
    void mount(DataSource source, Set<String> columns, Deadline deadline);

    /**
     * Says which columns will be asked for soon: the next load of the source takes them along, so that it is read once and
     * not once per statement. Loads nothing itself; columns that the source does not have are passed over.
     */
    void expect(DataSource source, Set<String> columns);

    /** What is another whenever the source's rows may be others; empty where nobody can tell. Cheap. */
    default Optional<String> version(DataSource source) {
        return Optional.empty();
    }

    /** Runs one query and reads all of its rows. */
    Table run(SqlStatement statement, Deadline deadline);

    /**
     * Runs one query and hands its rows on while they come. For rows that are kept elsewhere: whoever asks a question reads
     * the answer, not the rows.
     */
    default void stream(SqlStatement statement, Deadline deadline, Consumer<RowStream> reader) {
        throw new UnsupportedOperationException("rows of this engine are read where they are");
    }

    /** Whether no two rows have the same values in these columns; rows with a null among them do not count. */
    KeyCheck keyCheck(DataSource source, List<String> columns, Deadline deadline);

    @Override
    void close();
}
