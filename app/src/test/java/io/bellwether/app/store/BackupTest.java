package io.bellwether.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.app.store.StoreOnBoth.Opening;
import io.bellwether.core.source.DiagnosticException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BackupTest {
    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.argumentSet("SQLite to SQLite", StoreOnBoth.sqlite(), StoreOnBoth.sqlite()),
                Arguments.argumentSet("SQLite to PostgreSQL", StoreOnBoth.sqlite(), StoreOnBoth.postgres()),
                Arguments.argumentSet("PostgreSQL to SQLite", StoreOnBoth.postgres(), StoreOnBoth.sqlite()));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatWasWrittenIsThereAgainAndTheChainGoesOn(Opening from, Opening to) throws IOException {
        try (Store source = from.open();
                Store target = to.open()) {
            say(source, "a");
            say(source, "b \u0000 ü\n".replace("\u0000", ""));
            byte[] backup = backup(source);
            Backup.read(target, new ByteArrayInputStream(backup), false);
            assertThat(entries(target)).isEqualTo(entries(source));
            say(target, "c");
            assertThat(target.read(Audit::verify)).isEqualTo(new Audit.Verified(3, null, null));
        }
    }

    @Test
    void aStoreThatHoldsSomethingIsReplacedOnlyOnRequest() throws IOException {
        try (Store source = StoreOnBoth.sqlite().open();
                Store target = StoreOnBoth.sqlite().open()) {
            say(source, "a");
            say(target, "b");
            byte[] backup = backup(source);
            assertThatThrownBy(() -> Backup.read(target, new ByteArrayInputStream(backup), false))
                    .isInstanceOf(DiagnosticException.class)
                    .hasMessageContaining("not empty");
            Backup.read(target, new ByteArrayInputStream(backup), true);
            assertThat(entries(target)).isEqualTo(entries(source));
        }
    }

    /** People go on while it is written: it holds one moment, and so does a look at the log. */
    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void whatIsWrittenMeanwhileIsInItWholeOrNotAtAll(Opening opening) throws Exception {
        try (Store source = opening.open();
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            AtomicBoolean goOn = new AtomicBoolean(true);
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                writers.add(threads.submit(() -> {
                    while (goOn.get()) {
                        say(source, "x".repeat(200));
                    }
                }));
            }
            List<byte[]> backups = new ArrayList<>();
            try {
                while (entries(source).size() < 50) {
                    Thread.sleep(5);
                }
                for (int i = 0; i < 5; i++) {
                    backups.add(backup(source));
                    assertThat(source.read(Audit::verify).brokenAt()).isNull();
                }
            } finally {
                goOn.set(false);
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            for (byte[] backup : backups) {
                try (Store target = StoreOnBoth.sqlite().open()) {
                    Backup.read(target, new ByteArrayInputStream(backup), false);
                    assertThat(target.read(Audit::verify).brokenAt()).isNull();
                    assertThat(target.read(Audit::verify).entries()).isGreaterThanOrEqualTo(50);
                }
            }
        }
    }

    @Test
    void halfABackupChangesNothing() throws IOException {
        try (Store source = StoreOnBoth.sqlite().open();
                Store target = StoreOnBoth.sqlite().open()) {
            say(source, "a".repeat(5_000));
            say(target, "b");
            byte[] backup = backup(source);
            byte[] half = java.util.Arrays.copyOf(backup, backup.length / 2);
            for (byte[] bad : List.of(half, "nothing of the kind".getBytes(StandardCharsets.UTF_8), new byte[0])) {
                assertThatThrownBy(() -> Backup.read(target, new ByteArrayInputStream(bad), true))
                        .isInstanceOf(DiagnosticException.class)
                        .hasMessageContaining("no backup");
            }
            assertThat(entries(target)).hasSize(1);
            assertThat(target.read(Audit::verify).brokenAt()).isNull();
        }
    }

    private static byte[] backup(Store store) throws IOException {
        var out = new ByteArrayOutputStream();
        Backup.write(store, out);
        return out.toByteArray();
    }

    private static List<Audit.Entry> entries(Store store) {
        return store.read(handle -> Audit.latest(handle, Optional.empty(), 100));
    }

    private static void say(Store store, String text) {
        var change = new Change(
                Instant.parse("2026-11-22T12:00:00Z"), "maria@example.com", "say", "thing:1", Map.of("text", text));
        store.change(change, handle -> 1);
    }
}
