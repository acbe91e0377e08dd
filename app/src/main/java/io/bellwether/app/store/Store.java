package io.bellwether.app.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * What the workspace remembers. A change is written together with its record in the audit log, in one transaction, or
 * not at all; once {@link #change} has returned it is on the disk.
 */
public final class Store implements AutoCloseable {
    private final StoreKind kind;
    private final HikariDataSource readers;
    private final HikariDataSource writers;
    private final Jdbi reading;
    private final Jdbi writing;

    private final UnaryOperator<String> cover;
    private final StoreStamp stamp;
    private final AtomicLong failures = new AtomicLong();

    private final @Nullable StoreFile file;

    /**
     * @param cover takes what nobody may read out of what the database says
     * @param file where it is kept, or null for a server
     */
    Store(
            StoreKind kind,
            HikariDataSource readers,
            HikariDataSource writers,
            UnaryOperator<String> cover,
            @Nullable StoreFile file) {
        this.file = file;
        this.kind = kind;
        this.cover = cover;
        this.readers = readers;
        this.writers = writers;
        this.reading = Mappings.on(readers);
        this.writing = Mappings.on(writers);
        this.stamp = new StoreStamp(kind, readers);
    }

    public StoreKind kind() {
        return kind;
    }

    /** What a question over rows finds, in one transaction that sees one state. */
    public <T> T read(Function<Handle, T> question) {
        // SQLite's readers see one state in any case. PostgreSQL's would see another one in each statement.
        return guarded(() -> kind == StoreKind.POSTGRESQL
                ? reading.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, question::apply)
                : reading.inTransaction(question::apply));
    }

    /** Writes, and says in the audit log who did what. Both or neither. */
    public <T> T change(Change change, Function<Handle, T> work) {
        return written(handle -> {
            Covered.Before before = Covered.before(handle);
            T result = work.apply(handle);
            Audit.append(handle, List.of(change), before);
            return result;
        });
    }

    /**
     * Writes what turns out to be new: the work looks and writes while no other server does, and tells what it did. Where
     * that is nothing, nothing is kept.
     */
    public List<Change> changes(Function<Handle, List<Change>> work) {
        return written(handle -> {
            // Whoever writes takes the end of the log; taken first, it makes two servers look one after the
            // other.
            handle.execute("update audit_end set sequence = sequence");
            Covered.Before before = Covered.before(handle);
            List<Change> done = work.apply(handle);
            Audit.append(handle, done, before);
            return done;
        });
    }

    /**
     * Writes what nobody did: the state of jobs, of messages on their way, of what was looked at. Not in the audit log.
     */
    public <T> T keep(Function<Handle, T> work) {
        return written(work);
    }

    /**
     * What is another after every change of the store, whoever makes it, and after every time that it did not answer. Cheap:
     * for those who keep what they made of what they read.
     */
    public String stamp() {
        try {
            return stamp.now() + "." + failures.get();
        } catch (SQLException e) {
            failures.incrementAndGet();
            throw StoreProblems.failed(cover.apply(StoreProblems.reason(e)));
        }
    }

    /** What was written into a file that nobody finds again is not acknowledged. */
    private <T> T written(Function<Handle, T> work) {
        return guarded(() -> {
            T result = writing.inTransaction(handle -> {
                T done = work.apply(handle);
                inPlace();
                return done;
            });
            inPlace();
            return result;
        });
    }

    private void inPlace() {
        if (file != null && !file.isThere()) {
            throw StoreProblems.moved(file.path().toString());
        }
    }

    private <T> T guarded(Supplier<T> work) {
        try {
            return StoreProblems.guarded(cover, work);
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            throw e;
        }
    }

    /** For libraries that bring their own SQL: the schedule. */
    public DataSource connections() {
        return writers;
    }

    @Override
    public void close() {
        try {
            stamp.close();
        } catch (SQLException e) {
            throw StoreProblems.failed(cover.apply(StoreProblems.reason(e)));
        }
        readers.close();
        if (writers != readers) {
            writers.close();
        }
    }
}
