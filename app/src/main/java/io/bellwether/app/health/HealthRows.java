package io.bellwether.app.health;

import io.bellwether.app.health.Run.DatasetResult;
import io.bellwether.app.health.Run.Outcome;
import io.bellwether.app.health.Run.TestResult;
import io.bellwether.app.store.Moments;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The tables of looks at the data. */
final class HealthRows {
    private HealthRows() {}

    record RunRow(long id, Instant at, String asOf, long tookMs) {}

    record DatasetRow(
            long runId,
            String dataset,
            @Nullable LocalDateTime watermark,
            @Nullable LocalDateTime lastRow,
            int stale,
            @Nullable String problem) {}

    record TestRow(
            long runId,
            String dataset,
            String test,
            String severity,
            String outcome,
            @Nullable Long brokenRows,
            @Nullable String said) {
        TestResult result() {
            Outcome came = Outcome.valueOf(outcome.toUpperCase(Locale.ROOT));
            return new TestResult(test, severity.equals("error"), came, brokenRows, said);
        }
    }

    /** How a test came out in one run. */
    record Past(String dataset, String test, Instant at, String outcome) {}

    static long add(Handle handle, Run run) {
        long id = handle.createUpdate("insert into health_run (at, as_of, took_ms) values (:at, :asOf, :tookMs)")
                .bind("at", Moments.text(run.at()))
                .bind("asOf", run.asOf())
                .bind("tookMs", run.tookMs())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        for (DatasetResult dataset : run.datasets()) {
            add(handle, id, dataset);
        }
        return id;
    }

    private static void add(Handle handle, long run, DatasetResult dataset) {
        handle.createUpdate("insert into health_dataset (run_id, dataset, watermark, last_row, stale, problem)"
                        + " values (:run, :dataset, :watermark, :lastRow, :stale, :problem)")
                .bind("run", run)
                .bind("dataset", dataset.dataset())
                .bind("watermark", text(dataset.watermark()))
                .bind("lastRow", text(dataset.lastRow()))
                .bind("stale", dataset.stale() ? 1 : 0)
                .bind("problem", dataset.problem())
                .execute();
        if (dataset.tests().isEmpty()) {
            return;
        }
        var batch =
                handle.prepareBatch("insert into health_test (run_id, dataset, test, severity, outcome, broken_rows,"
                        + " said) values (:run, :dataset, :test, :severity, :outcome, :rows, :said)");
        for (TestResult test : dataset.tests()) {
            batch.bind("run", run)
                    .bind("dataset", dataset.dataset())
                    .bind("test", test.test())
                    .bind("severity", test.isError() ? "error" : "warning")
                    .bind("outcome", test.outcome().name().toLowerCase(Locale.ROOT))
                    .bind("rows", test.rows())
                    .bind("said", test.said())
                    .add();
        }
        batch.execute();
    }

    private static @Nullable String text(@Nullable LocalDateTime time) {
        return time == null ? null : time.toString();
    }

    /** The latest run, whole. */
    static Optional<Run> latest(Handle handle) {
        return handle.createQuery("select id, at, as_of, took_ms from health_run order by id desc limit 1")
                .map(ConstructorMapper.of(RunRow.class))
                .findOne()
                .map(run -> whole(handle, run));
    }

    private static Run whole(Handle handle, RunRow run) {
        Map<String, List<TestResult>> tests = new LinkedHashMap<>();
        handle.createQuery("select run_id, dataset, test, severity, outcome, broken_rows, said from health_test"
                        + " where run_id = :run")
                .bind("run", run.id())
                .map(ConstructorMapper.of(TestRow.class))
                .forEach(test -> tests.computeIfAbsent(test.dataset(), d -> new ArrayList<>())
                        .add(test.result()));
        List<DatasetResult> datasets = handle.createQuery(
                        "select run_id, dataset, watermark, last_row, stale, problem from health_dataset"
                                + " where run_id = :run")
                .bind("run", run.id())
                .map(ConstructorMapper.of(DatasetRow.class))
                .map(row -> new DatasetResult(
                        row.dataset(),
                        row.watermark(),
                        row.lastRow(),
                        row.stale() != 0,
                        row.problem(),
                        tests.getOrDefault(row.dataset(), List.of())))
                .list();
        return new Run(run.id(), run.at(), run.asOf(), run.tookMs(), datasets);
    }

    /** How tests came out from a run on, the oldest first. */
    static List<Past> past(Handle handle, long fromRun) {
        return handle.createQuery("select t.dataset, t.test, r.at, t.outcome from health_test t"
                        + " join health_run r on r.id = t.run_id where t.run_id >= :from order by t.run_id")
                .bind("from", fromRun)
                .map(ConstructorMapper.of(Past.class))
                .list();
    }

    /** The first run of the last so many. */
    static long firstOf(Handle handle, int runs) {
        return handle.createQuery("select coalesce(min(id), 0) from"
                        + " (select id from health_run order by id desc limit :runs) as latest")
                .bind("runs", runs)
                .mapTo(Long.class)
                .one();
    }

    /** When a test last came out otherwise than now: the run after it is the first of its kind. */
    static Optional<Instant> since(Handle handle, String dataset, String test, String outcome) {
        return handle.createQuery("select min(r.at) from health_test t join health_run r on r.id = t.run_id"
                        + " where t.dataset = :dataset and t.test = :test and t.run_id >"
                        + " coalesce((select max(o.run_id) from health_test o where o.dataset = :dataset"
                        + " and o.test = :test and o.outcome <> :outcome), 0)")
                .bind("dataset", dataset)
                .bind("test", test)
                .bind("outcome", outcome)
                .mapTo(Instant.class)
                .findOne();
    }

    /** Gives up runs before that, but never the latest. */
    static void forget(Handle handle, Instant before) {
        String old = "select id from health_run where at < :before and id < (select max(id) from health_run)";
        for (String table : List.of("health_test", "health_dataset")) {
            handle.createUpdate("delete from " + table + " where run_id in (" + old + ")")
                    .bind("before", Moments.text(before))
                    .execute();
        }
        handle.createUpdate("delete from health_run where id in (select id from (" + old + ") as gone)")
                .bind("before", Moments.text(before))
                .execute();
    }
}
