package io.bellwether.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody outside who waits for an answer. Every {@link Deadline} that begins {@link #during} their question is over once
 * they have left, and every statement under it takes one of their client's places.
 */
public final class Asker {
    private static final ScopedValue<Asker> ASKING = ScopedValue.newInstance();

    private final Share share;
    private volatile boolean left;
    private volatile @Nullable EngineException refusal;

    /** @param share of the client that asks, for all that it asks at the same time */
    public Asker(Share share) {
        this.share = share;
    }

    /** Does the work for this asker; threads that the work starts do theirs for nobody. */
    public <T> T during(Supplier<T> work) {
        return ScopedValue.where(ASKING, this).call(work::get);
    }

    /** The one that this thread works for, or null for nobody who could leave. */
    static @Nullable Asker current() {
        return ASKING.isBound() ? ASKING.get() : null;
    }

    /** Nobody waits for the answer any more. */
    public void leave() {
        left = true;
    }

    public boolean hasLeft() {
        return left;
    }

    /** That the engines had no room for one of the statements: whatever was answered without it is not whole. */
    public Optional<EngineException> refusal() {
        return Optional.ofNullable(refusal);
    }

    EngineException refused(EngineException why) {
        refusal = why;
        return why;
    }

    Share share() {
        return share;
    }
}
