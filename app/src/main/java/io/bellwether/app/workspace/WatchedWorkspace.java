package io.bellwether.app.workspace;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.Diagnostic;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A workspace whose files are looked at now and then. Readers get a whole snapshot, never half of one; a broken file
 * never takes the last good catalog down.
 *
 * <p>It looks at sizes and times instead of listening: that is the same on every file system, network ones included, and
 * a folder of definitions is small.
 */
public final class WatchedWorkspace implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** After how many looks a server that could not be reached is asked again. */
    private static final int RETRY = 20;

    private final WorkspaceFolder folder;
    private final WorkspaceLoader loader;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Snapshot current;
    private volatile Consumer<Snapshot> listener = snapshot -> {};
    private Map<Path, String> loaded;
    private Map<Path, String> seen;
    private final InstantSource clock;
    private volatile Predicate<Set<String>> removed = kpis -> false;
    private volatile Runnable pause = () -> {};
    private @Nullable Snapshot good;
    private @Nullable Away away;
    private @Nullable Thread watcher;

    /**
     * Definitions that are not there, and may be back in a moment.
     *
     * @param files as they are without them; null while they have errors
     */
    private record Away(
            Vanished what, Instant since, @Nullable Snapshot files) {}

    /** Loads the workspace for the first time. */
    public WatchedWorkspace(WorkspaceFolder folder, WorkspaceLoader loader, InstantSource clock) {
        this.clock = clock;
        this.folder = folder;
        this.loader = loader;
        Map<Path, String> before = folder.fingerprint(List.of());
        this.current = loader.load(1);
        this.good = current.current() ? current : null;
        this.loaded = withImports(before);
        this.seen = loaded;
    }

    /** What the workspace is now. */
    public Snapshot current() {
        return current;
    }

    /** Tells of every load from now on, one after the other. */
    public void onLoad(Consumer<Snapshot> told) {
        listener = told;
    }

    /** Asks whether KPIs that are away were removed by somebody: those are not waited for. */
    public void unless(Predicate<Set<String>> known) {
        removed = known;
    }

    /** Does something every ten seconds, while it looks. */
    public void onPause(Runnable done) {
        pause = done;
    }

    /** Looks until closed, twice a second. */
    public synchronized void watch() {
        if (watcher == null) {
            watcher = Thread.ofVirtual().name("workspace-watch").start(this::lookAgainAndAgain);
        }
    }

    /**
     * Loads the same files once more where a server could not be asked what it has: that may be over, and no file will say so.
     *
     * @return whether something else came of it
     */
    public boolean retry() {
        looking.lock();
        try {
            if (current.problems().stream().noneMatch(WatchedWorkspace::isElsewhere)) {
                return false;
            }
            Snapshot again = loader.load(current.version() + 1);
            if (again.problems().equals(current.problems())) {
                return false;
            }
            take(again);
            return true;
        } finally {
            looking.unlock();
        }
    }

    /** Whether it is a server's or a connection's, not a file's. */
    private static boolean isElsewhere(Diagnostic problem) {
        return problem.isError() && problem.code().matches("E6\\d\\d|S42[123]");
    }

    /**
     * One look. A change is loaded once two looks in a row have seen the same files, so that half a save is no news.
     *
     * @return whether something new was loaded
     */
    public boolean look() {
        looking.lock();
        try {
            Map<Path, String> now = folder.fingerprint(current.imported());
            boolean settled = now.equals(seen);
            seen = now;
            if (!settled || now.equals(loaded)) {
                return settled && stayedAway();
            }
            take(loader.load(current.version() + 1));
            loaded = withImports(now);
            seen = loaded;
            return true;
        } finally {
            looking.unlock();
        }
    }

    /** Files that define less because one of them is gone or cut off are waited for; all else counts at once. */
    private void take(Snapshot files) {
        Snapshot last = good;
        Vanished vanished = last != null && files.current() ? Vanished.between(last, files) : null;
        if (vanished != null && last != null) {
            Instant now = clock.instant();
            Away before = away;
            boolean same = before != null && before.what().names().containsAll(vanished.names());
            Away still = new Away(vanished, before != null && same ? before.since() : now, files);
            away = still;
            if (isWaitedFor(still, last.last(), now)) {
                serve(files.missing(last, Problems.away(vanished, until(last.last(), still.since()))));
            } else {
                forget(still, files, files.version());
            }
            return;
        }
        away = files.current() || away == null ? null : new Away(away.what(), away.since(), null);
        good = files.current() ? files : last;
        serve(files.beside(current));
    }

    private static LocalDateTime until(Catalog catalog, Instant since) {
        return LocalDateTime.ofInstant(
                catalog.operations().removed(since),
                catalog.workspace().calendar().zone());
    }

    private boolean isWaitedFor(Away still, Catalog last, Instant now) {
        boolean meant = still.what().areKpis() && removed.test(still.what().kpis());
        return !meant && last.operations().removed(still.since()).isAfter(now);
    }

    private boolean stayedAway() {
        Away still = away;
        Snapshot last = good;
        if (still == null
                || still.files() == null
                || last == null
                || isWaitedFor(still, last.last(), clock.instant())) {
            return false;
        }
        forget(still, still.files(), current.version() + 1);
        return true;
    }

    private void forget(Away gone, Snapshot files, long version) {
        Snapshot without = files.without(gone.what().kpis(), version);
        away = null;
        good = without;
        serve(without);
    }

    private void serve(Snapshot next) {
        current = next;
        listener.accept(next);
    }

    /** The files as they were before the load, and those that the load was the first to ask for. */
    private Map<Path, String> withImports(Map<Path, String> before) {
        Map<Path, String> prints = new LinkedHashMap<>(folder.fingerprint(current.imported()));
        prints.keySet()
                .removeIf(
                        path -> !before.containsKey(path) && !current.imported().contains(path));
        prints.replaceAll((path, print) -> before.getOrDefault(path, print));
        return prints;
    }

    private void lookAgainAndAgain() {
        try {
            for (int looks = 1; ; looks++) {
                Thread.sleep(PAUSE);
                lookOnce(looks % RETRY == 0);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOnce(boolean andMore) {
        try {
            if (!look() && andMore) {
                retry();
                pause.run();
            }
        } catch (UncheckedIOException moved) {
            // The folder went away between two files of a look: the next one tells.
        }
    }

    @Override
    public synchronized void close() {
        if (watcher != null) {
            watcher.interrupt();
            watcher = null;
        }
    }
}
