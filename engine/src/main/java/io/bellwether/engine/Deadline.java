package io.bellwether.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long work may go on: until a moment passes, somebody cancels it, or the {@link Asker} that it is done for has left. One
 * deadline may stand over many statements; cancelling stops them all.
 */
public final class Deadline {
    private static final Duration LONGEST = Duration.ofDays(365);

    private final Duration limit;
    private final long end;
    private final @Nullable Asker asker;
    private volatile boolean cancelled;

    private Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
        this.asker = Asker.current();
    }

    /** Ends that long after this call. */
    public static Deadline in(Duration limit) {
        return new Deadline(limit.compareTo(LONGEST) > 0 ? LONGEST : limit);
    }

    /** Ends by {@link #cancel} and by the leaving of the asker alone. */
    public static Deadline none() {
        return new Deadline(LONGEST);
    }

    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled || (asker != null && asker.hasLeft());
    }

    /** Whether the work has to stop, for whatever reason. */
    public boolean isOver() {
        return isCancelled() || end - System.nanoTime() <= 0;
    }

    /** What is left of it; not below one second, since drivers take 0 for no limit. */
    public int seconds() {
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime()) + 1);
    }

    /** The problem to report where this deadline stopped the work. */
    public EngineException exceeded() {
        if (isCancelled()) {
            return EngineException.of("E602", "the query was cancelled", null);
        }
        return EngineException.of(
                "E601",
                "no answer within " + limit.toMillis() / 1000.0 + " s",
                "ask for fewer periods or dimensions, or allow more time");
    }

    /** A statement's place among those of its client. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * The place of one statement, from before it waits for its turn until it has ended.
     *
     * @throws EngineException where the client has too many already
     */
    public Place place() {
        if (asker == null) {
            return () -> {};
        }
        Share share = asker.share();
        if (!share.take()) {
            throw asker.refused(share.full());
        }
        return share::giveBack;
    }

    /** The same problem, kept for the asker: what they get without this statement is not the whole answer. */
    public EngineException refused(EngineException why) {
        return asker == null ? why : asker.refused(why);
    }
}
