package io.bellwether.app.query;

import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.Table;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that still hold: of the same statement over the same version of its data. Those that nobody asked for the longest
 * go first. Of equal questions at the same time one works and the others wait for it, each as long as it may:
 *
 * <pre>
 *   ask ──▶ kept? ──▶ the answer
 *             │ no
 *             ▼
 *           asked right now? ──▶ wait for that answer
 *             │ no
 *             ▼
 *           work, keep, answer
 * </pre>
 */
public final class AnswerCache {
    /** How often one that waits looks at its own deadline. */
    private static final long LOOK_EVERY_MS = 20;

    /** An answer that would drive out more than this share of the others is not kept. */
    private static final int LARGEST_SHARE = 4;

    /** So many letters of a text take the room of a number. */
    private static final int LETTERS = 32;

    /**
     * What an answer hangs on.
     *
     * @param versions of all that it was read from
     * @param holds how many nanoseconds an answer may be given again, where a source cannot tell its version
     */
    record Key(SqlStatement statement, List<String> versions, long holds) {
        Key(SqlStatement statement, List<String> versions) {
            this(statement, versions, Long.MAX_VALUE);
        }
    }

    /**
     * @param at when its work began, by the cache's clock: its rows are not older
     * @param size in cells
     */
    private record Kept(Table table, long at, long size) {}

    /** @param age how many nanoseconds ago its rows were asked for at most; 0 for those that were asked for just now */
    record Found(Table table, long age) {}

    private final long cells;
    private final LongSupplier nanos;
    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Key, CompletableFuture<Table>> running = new ConcurrentHashMap<>();
    private long keptCells;

    /** @param cells how many numbers, or texts of a few letters, may be kept; none turns it off, but for equal questions at the same time */
    public AnswerCache(long cells) {
        this(cells, System::nanoTime);
    }

    /** @param nanos a clock that only goes on */
    AnswerCache(long cells, LongSupplier nanos) {
        this.cells = cells;
        this.nanos = nanos;
    }

    /**
     * The kept answer, or what {@code work} brings.
     *
     * @param present the key once more, after the work: an answer whose data changed meanwhile is not kept
     */
    Found answer(Key key, Deadline deadline, Supplier<Table> work, Supplier<Optional<Key>> present) {
        while (true) {
            Optional<Found> known = known(key);
            if (known.isPresent()) {
                return known.get();
            }
            var mine = new CompletableFuture<Table>();
            var other = running.putIfAbsent(key, mine);
            if (other == null) {
                return worked(key, mine, deadline, work, present);
            }
            Table answer = waited(other, deadline);
            if (answer != null) {
                return new Found(answer, 0);
            }
        }
    }

    private Found worked(
            Key key,
            CompletableFuture<Table> mine,
            Deadline deadline,
            Supplier<Table> work,
            Supplier<Optional<Key>> present) {
        try {
            // Somebody may have finished between our first look and our turn.
            long at = nanos.getAsLong();
            Optional<Found> known = known(key);
            Found found = known.orElseGet(() -> new Found(work.get(), 0));
            if (known.isEmpty() && present.get().filter(key::equals).isPresent()) {
                keep(key, new Kept(found.table(), at, size(key, found.table())));
            }
            mine.complete(found.table());
            return found;
        } catch (RuntimeException e) {
            if (!deadline.isOver()) {
                mine.completeExceptionally(e);
            }
            throw e;
        } finally {
            running.remove(key, mine);
            mine.cancel(false); // where nothing came of it: that our time was over says nothing to others
        }
    }

    /** Null where the other gave up. */
    private static @Nullable Table waited(CompletableFuture<Table> other, Deadline deadline) {
        while (!deadline.isOver()) {
            try {
                return other.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillRunning) {
                // Our own deadline is looked at again.
            } catch (CancellationException gaveUp) {
                return null;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException failed) {
                    throw failed;
                }
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                deadline.cancel();
            }
        }
        throw deadline.exceeded();
    }

    private synchronized Optional<Found> known(Key key) {
        Kept found = kept.get(key);
        if (found == null) {
            return Optional.empty();
        }
        long age = nanos.getAsLong() - found.at();
        if (age >= key.holds()) {
            kept.remove(key);
            keptCells -= found.size();
            return Optional.empty();
        }
        return Optional.of(new Found(found.table(), age));
    }

    private synchronized void keep(Key key, Kept answer) {
        if (answer.size() > cells / LARGEST_SHARE) {
            return;
        }
        Kept before = kept.put(key, answer);
        keptCells += answer.size() - (before == null ? 0 : before.size());
        Iterator<Kept> oldest = kept.values().iterator();
        while (keptCells > cells) {
            keptCells -= oldest.next().size();
            oldest.remove();
        }
    }

    /**
     * A table without rows is not for nothing either; and a long text counts for many numbers, also that of the statement:
     * a million answers of one number each would be gigabytes of SQL.
     */
    private static long size(Key key, Table table) {
        long size = (1L + table.rows().size()) * table.columns().size()
                + key.statement().text().length() / LETTERS;
        for (List<@Nullable Object> row : table.rows()) {
            for (Object value : row) {
                size += value instanceof String text ? text.length() / LETTERS : 0;
            }
        }
        return size;
    }
}
