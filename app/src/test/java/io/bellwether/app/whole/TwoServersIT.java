package io.bellwether.app.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.app.schedule.Runs;
import io.bellwether.app.store.Store;
import io.bellwether.app.store.StoreOnBoth;
import io.bellwether.app.store.Stores;
import io.bellwether.app.whole.ServerProcess.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several servers over one PostgreSQL, each a process of its own, of which some are killed. */
class TwoServersIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int RUNS = Integer.getInteger("bellwether.job.runs", 200);

    @TempDir
    Path folder;

    private static void await(String what, BooleanSupplier until) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!until.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time: " + what).isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static long count(Store store, String sql) {
        return store.read(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private static Process child(String url, String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JobsChild.class.getName(),
                        url,
                        name)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Each of three jobs runs some hundred times on either server; one is killed in the middle, and comes back. */
    @Test
    void oneOfThemRunsAJobAndTheOtherGoesOnWhereItDied() throws Exception {
        String url = StoreOnBoth.database();
        try (Store store = Stores.postgres(new Stores.Login(url, "postgres", "postgres"))) {
            store.keep(handle -> handle.execute("create table seen (job integer, server text, alone boolean)"));
            Process first = child(url, "first");
            Process second = child(url, "second");
            try {
                // How they share the jobs is luck: each must have had one, and both together many.
                for (String server : List.of("first", "second")) {
                    await(
                            server + " runs a job",
                            () -> count(store, "select count(*) from seen where server = '" + server + "'") > 0);
                }
                await("they run jobs", () -> count(store, "select count(*) from seen") > 2 * RUNS);
                first.destroyForcibly().waitFor();
                long before = count(store, "select count(*) from seen");
                for (int i = 0; i < JobsChild.JOBS; i++) {
                    int job = i;
                    long had = count(store, "select count(*) from seen where job = " + job);
                    await(
                            "the other one runs job " + job,
                            () -> count(store, "select count(*) from seen where job = " + job) > had + RUNS / 4);
                }
                assertThat(count(store, "select count(*) from seen")).isGreaterThan(before);
                second.destroyForcibly().waitFor();
            } finally {
                first.destroyForcibly();
                second.destroyForcibly();
            }
            assertThat(count(store, "select count(*) from seen where not alone"))
                    .isZero();
            // What is written down of runs is what was seen of them, but for those that the kills cut short.
            long runs = count(store, "select count(*) from job_run");
            assertThat(count(store, "select count(*) from seen")).isBetween(runs - 2 * JobsChild.JOBS, runs);
            assertThat(count(store, "select count(*) from job_run where outcome in ('LOST', 'RUNNING')"))
                    .isLessThanOrEqualTo(2 * JobsChild.JOBS);
            System.out.println(runs + " runs of " + JobsChild.JOBS + " jobs on two servers, none beside another");
        }
    }

    /** Whole servers: what the killed one leaves the other does, and a job that was due for five days runs once. */
    @Test
    void wholeServersTakeOverAndCatchUp() throws Exception {
        String url = StoreOnBoth.database();
        String address = "store: { url: \"" + url + "\", user: postgres, password: \"${env:STORE_PASSWORD}\" }";
        try (Receivers receivers = new Receivers();
                Store store = Stores.postgres(new Stores.Login(url, "postgres", "postgres"))) {
            Shop shop = new Shop(folder.resolve("shop"), receivers, address);
            shop.day(Shop.FIRST, 10, 10);
            try (ServerProcess first = new ServerProcess(shop.folder, noon(Shop.FIRST));
                    ServerProcess second = new ServerProcess(shop.folder, noon(Shop.FIRST))) {
                assertThat(first.ready()).as(first.said()).isTrue();
                assertThat(second.ready()).as(second.said()).isTrue();
                await("the first run", () -> !runs(store, "closing").isEmpty());
                first.kill();
                long had = newest(store);
                Answer asked = second.post("/api/jobs/run", Map.of("name", "refresh"));
                assertThat(asked.body())
                        .satisfiesAnyOf(
                                body -> assertThat(asked.isFine()).isTrue(),
                                body -> assertThat(body).contains("P843"));
                await("a run after the kill", () -> newest(store) > had);
            }
            int digests = runs(store, "digest_daily").size();
            assertThat(digests).isZero();
            LocalDate later = Shop.FIRST.plusDays(6);
            shop.day(later, 10, 10);
            try (ServerProcess third = new ServerProcess(shop.folder, noon(later));
                    ServerProcess fourth = new ServerProcess(shop.folder, noon(later))) {
                assertThat(third.ready()).as(third.said()).isTrue();
                assertThat(fourth.ready()).as(fourth.said()).isTrue();
                await("what was missed", () -> isDone(store, "digest_daily", later) && isDone(store, "closing", later));
                await("the nightly one too", () -> isDone(store, "clean", later));
                // Whoever is slower to start finds nothing that is due any more.
                assertThat(third.get("/api/jobs").isFine()).isTrue();
                assertThat(fourth.get("/api/jobs").isFine()).isTrue();
            }
            assertThat(runs(store, "digest_daily")).hasSize(1);
            assertThat(runs(store, "clean")).hasSize(1);
        }
    }

    private static boolean isDone(Store store, String job, LocalDate day) {
        return runs(store, job).stream()
                .anyMatch(run -> run.how() == Runs.Outcome.DONE
                        && run.started().isAfter(noon(day).minusSeconds(1)));
    }

    private static List<Runs.Run> runs(Store store, String job) {
        return store.read(handle -> Runs.latest(handle, job, 1_000));
    }

    private static long newest(Store store) {
        return count(store, "select coalesce(max(id), 0) from job_run");
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }
}
