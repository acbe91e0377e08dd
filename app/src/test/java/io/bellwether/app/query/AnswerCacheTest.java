package io.bellwether.app.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.core.catalog.Column;
import io.bellwether.core.expression.Type;
import io.bellwether.core.sql.SqlStatement;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import io.bellwether.engine.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnswerCacheTest {
    private final AnswerCache cache = new AnswerCache(100);
    private final AtomicInteger worked = new AtomicInteger();

    private static AnswerCache.Key key(String sql, String... versions) {
        return new AnswerCache.Key(new SqlStatement(sql, List.of("x")), List.of(versions));
    }

    /** A table of one column that takes that many cells of a cache. */
    private static Table table(int cells) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 1; i < cells; i++) {
            rows.add(List.of(i));
        }
        return new Table(List.of(new Column("x", Type.INTEGER)), List.copyOf(rows));
    }

    private Table ask(AnswerCache.Key key, int cells) {
        return cache.answer(key, Deadline.none(), () -> worked(cells), () -> Optional.of(key))
                .table();
    }

    private Table worked(int cells) {
        worked.incrementAndGet();
        return table(cells);
    }

    @Test
    void theSameStatementOverTheSameDataRunsOnce() {
        Table first = ask(key("a", "1"), 2);
        assertThat(ask(key("a", "1"), 2)).isSameAs(first);
        assertThat(worked).hasValue(1);
        ask(key("a", "2"), 2);
        ask(key("b", "1"), 2);
        assertThat(worked).hasValue(3);
    }

    @Test
    void whatHasNoVersionIsGivenAgainForAWhileAndSaysItsAge() {
        AtomicLong clock = new AtomicLong(1_000);
        AnswerCache timed = new AnswerCache(100, clock::get);
        var key = new AnswerCache.Key(new SqlStatement("a", List.of("x")), List.of(), 60);
        Supplier<AnswerCache.Found> ask =
                () -> timed.answer(key, Deadline.none(), () -> worked(2), () -> Optional.of(key));
        assertThat(ask.get().age()).isZero();
        clock.addAndGet(59);
        assertThat(ask.get().age()).isEqualTo(59);
        assertThat(worked).hasValue(1);
        clock.addAndGet(1);
        assertThat(ask.get().age()).as("too old, and read again").isZero();
        assertThat(worked).hasValue(2);
    }

    @Test
    void whoWasNotAskedForTheLongestGoesFirst() {
        for (String sql : List.of("a", "b", "c", "d", "a", "e")) {
            ask(key(sql), 25); // four fit, so that e drives out b
        }
        assertThat(worked).hasValue(5);
        ask(key("a"), 25);
        assertThat(worked).hasValue(5);
        ask(key("b"), 25);
        assertThat(worked).hasValue(6);
    }

    @Test
    void anAnswerThatWouldDriveOutAllOthersIsNotKept() {
        ask(key("small"), 2);
        ask(key("large"), 26);
        ask(key("large"), 26);
        ask(key("small"), 2);
        assertThat(worked).hasValue(3);
    }

    @Test
    void longTextsAndLongStatementsCountForWhatTheyTake() {
        Table text = new Table(List.of(new Column("x", Type.TEXT)), List.of(List.of("x".repeat(3_200))));
        for (int twice = 0; twice < 2; twice++) {
            cache.answer(
                    key("text"),
                    Deadline.none(),
                    () -> {
                        worked.incrementAndGet();
                        return text;
                    },
                    () -> Optional.of(key("text")));
        }
        assertThat(worked).as("as large as the whole cache").hasValue(2);
        String sql = "select " + "x".repeat(20 * 32); // with its two cells a fifth of the cache and more: four fit
        for (int i = 0; i < 5; i++) {
            ask(key(sql + i), 2);
        }
        assertThat(worked).hasValue(7);
        ask(key(sql + 4), 2);
        assertThat(worked).hasValue(7);
        ask(key(sql + 0), 2);
        assertThat(worked).hasValue(8);
    }

    @Test
    void manyAskersOneFailsOneLeavesTheOthersGetTheAnswer() {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        Deadline leaving = Deadline.none();
        var first = CompletableFuture.supplyAsync(() -> cache.answer(
                key("a"),
                leaving,
                () -> {
                    held(begun, go);
                    throw leaving.exceeded();
                },
                () -> Optional.of(key("a"))));
        await(begun);
        List<CompletableFuture<Table>> others = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            others.add(CompletableFuture.supplyAsync(() -> ask(key("a"), 2), Thread::startVirtualThread));
        }
        leaving.cancel();
        go.countDown();
        assertThat(others).allSatisfy(other -> assertThat(other.join().rows()).hasSize(1));
        assertThatThrownBy(first::join).isInstanceOf(CompletionException.class);
        assertThat(worked).as("the first's, and one for all others").hasValue(2);
    }

    @Test
    void anErrorOfTheFirstIsTriedAgainByTheNext() {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> cache.answer(
                key("a"),
                Deadline.none(),
                () -> {
                    held(begun, go);
                    throw new StackOverflowError();
                },
                () -> Optional.of(key("a"))));
        await(begun);
        var other = CompletableFuture.supplyAsync(() -> ask(key("a"), 2), Thread::startVirtualThread);
        go.countDown();
        assertThat(other.join().rows()).hasSize(1);
        assertThatThrownBy(first::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void dataThatChangedMeanwhileIsNotKept() {
        Supplier<Optional<AnswerCache.Key>> changed = () -> Optional.of(key("a", "2"));
        cache.answer(key("a", "1"), Deadline.none(), () -> worked(2), changed);
        ask(key("a", "1"), 2);
        assertThat(worked).hasValue(2);
    }

    @Test
    void failuresAreNotKept() {
        assertThatThrownBy(() -> cache.answer(key("a"), Deadline.none(), AnswerCacheTest::broken, Optional::empty))
                .isInstanceOf(EngineException.class);
        ask(key("a"), 2);
        assertThat(worked).hasValue(1);
    }

    private static Table broken() {
        throw EngineException.of("E605", "broken", null);
    }

    @Test
    void ofEqualQuestionsAtTheSameTimeOneWorks() {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(
                () -> cache.answer(key("a"), Deadline.none(), () -> held(begun, go), () -> Optional.of(key("a"))));
        await(begun);
        var others = List.of(
                CompletableFuture.supplyAsync(() -> ask(key("a"), 2)),
                CompletableFuture.supplyAsync(() -> ask(key("a"), 2)));
        Table another = ask(key("b"), 2); // is not held up
        go.countDown();
        Table answer = first.join().table();
        assertThat(others).allSatisfy(other -> assertThat(other.join()).isSameAs(answer));
        assertThat(another).isNotSameAs(answer);
        assertThat(worked).hasValue(2);
    }

    @Test
    void whoWaitsKeepsItsOwnDeadlineAndOutlivesTheOthers() {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        Deadline leaders = Deadline.none();
        var first = CompletableFuture.supplyAsync(() -> cache.answer(
                key("a"),
                leaders,
                () -> {
                    held(begun, go);
                    throw leaders.exceeded();
                },
                () -> Optional.of(key("a"))));
        await(begun);
        Deadline over = Deadline.none();
        over.cancel();
        assertThatThrownBy(() -> cache.answer(key("a"), over, () -> worked(2), () -> Optional.of(key("a"))))
                .hasMessageContaining("E602");
        var patient = CompletableFuture.supplyAsync(() -> ask(key("a"), 3));
        leaders.cancel();
        go.countDown();
        assertThat(patient.join().rows()).hasSize(2);
        assertThat(first).isCompletedExceptionally();
    }

    private Table held(CountDownLatch begun, CountDownLatch go) {
        begun.countDown();
        await(go);
        return worked(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
