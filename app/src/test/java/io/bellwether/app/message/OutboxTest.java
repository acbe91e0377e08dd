package io.bellwether.app.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.store.Audit;
import io.bellwether.app.store.Change;
import io.bellwether.app.store.Store;
import io.bellwether.app.store.StoreOnBoth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutboxTest {
    private static final Instant NOON = Instant.parse("2026-11-14T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);

    private static Message message(String key) {
        return Writing.write(key, "alert:Revenue", Letters.letter("Revenue is off track"), Letters.MARIA);
    }

    private static boolean add(Store store, String key) {
        return store.keep(handle -> Outbox.add(handle, message(key), NOON));
    }

    private static Optional<Outbox.Row> one(Store store, String key) {
        return store.read(handle -> Outbox.one(handle, key));
    }

    private static long count(Store store, Outbox.State state) {
        return store.read(handle -> Outbox.count(handle, state));
    }

    private static boolean again(Store store, long id, Instant at) {
        return store.keep(handle -> Outbox.again(handle, id, at));
    }

    private Postman postman(Store store, Carrier carrier) {
        var backOff = new BackOff(Duration.ofSeconds(30), Duration.ofHours(2), 3, () -> 1.0);
        return new Postman(() -> store, carrier, backOff, clock::get, LEASE);
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void aMessageIsThereOnceOrNotAtAll(StoreOnBoth.Opening opening) {
        try (Store store = opening.open()) {
            assertThat(add(store, "a")).isTrue();
            assertThat(add(store, "a")).isFalse();
            try {
                store.change(new Change(NOON, Change.BELLWETHER, "alert.fail", "kpi:revenue", Map.of()), handle -> {
                    Outbox.add(handle, message("b"), NOON);
                    throw new IllegalStateException("the cause failed");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("the cause failed");
            }
            assertThat(one(store, "b")).isEmpty();
            assertThat(count(store, Outbox.State.WAITING)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void whatFailsComesBackLaterAndLaterAndIsGivenUpForAllToSee(StoreOnBoth.Opening opening) {
        try (Store store = opening.open()) {
            add(store, "a");
            Postman postman = postman(store, (message, at) -> new Outcome.Later("no answer", null));
            assertThat(postman.deliver()).isEqualTo(new Postman.Round(0, 1, 0));
            assertThat(postman.deliver()).isEqualTo(new Postman.Round(0, 0, 0));
            clock.set(NOON.plusSeconds(29));
            assertThat(postman.deliver()).isEqualTo(new Postman.Round(0, 0, 0));
            clock.set(NOON.plusSeconds(30));
            assertThat(postman.deliver()).isEqualTo(new Postman.Round(0, 1, 0));
            clock.set(NOON.plusSeconds(90));
            assertThat(postman.deliver()).isEqualTo(new Postman.Round(0, 0, 1));
            Outbox.Row row = store.read(handle -> Outbox.one(handle, "a")).orElseThrow();
            assertThat(row.state()).isEqualTo("FAILED");
            assertThat(row.problem()).isEqualTo("no answer");
            List<Audit.Entry> log = store.read(handle -> Audit.latest(handle, Optional.of("alert:Revenue"), 5));
            assertThat(log).extracting(Audit.Entry::action).containsExactly("message.fail");

            assertThat(again(store, row.id(), clock.get())).isTrue();
            assertThat(postman(store, (message, at) -> new Outcome.Delivered())
                            .deliver()
                            .sent())
                    .isEqualTo(1);
            assertThat(again(store, row.id(), clock.get())).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void whatADeadServerTookIsTakenByTheNextAfterTheLease(StoreOnBoth.Opening opening) {
        try (Store store = opening.open()) {
            add(store, "a");
            assertThat(Outbox.claim(store, "dead", NOON, LEASE, 10)).hasSize(1);
            assertThat(Outbox.claim(store, "next", NOON.plusSeconds(59), LEASE, 10))
                    .isEmpty();
            List<Outbox.Row> taken = Outbox.claim(store, "next", NOON.plusSeconds(60), LEASE, 10);
            assertThat(taken).hasSize(1);
            Outbox.sent(store, taken.getFirst(), "dead", NOON);
            assertThat(count(store, Outbox.State.SENT)).isZero();
            Outbox.sent(store, taken.getFirst(), "next", NOON);
            assertThat(count(store, Outbox.State.SENT)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void severalServersShareTheWorkAndNoMessageGoesTwice(StoreOnBoth.Opening opening) throws Exception {
        var carried = new ConcurrentLinkedQueue<String>();
        try (Store store = opening.open();
                Store other = opening.open()) {
            for (int i = 0; i < 60; i++) {
                add(store, "m" + i);
            }
            Carrier carrier = (message, at) -> {
                carried.add(message.key());
                return new Outcome.Delivered();
            };
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Store> both = List.of(store, other, store, other);
                var rounds = new ArrayList<java.util.concurrent.Future<Postman.Round>>();
                both.forEach(one ->
                        rounds.add(threads.submit(() -> postman(one, carrier).deliver())));
                int sent = 0;
                for (var round : rounds) {
                    sent += round.get().sent();
                }
                assertThat(sent).isEqualTo(60);
            }
            assertThat(carried).hasSize(60);
            assertThat(new HashSet<>(carried)).hasSize(60);
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void aFaultInACarrierHoldsUpNoOtherMessageAndWhatIsOldIsForgotten(StoreOnBoth.Opening opening) {
        try (Store store = opening.open()) {
            add(store, "bad");
            add(store, "good");
            Carrier carrier = (message, at) -> {
                if (message.key().equals("bad")) {
                    throw new IllegalStateException("a fault");
                }
                return new Outcome.Delivered();
            };
            assertThat(postman(store, carrier).deliver()).isEqualTo(new Postman.Round(1, 1, 0));
            int forgotten = store.keep(handle -> Outbox.clean(handle, NOON.plusSeconds(1)));
            assertThat(forgotten).isEqualTo(1);
            List<Outbox.Row> left = store.read(handle -> Outbox.latest(handle, Optional.empty(), 9));
            assertThat(left).extracting(Outbox.Row::key).containsExactly("bad");
        }
    }
}
