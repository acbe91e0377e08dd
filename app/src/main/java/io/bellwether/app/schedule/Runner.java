package io.bellwether.app.schedule;

import io.bellwether.app.store.Store;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.engine.EngineException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one job and writes down how it went; a job that fails is due again as if it had not. */
final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final int LONGEST = 4_000;

    private final Store store;
    private final InstantSource clock;
    private final String name;

    Runner(Store store, InstantSource clock, String name) {
        this.store = store;
        this.clock = clock;
        this.name = name;
    }

    void run(Job job) {
        Instant at = clock.instant();
        long id = Runs.begin(store, job.name(), name, at);
        try {
            Job.Result result = job.work().run(at);
            end(id, result.troubled() ? Runs.Outcome.TROUBLED : Runs.Outcome.DONE, result.text());
        } catch (DiagnosticException e) {
            end(id, Runs.Outcome.FAILED, text(e.diagnostics()));
        } catch (EngineException e) {
            end(id, Runs.Outcome.FAILED, text(List.of(e.diagnostic())));
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            LOG.warn("the job {} failed", job.name(), e);
            end(id, Runs.Outcome.FAILED, "Bellwether itself failed: " + e);
        }
    }

    private void end(long id, Runs.Outcome outcome, String text) {
        String bounded = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        Runs.end(store, id, outcome, bounded, clock.instant());
    }

    private static String text(List<Diagnostic> problems) {
        return problems.stream()
                .map(problem -> problem.code() + "  " + problem.message()
                        + (problem.fix() == null ? "" : " (" + problem.fix() + ")"))
                .collect(Collectors.joining("\n"));
    }
}
