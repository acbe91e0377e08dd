package io.bellwether.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.app.store.StoreOnBoth.Opening;
import io.bellwether.core.source.DiagnosticException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StoreTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void aChangeIsThereAfterOpeningAgainWithItsRecord(Opening store) {
        try (Store first = store.open()) {
            first.change(change("1"), handle -> handle.execute("create table thing (name text)"));
            first.change(change("2"), handle -> handle.execute("insert into thing values ('a')"));
        }
        try (Store again = store.open()) {
            assertThat(again.<String>read(h -> h.createQuery("select name from thing")
                            .mapTo(String.class)
                            .one()))
                    .isEqualTo("a");
            List<Audit.Entry> entries = again.read(h -> Audit.latest(h, Optional.empty(), 10));
            assertThat(entries).extracting(Audit.Entry::sequence).containsExactly(2L, 1L);
            assertThat(entries.getFirst().at()).isEqualTo(NOON);
            assertThat(entries.getFirst().detail()).isEqualTo("{\"n\":\"2\"}");
            assertThat(again.read(Audit::verify)).isEqualTo(new Audit.Verified(2, null, null));
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void aChangeThatFailsLeavesNeitherRowsNorARecord(Opening opening) {
        try (Store store = opening.open()) {
            store.keep(handle -> handle.execute("create table thing (name text not null)"));
            assertThatThrownBy(() -> store.change(change("1"), handle -> {
                        handle.execute("insert into thing values ('a')");
                        return handle.execute("insert into thing values (null)");
                    }))
                    .isInstanceOf(DiagnosticException.class)
                    .hasMessageContaining("the store did not take it");
            assertThat(store.<Integer>read(StoreTest::things)).isZero();
            assertThat(store.read(Audit::verify)).isEqualTo(new Audit.Verified(0, null, null));
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void changesOfManyThreadsAreAChain(Opening opening) throws Exception {
        try (Store store = opening.open();
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> changes = IntStream.range(0, 80)
                    .<Callable<Integer>>mapToObj(i -> () -> store.change(change("" + i), handle -> i))
                    .toList();
            for (Future<Integer> done : threads.invokeAll(changes)) {
                done.get();
            }
            assertThat(store.read(Audit::verify)).isEqualTo(new Audit.Verified(80, null, null));
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void meddlingShows(Opening opening) {
        assertBroken(opening, "update audit set detail = '{}' where sequence = 2", 2, "changed");
    }

    @Test
    void takingOutShows() {
        assertBroken(StoreOnBoth.sqlite(), "delete from audit where sequence = 2", 3, "records 2 to 2 are missing");
        assertBroken(StoreOnBoth.sqlite(), "delete from audit where sequence = 3", 3, "missing");
    }

    private static void assertBroken(Opening opening, String meddling, long at, String why) {
        try (Store store = opening.open()) {
            IntStream.range(0, 3).forEach(i -> store.change(change("" + i), handle -> i));
            store.keep(handle -> handle.execute(meddling));
            Audit.Verified found = store.read(Audit::verify);
            assertThat(found.brokenAt()).isEqualTo(at);
            assertThat(found.why()).contains(why);
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void aStoreOfANewerVersionIsNotTouched(Opening opening) {
        try (Store store = opening.open()) {
            store.keep(handle -> handle.execute(
                    "insert into store_version (installed_rank, version, description, type, script, installed_by,"
                            + " execution_time, success) values (900, '900', 'x', 'SQL', 'V900__x.sql', 'x', 1, "
                            + (store.kind() == StoreKind.SQLITE ? "1" : "true") + ")"));
        }
        assertThatThrownBy(opening::open)
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("newer Bellwether");
    }

    @Test
    void nothingIsAcknowledgedOnceTheFileIsNotThere(@TempDir Path folder) throws Exception {
        Path state = folder.resolve(".bellwether");
        Path file = state.resolve("store.db");
        try (Store store = Stores.inFolder(state)) {
            store.change(change("1"), handle -> 0);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
                    .isEqualTo("rwx------");

            Files.move(file, state.resolve("away.db"));
            assertRefused(store);
            Files.copy(state.resolve("away.db"), file);
            assertRefused(store);
            Files.delete(file);
            Files.move(state.resolve("away.db"), file);
            store.change(change("2"), handle -> 0);
            assertThat(store.read(Audit::verify)).isEqualTo(new Audit.Verified(2, null, null));
        }
    }

    private static void assertRefused(Store store) {
        assertThatThrownBy(() -> store.change(change("x"), handle -> 0))
                .hasMessageContaining("moved, replaced or deleted");
        assertThatThrownBy(() -> store.keep(handle -> 0)).hasMessageContaining("moved, replaced or deleted");
    }

    @Test
    void aFileThatIsNoStoreIsAProblem(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("store.db");
        Files.writeString(file, "not a database, but long enough to look like one".repeat(100));
        assertThatThrownBy(() -> Stores.sqlite(file))
                .isInstanceOf(DiagnosticException.class)
                .hasMessageContaining("cannot be opened");
    }

    /** Of another process, as of this one; reading changes nothing, nor does what is taken back. */
    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void theStampIsAnotherAfterEveryWrite(Opening opening) {
        try (Store store = opening.open();
                Store other = opening.open()) {
            String first = store.stamp();
            store.read(handle -> 1);
            assertThat(store.stamp()).isEqualTo(first);
            store.change(change("1"), handle -> 1);
            String second = store.stamp();
            assertThat(second).isNotEqualTo(first);
            other.change(change("2"), handle -> 1);
            String third = store.stamp();
            assertThat(third).isNotIn(first, second);
            store.keep(handle -> handle.execute("update audit_end set sequence = sequence + 1"));
            String fourth = store.stamp();
            assertThat(fourth).isNotIn(first, second, third);
            assertThatThrownBy(() -> store.read(handle -> handle.createQuery("select nonsense")
                            .mapTo(String.class)
                            .one()))
                    .isInstanceOf(DiagnosticException.class);
            assertThat(store.stamp()).isNotIn(first, second, third, fourth);
        }
    }

    private static int things(Handle handle) {
        return handle.createQuery("select count(*) from thing")
                .mapTo(Integer.class)
                .one();
    }

    private static Change change(String n) {
        return new Change(NOON, "maria@example.com", "test", "thing:" + n, Map.of("n", n));
    }
}
