package io.bellwether.app.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.store.Store;
import io.bellwether.app.store.StoreOnBoth.Opening;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LooksTest {
    private static final String STORES = "io.bellwether.app.store.StoreOnBoth#stores";

    private static int write(Looks looks, Store store, String day) {
        return looks.write(store, Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC);
    }

    private static Map<String, LocalDate> metrics(Store store) {
        return store.read(Looks::metrics);
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void countsByMonthAndForgetsAfterThirteen(Opening opening) {
        try (Store store = opening.open()) {
            Looks looks = new Looks();
            assertThat(write(looks, store, "2026-01-01")).isZero();
            looks.kpi("many");
            looks.kpi("many");
            looks.metric("revenue");
            assertThat(write(looks, store, "2026-01-10")).isEqualTo(2);
            assertThat(write(looks, store, "2026-01-11")).isZero();
            looks.kpi("many");
            write(looks, store, "2026-02-03");
            var seen = store.read(handle -> Looks.kpi(handle, "many")).orElseThrow();
            assertThat(seen).isEqualTo(new Looks.Seen(3, LocalDate.parse("2026-02-03")));
            var other = store.read(handle -> Looks.kpi(handle, "other"));
            assertThat(other).isEmpty();
            assertThat(metrics(store)).containsExactlyEntriesOf(Map.of("revenue", LocalDate.parse("2026-01-10")));
            looks.kpi("many");
            write(looks, store, "2027-03-01");
            assertThat(metrics(store)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(STORES)
    void noneIsLostBetweenManyWhoLookAndOneWhoWrites(Opening opening) throws Exception {
        try (Store store = opening.open();
                var threads = Executors.newFixedThreadPool(4)) {
            Looks looks = new Looks();
            for (int i = 0; i < 4; i++) {
                threads.submit(() -> {
                    for (int n = 0; n < 5_000; n++) {
                        looks.kpi("many");
                    }
                });
            }
            threads.shutdown();
            while (!threads.isTerminated()) {
                write(looks, store, "2026-01-10");
            }
            write(looks, store, "2026-01-10");
            assertThat(store.read(handle -> Looks.kpi(handle, "many"))
                            .orElseThrow()
                            .looks())
                    .isEqualTo(20_000);
        }
    }
}
