package io.bellwether.engine;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long work may go on: until a moment passes or somebody cancels it. One deadline may stand over many statements;
 * cancelling stops them all.
 */
public final class Deadline {
    private static final Duration LONGEST = Duration.ofDays(365);

    private final Duration limit;
    private final long end;
    private volatile boolean cancelled;

    private Deadline(Duration limit) {
        this.limit = limit;
        this.end = System.nanoTime() + limit.toNanos();
    }

    /** Ends that long after this call. */
    public static Deadline in(Duration limit) {
        return new Deadline(limit.compareTo(LONGEST) > 0 ? LONGEST : limit);
    }

    /** Ends by {@link #cancel} alone. */
    public static Deadline none() {
        return new Deadline(LONGEST);
    }

    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    /** Whether the work has to stop, for either reason. */
    public boolean isOver() {
        return cancelled || end - System.nanoTime() <= 0;
    }

    /** What is left of it; not below one second, since drivers take 0 for no limit. */
    public int seconds() {
        return (int) Math.max(1, TimeUnit.NANOSECONDS.toSeconds(end - System.nanoTime()) + 1);
    }

    /** The problem to report where this deadline stopped the work. */
    public EngineException exceeded() {
        if (cancelled) {
            return EngineException.of("E602", "the query was cancelled", null);
        }
        return EngineException.of(
                "E601",
                "no answer within " + limit.toMillis() / 1000.0 + " s",
                "ask for fewer periods or dimensions, or allow more time");
    }
}
