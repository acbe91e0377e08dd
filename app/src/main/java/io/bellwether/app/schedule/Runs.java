package io.bellwether.app.schedule;

import io.bellwether.app.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** The record of every run of every job. */
public final class Runs {
    private Runs() {}

    /** How a run ended, or that it did not. */
    public enum Outcome {
        RUNNING,
        DONE,
        TROUBLED,
        FAILED,
        /** Its server ended before it did. */
        LOST
    }

    /** @param runner the server that ran it */
    public record Run(
            long id,
            String job,
            Instant started,
            @Nullable Instant finished,
            String outcome,
            String message,
            String runner) {
        public Outcome how() {
            return Outcome.valueOf(outcome);
        }
    }

    /** Begins a run; one that had begun and never ended is lost: its server died, or there would be no new one. */
    static long begin(Store store, String job, String runner, Instant at) {
        return store.keep(handle -> {
            handle.createUpdate("update job_run set outcome = 'LOST', finished = :at, message = :message"
                            + " where job = :job and outcome = 'RUNNING'")
                    .bind("at", at)
                    .bind("job", job)
                    .bind("message", "its server ended before it did")
                    .execute();
            return handle.createQuery("insert into job_run (job, started, outcome, message, runner)"
                            + " values (:job, :at, 'RUNNING', '', :runner) returning id")
                    .bind("job", job)
                    .bind("at", at)
                    .bind("runner", runner)
                    .mapTo(Long.class)
                    .one();
        });
    }

    static void end(Store store, long id, Outcome outcome, String message, Instant at) {
        store.keep(handle -> handle.createUpdate(
                        "update job_run set outcome = :outcome, finished = :at, message = :message where id = :id")
                .bind("outcome", outcome.name())
                .bind("at", at)
                .bind("message", message)
                .bind("id", id)
                .execute());
    }

    /** The newest first. */
    public static List<Run> latest(Handle handle, String job, int limit) {
        return handle.createQuery("select * from job_run where job = :job order by id desc limit :limit")
                .bind("job", job)
                .bind("limit", limit)
                .map(ConstructorMapper.of(Run.class))
                .list();
    }

    /** One run. */
    static Optional<Run> after(Handle handle, String job, long id) {
        return handle.createQuery("select * from job_run where job = :job and id > :id order by id limit 1")
                .bind("job", job)
                .bind("id", id)
                .map(ConstructorMapper.of(Run.class))
                .findOne();
    }

    /** Forgets runs that began before a moment, but never the last of a job. */
    public static int clean(Handle handle, Instant before) {
        return handle.createUpdate("delete from job_run where started < :before and outcome <> 'RUNNING'"
                        + " and id not in (select max(id) from job_run group by job)")
                .bind("before", before)
                .execute();
    }
}
