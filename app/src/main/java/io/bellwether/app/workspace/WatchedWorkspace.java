package io.bellwether.app.workspace;

import io.bellwether.core.source.Diagnostic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
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
    private @Nullable Thread watcher;

    /** Loads the workspace for the first time. */
    public WatchedWorkspace(WorkspaceFolder folder, WorkspaceLoader loader) {
        this.folder = folder;
        this.loader = loader;
        Map<Path, String> before = folder.fingerprint(List.of());
        this.current = loader.load(1);
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
            Snapshot again = loader.load(current.version() + 1).beside(current);
            if (again.problems().equals(current.problems())) {
                return false;
            }
            current = again;
            listener.accept(current);
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
                return false;
            }
            current = loader.load(current.version() + 1).beside(current);
            loaded = withImports(now);
            seen = loaded;
            listener.accept(current);
            return true;
        } finally {
            looking.unlock();
        }
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
                if (!look() && looks % RETRY == 0) {
                    retry();
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
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
