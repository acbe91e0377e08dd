package io.bellwether.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkersTest {
    @Test
    void workRunsOnThreadsOfThePlatformAndWithinWorkOnTheSame() throws Exception {
        try (Workers workers = new Workers(1, 1)) {
            List<Thread> seen = new ArrayList<>();
            String answer = workers.call(Deadline.none(), () -> {
                seen.add(Thread.currentThread());
                return workers.call(Deadline.none(), () -> {
                    seen.add(Thread.currentThread());
                    return "done";
                });
            });
            assertThat(answer).isEqualTo("done");
            assertThat(seen.getFirst().isVirtual()).isFalse();
            assertThat(seen.getLast()).isSameAs(seen.getFirst());
        }
    }

    @Test
    void whoeverComesToAFullQueueIsToldToComeAgain() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (Workers workers = new Workers(1, 1);
                var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(() -> held(workers, begun, go), askers);
            begun.await();
            var second = CompletableFuture.supplyAsync(() -> held(workers, new CountDownLatch(1), go), askers);
            while (workers.waiting() == 0) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> workers.call(Deadline.none(), () -> "third"))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("E617");
            go.countDown();
            assertThat(first.join()).isEqualTo("held");
            assertThat(second.join()).isEqualTo("held");
        }
    }

    private static String held(Workers workers, CountDownLatch begun, CountDownLatch go) {
        try {
            return workers.call(Deadline.none(), () -> {
                begun.countDown();
                go.await();
                return "held";
            });
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWorkThrowsIsThrownAsItIs() {
        try (Workers workers = new Workers(1, 1)) {
            assertThatThrownBy(() -> workers.call(Deadline.none(), () -> {
                        throw new SQLException("of the engine");
                    }))
                    .isInstanceOf(SQLException.class)
                    .hasMessage("of the engine");
            assertThatThrownBy(() -> workers.call(Deadline.none(), () -> {
                        throw new IllegalArgumentException("of ours");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatHasNotBegunWhenItsTimeIsOverNeverBegins() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (Workers workers = new Workers(1, 2);
                var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(() -> held(workers, begun, go), askers);
            begun.await();
            Deadline cancelled = Deadline.none();
            cancelled.cancel();
            assertThatThrownBy(() -> workers.call(cancelled, () -> "never")).hasMessageContaining("E602");
            assertThatThrownBy(() -> workers.call(Deadline.in(Duration.ZERO), () -> "never"))
                    .hasMessageContaining("E617");
            assertThat(workers.waiting()).isZero();
            go.countDown();
            assertThat(first.join()).isEqualTo("held");
        }
    }
}
