package io.bellwether.engine.duckdb;

import io.bellwether.engine.EngineException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that native code runs on: a few of the platform's, and a queue. Native code holds the thread that it runs on,
 * and a virtual one's carrier with it: two slow questions on two cores would leave none for anybody, not even for a cancel.
 */
final class Workers implements AutoCloseable {
    /** The engine spreads each statement over the cores itself; more at once only share them. */
    private static final int THREADS = Math.max(4, Runtime.getRuntime().availableProcessors());

    /** Whoever comes after so many is told to come again. */
    private static final int WAITING = 256;

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

    /** Runs the work and waits for it; work within work stays on its thread. */
    <T> T call(Callable<T> work) throws SQLException {
        if (isWorker.get()) {
            return now(work);
        }
        Future<T> future;
        try {
            future = pool.submit(() -> {
                isWorker.set(true);
                return work.call();
            });
        } catch (RejectedExecutionException e) {
            throw pool.isShutdown() ? closed() : busy();
        }
        try {
            return future.get();
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw closed();
        } catch (ExecutionException e) {
            throw thrown(Objects.requireNonNull(e.getCause()));
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

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
