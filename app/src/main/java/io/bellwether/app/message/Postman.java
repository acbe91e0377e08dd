package io.bellwether.app.message;

import io.bellwether.app.store.Change;
import io.bellwether.app.store.Store;
import io.bellwether.core.source.DiagnosticException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes what is due out of the outbox to its carriers, some at a time; several servers may each have one. */
public final class Postman implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int AT_ONCE = 16;
    /** Longer than any carrier may take. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final Supplier<Store> store;
    private final Carrier carrier;
    private final BackOff backOff;
    private final InstantSource clock;
    private final Duration lease;
    private final String holder = UUID.randomUUID().toString();
    private @Nullable Thread rounds;

    public Postman(Supplier<Store> store, Carrier carrier, BackOff backOff, InstantSource clock) {
        this(store, carrier, backOff, clock, LEASE);
    }

    /** @param lease how long a message is ours once taken; must be longer than the carrier may take */
    public Postman(Supplier<Store> store, Carrier carrier, BackOff backOff, InstantSource clock, Duration lease) {
        this.store = store;
        this.carrier = carrier;
        this.backOff = backOff;
        this.clock = clock;
        this.lease = lease;
    }

    /** What one round did. */
    public record Round(int sent, int later, int failed) {
        /** One sentence. */
        public String text() {
            return sent + " sent, " + later + " to be tried again, " + failed + " given up";
        }
    }

    /** Delivers all that is due now. */
    public Round deliver() {
        Round sum = new Round(0, 0, 0);
        while (true) {
            List<Outbox.Row> rows = Outbox.claim(store.get(), holder, clock.instant(), lease, AT_ONCE);
            if (rows.isEmpty()) {
                return sum;
            }
            Round round = together(rows);
            sum = new Round(sum.sent + round.sent, sum.later + round.later, sum.failed + round.failed);
        }
    }

    /** All at once, so that one receiver that does not answer holds up no other. */
    private Round together(List<Outbox.Row> rows) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> outcomes =
                    rows.stream().map(row -> threads.submit(() -> one(row))).toList();
            int sent = 0;
            int failed = 0;
            for (Future<Outcome> outcome : outcomes) {
                Outcome ended = outcome.get();
                sent += ended instanceof Outcome.Delivered ? 1 : 0;
                failed += ended instanceof Outcome.Never ? 1 : 0;
            }
            return new Round(sent, rows.size() - sent - failed, failed);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Round(0, 0, 0);
        }
    }

    private Outcome one(Outbox.Row row) {
        Outcome outcome = attempt(row);
        Instant at = clock.instant();
        return switch (outcome) {
            case Outcome.Delivered _ -> {
                Outbox.sent(store.get(), row, holder, at);
                yield outcome;
            }
            case Outcome.Later later
            when !backOff.isOver(row.attempts()) -> {
                Duration wait = later.after() == null ? backOff.after(row.attempts()) : later.after();
                Outbox.later(store.get(), row, holder, at.plus(wait), later.problem());
                yield outcome;
            }
            case Outcome.Later later -> failed(row, later.problem(), at);
            case Outcome.Never never -> failed(row, never.problem(), at);
        };
    }

    /** A fault of ours in one message holds up no other. */
    private Outcome attempt(Outbox.Row row) {
        try {
            return carrier.carry(row.message(), clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("message {} could not be carried", row.id(), e);
            return new Outcome.Later("Bellwether itself failed: " + e.getClass().getSimpleName(), null);
        }
    }

    private Outcome failed(Outbox.Row row, String problem, Instant at) {
        Map<String, Object> detail = Map.of("message", row.subject(), "problem", problem, "attempts", row.attempts());
        store.get().change(new Change(at, Change.BELLWETHER, "message.fail", row.about(), detail), handle -> {
            Outbox.failed(handle, row, holder, problem);
            return true;
        });
        return new Outcome.Never(problem);
    }

    /** Delivers again and again until closed. */
    public synchronized void start() {
        if (rounds == null) {
            rounds = Thread.ofVirtual().name("postman").start(this::rounds);
        }
    }

    private void rounds() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                deliver();
            } catch (DiagnosticException e) {
                LOG.warn("messages wait: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.warn("messages wait", e);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    @Override
    public synchronized void close() {
        if (rounds != null) {
            rounds.interrupt();
            try {
                rounds.join(Duration.ofSeconds(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            rounds = null;
        }
    }
}
