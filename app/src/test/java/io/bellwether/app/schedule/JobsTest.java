package io.bellwether.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.store.Store;
import io.bellwether.app.store.StoreOnBoth;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobsTest {
    private static final Jobs.Pace FAST = new Jobs.Pace(Duration.ofMillis(50), Duration.ofMillis(200));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Job job(String name, Cadence cadence, Job.Work work) {
        return new Job(name, "for a test", () -> cadence, work);
    }

    private static Cadence daily() {
        return new Cadence.Daily(LocalTime.of(3, 0), ZoneOffset.UTC);
    }

    private static List<Runs.Run> runs(Store store, String job) {
        return store.read(handle -> Runs.latest(handle, job, 100));
    }

    /** Two servers, one store, a job that is due again and again: no two runs overlap, and both servers may run it. */
    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void ofSeveralServersOneRunsAJob(StoreOnBoth.Opening opening) throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch twenty = new CountDownLatch(20);
        Job busy = job("busy", new Cadence.Every(Duration.ofMillis(1)), at -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            pause(20);
            inside.decrementAndGet();
            twenty.countDown();
            return Job.Result.fine("done");
        });
        try (Store one = opening.open();
                Store other = opening.open();
                Jobs first = new Jobs(one, List.of(busy), InstantSource.system(), "first", FAST);
                Jobs second = new Jobs(other, List.of(busy), InstantSource.system(), "second", FAST)) {
            first.start();
            second.start();
            assertThat(twenty.await(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(most).hasValue(1);
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void aDailyJobThatWasMissedForDaysRunsOnce(StoreOnBoth.Opening opening) throws Exception {
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-11-14T12:00:00Z"));
        AtomicInteger count = new AtomicInteger();
        Job nightly = job("nightly", daily(), at -> Job.Result.fine("run " + count.incrementAndGet()));
        try (Store store = opening.open()) {
            try (Jobs jobs = new Jobs(store, List.of(nightly), clock::get, "a", FAST)) {
                jobs.start();
                assertThat(jobs.standing(nightly).orElseThrow())
                        .isEqualTo(new Jobs.Standing(Instant.parse("2026-11-15T03:00:00Z"), false));
            }
            clock.set(Instant.parse("2026-11-20T10:00:00Z"));
            try (Jobs jobs = new Jobs(store, List.of(nightly), clock::get, "b", FAST)) {
                jobs.start();
                assertThat(jobs.await(nightly, 0, PATIENCE).orElseThrow().message())
                        .isEqualTo("run 1");
                Instant next = due(jobs, nightly, Instant.parse("2026-11-21T03:00:00Z"));
                assertThat(next).isEqualTo("2026-11-21T03:00:00Z");
            }
            assertThat(count).hasValue(1);
            assertThat(runs(store, "nightly")).extracting(Runs.Run::runner).containsExactly("b");
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void whatFailedSaysWhyAndIsDueAgain(StoreOnBoth.Opening opening) throws Exception {
        Job broken = job("broken", daily(), at -> {
            throw new DiagnosticException(Diagnostic.error("P840", null, "the disk is full", "make room"));
        });
        Job faulty = job("faulty", daily(), at -> {
            throw new IllegalStateException("a fault");
        });
        try (Store store = opening.open();
                Jobs jobs = new Jobs(store, List.of(broken, faulty), InstantSource.system(), "a", FAST)) {
            jobs.start();
            assertThat(jobs.askFor(broken)).isTrue();
            assertThat(jobs.askFor(faulty)).isTrue();
            Runs.Run run = jobs.await(broken, 0, PATIENCE).orElseThrow();
            assertThat(run.how()).isEqualTo(Runs.Outcome.FAILED);
            assertThat(run.message()).isEqualTo("P840  the disk is full (make room)");
            assertThat(jobs.await(faulty, 0, PATIENCE).orElseThrow().message()).contains("a fault");
            assertThat(jobs.standing(broken)).isPresent();
        }
    }

    /** What a server had when it died is lost, told so, and taken by another once it has been silent for long enough. */
    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void whatADeadServerHadIsTakenByAnother(StoreOnBoth.Opening opening) throws Exception {
        AtomicInteger count = new AtomicInteger();
        Job job = job("job", daily(), at -> Job.Result.fine("run " + count.incrementAndGet()));
        try (Store store = opening.open()) {
            long lost = Runs.begin(store, "job", "dead", Instant.now());
            try (Jobs jobs = new Jobs(store, List.of(job), InstantSource.system(), "alive", FAST)) {
                assertThat(jobs.askFor(job)).isTrue();
                store.keep(handle -> handle.execute("update job_due set picked = true, picked_by = 'dead',"
                        + " last_heartbeat = '2026-01-01T00:00:00.000000Z'"));
                jobs.start();
                assertThat(jobs.await(job, lost, PATIENCE).orElseThrow().message())
                        .isEqualTo("run 1");
            }
            assertThat(runs(store, "job"))
                    .extracting(Runs.Run::how)
                    .containsExactly(Runs.Outcome.DONE, Runs.Outcome.LOST);
        }
    }

    @ParameterizedTest
    @MethodSource("io.bellwether.app.store.StoreOnBoth#stores")
    void anEditedTimeCountsAndOldRunsAreForgotten(StoreOnBoth.Opening opening) {
        Instant noon = Instant.parse("2026-11-14T12:00:00Z");
        AtomicReference<Cadence> cadence = new AtomicReference<>(daily());
        Job job = new Job("job", "for a test", cadence::get, at -> Job.Result.fine(""));
        try (Store store = opening.open();
                Jobs jobs = new Jobs(store, List.of(job), () -> noon, "a", FAST)) {
            jobs.start();
            cadence.set(new Cadence.Daily(LocalTime.of(18, 0), ZoneOffset.UTC));
            jobs.adapt();
            assertThat(jobs.standing(job).orElseThrow().due()).isEqualTo("2026-11-14T18:00:00Z");
            cadence.set(new Cadence.Asked());
            jobs.adapt();
            assertThat(jobs.standing(job).orElseThrow().due()).isNull();

            for (int i = 0; i < 3; i++) {
                Runs.end(store, Runs.begin(store, "job", "a", noon), Runs.Outcome.DONE, "", noon);
            }
            int forgotten = store.keep(handle -> Runs.clean(handle, noon.plusSeconds(1)));
            assertThat(forgotten).isEqualTo(2);
            assertThat(runs(store, "job")).hasSize(1);
        }
    }

    private static Instant due(Jobs jobs, Job job, Instant expected) {
        Instant due = null;
        for (int i = 0; i < 200 && !expected.equals(due); i++) {
            due = jobs.standing(job).orElseThrow().due();
            pause(20);
        }
        return due;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
