package io.bellwether.engine.duckdb;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The threads that native code runs on: a few of the platform's, and a queue. Native code holds the thread that it runs on,
 * and a virtual one's carrier with it: two slow questions on two cores would leave none for anybody, not even for a cancel.
 */
final class Workers implements AutoCloseable {
    /** The engine spreads each statement over the cores itself; more at once only share them. */
    private static final int THREADS = Math.max(4, Runtime.getRuntime().availableProcessors());

    /** Whoever comes after so many is told to come again. */
    private static final int WAITING = 256;

    /** How often one that waits for a thread looks at its deadline. */
    private static final long LOOK_EVERY_MS = 50;

    private static final int GRACE_SECONDS = 5;

    private static final ThreadFactory FACTORY =
            Thread.ofPlatform().daemon().name("bellwether-engine-", 0).factory();

    private final ThreadLocal<Boolean> isWorker = ThreadLocal.withInitial(() -> false);
    private final ThreadPoolExecutor pool;

    Workers() {
        this(THREADS, WAITING);
    }

    Workers(int threads, int waiting) {
        pool = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), FACTORY);
        pool.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs the work and waits for it; work within work stays on its thread. What has not begun when its deadline is over never
     * begins; what has begun looks at its deadline itself.
     */
    <T> T call(Deadline deadline, Callable<T> work) throws SQLException {
        if (isWorker.get()) {
            return now(work);
        }
        FutureTask<T> task = new FutureTask<>(() -> {
            isWorker.set(true);
            return work.call();
        });
        try {
            pool.execute(task);
        } catch (RejectedExecutionException e) {
            throw deadline.refused(pool.isShutdown() ? closed() : busy());
        }
        while (true) {
            try {
                return task.get(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (deadline.isOver() && pool.remove(task)) {
                    throw deadline.isCancelled() ? deadline.exceeded() : deadline.refused(busy());
                }
            } catch (InterruptedException e) {
                deadline.cancel();
                pool.remove(task);
                Thread.currentThread().interrupt();
                throw deadline.exceeded();
            } catch (CancellationException e) {
                throw closed();
            } catch (ExecutionException e) {
                throw thrown(Objects.requireNonNull(e.getCause()));
            }
        }
    }

    /** How many wait for a thread. */
    int waiting() {
        return pool.getQueue().size();
    }

    private static <T> T now(Callable<T> work) throws SQLException {
        try {
            return work.call();
        } catch (Exception e) {
            throw thrown(e);
        }
    }

    /** As what it was thrown. */
    private static SQLException thrown(Throwable failure) {
        switch (failure) {
            case SQLException e -> {
                return e;
            }
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failure);
        }
    }

    private static EngineException busy() {
        return EngineException.of(
                "E617",
                "the engine has more questions than it can take",
                "ask again in a few seconds, or for less at once");
    }

    private static EngineException closed() {
        return EngineException.of("E617", "the engine is being closed", "ask again once it has started");
    }

    /** What waits never begins; what has begun gets a moment to end. */
    @Override
    public void close() {
        pool.shutdownNow().forEach(waiting -> ((FutureTask<?>) waiting).cancel(false));
        try {
            pool.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
