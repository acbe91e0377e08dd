package io.bellwether.app.server;

import io.bellwether.app.page.Finished;
import io.bellwether.app.page.ScorecardFilter;
import io.bellwether.app.query.Reads;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.core.time.AsOf;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The texts of scorecards that were asked for before, given again while nothing that they stand on has changed: the
 * definitions, the store, the data, and the as-of, which is another one every minute. Each is looked at for every request,
 * so the next one after a change sees it:
 *
 * <pre>
 *   ask ──▶ kept, of the same definitions, store and data? ──▶ the text
 *             │ no
 *             ▼
 *           made right now? ──▶ wait a little, look again
 *             │ no
 *             ▼
 *           make, keep it if all is still the same and nothing failed
 * </pre>
 *
 * Those that nobody asked for the longest go first.
 */
final class FinishedScorecards {
    private static final long BYTES = 32L * 1024 * 1024;

    /** What one takes beside its text: its key, its tag and the names of what it was read from. */
    private static final int BESIDE = 2_048;

    /** How long the work of another is waited for before one works too; a scorecard that is kept seldom takes longer. */
    private static final long PATIENCE_MS = 2_000;

    /** What is asked. */
    record Key(AsOf asOf, ScorecardFilter filter, @Nullable String reader) {}

    /** @param size in bytes, packed form included */
    private record Kept(Finished text, Snapshot snapshot, Footing.State state, Reads reads, long size) {}

    private final Footing footing;
    private final long bytes;
    private final Map<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Key, CompletableFuture<Boolean>> running = new ConcurrentHashMap<>();
    private long keptBytes;

    FinishedScorecards(Footing footing) {
        this(footing, BYTES);
    }

    FinishedScorecards(Footing footing, long bytes) {
        this.footing = footing;
        this.bytes = bytes;
    }

    /** The kept text, or what the work brings. */
    Finished answer(Key key, Snapshot snapshot, Supplier<Finished> work) {
        Optional<Finished> known = known(key, snapshot);
        if (known.isPresent()) {
            return known.get();
        }
        var mine = new CompletableFuture<Boolean>();
        CompletableFuture<Boolean> other = running.putIfAbsent(key, mine);
        if (other != null) {
            waitFor(other);
            return known(key, snapshot).orElseGet(() -> made(key, snapshot, work));
        }
        try {
            // Somebody may have finished between our first look and our turn.
            return known(key, snapshot).orElseGet(() -> made(key, snapshot, work));
        } finally {
            running.remove(key, mine);
            mine.complete(true);
        }
    }

    private static void waitFor(CompletableFuture<Boolean> other) {
        try {
            other.completeOnTimeout(false, PATIENCE_MS, TimeUnit.MILLISECONDS).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private Finished made(Key key, Snapshot snapshot, Supplier<Finished> work) {
        Optional<Footing.State> before = state(snapshot);
        Reads reads = new Reads();
        Finished text = reads.during(work);
        boolean holds = before.isPresent()
                && state(snapshot).filter(before.get()::isSame).isPresent()
                && footing.holds(reads);
        if (holds) {
            long size = (long) text.bytes().length + text.packed().length + BESIDE;
            keep(key, new Kept(text, snapshot, before.get(), reads, size));
        }
        return text;
    }

    private Optional<Footing.State> state(Snapshot snapshot) {
        return footing.state(snapshot.last());
    }

    private Optional<Finished> known(Key key, Snapshot snapshot) {
        Kept found;
        synchronized (this) {
            found = kept.get(key);
        }
        if (found == null || found.snapshot() != snapshot) {
            return Optional.empty();
        }
        boolean same = state(snapshot).filter(found.state()::isSame).isPresent();
        return same && footing.holds(found.reads()) ? Optional.of(found.text()) : Optional.empty();
    }

    private synchronized void keep(Key key, Kept one) {
        dropOthers(one.snapshot());
        Kept before = kept.put(key, one);
        keptBytes += one.size() - (before == null ? 0 : before.size());
        Iterator<Kept> oldest = kept.values().iterator();
        while (keptBytes > bytes) {
            keptBytes -= oldest.next().size();
            oldest.remove();
        }
    }

    /** No text of earlier definitions is given again, and each would keep them in memory. */
    private void dropOthers(Snapshot present) {
        kept.values().removeIf(old -> {
            boolean other = old.snapshot() != present;
            keptBytes -= other ? old.size() : 0;
            return other;
        });
    }
}
