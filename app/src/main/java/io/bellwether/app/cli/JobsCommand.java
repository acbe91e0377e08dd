package io.bellwether.app.cli;

import io.bellwether.app.schedule.Job;
import io.bellwether.app.schedule.Jobs;
import io.bellwether.app.schedule.Runs;
import io.bellwether.app.store.Store;
import io.bellwether.app.wiring.Operation;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Nearest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "jobs",
        description = "What is done by itself: the last result of each job and when it is due. \"jobs run NAME\" runs"
                + " one now; where a server runs on the same store, either of them takes it.",
        mixinStandardHelpOptions = true)
final class JobsCommand implements Callable<Integer> {
    /** What there is to do with jobs. */
    enum Task {
        LIST,
        RUN
    }

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Terminal terminal;

    @Mixin
    WorkspaceOptions workspace = new WorkspaceOptions();

    @Parameters(paramLabel = "list|run", arity = "0..1", description = "Default: list.")
    @Nullable
    Task task;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The job to run.")
    @Nullable
    String name;

    JobsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (var bellwether = workspace.open(terminal)) {
            Catalog catalog = Loading.catalog(bellwether, terminal);
            Operation operation = bellwether.operation(() -> catalog, terminal.clock());
            return task == Task.RUN ? run(operation) : list(operation);
        }
    }

    private int list(Operation operation) {
        for (Job job : operation.jobs().all()) {
            terminal.out().println(job.name() + "  " + job.cadence().get().text() + "  " + due(operation.jobs(), job));
            operation.store().read(handle -> Runs.latest(handle, job.name(), 1)).forEach(this::print);
        }
        return Exit.FINE;
    }

    private static String due(Jobs jobs, Job job) {
        return jobs.standing(job)
                .map(standing -> standing.running()
                        ? "running"
                        : standing.due() == null ? "" : "due " + standing.due().truncatedTo(ChronoUnit.SECONDS))
                .orElse("not due before a server runs (bellwether serve)");
    }

    private void print(Runs.Run run) {
        terminal.out()
                .println("  " + run.outcome().toLowerCase(Locale.ROOT) + " "
                        + run.started().truncatedTo(ChronoUnit.SECONDS) + "  "
                        + run.message().replace("\n", "\n    "));
    }

    private int run(Operation operation) throws InterruptedException {
        Job job = job(operation.jobs());
        Store store = operation.store();
        long last = store.read(handle -> Runs.latest(handle, job.name(), 1)).stream()
                .mapToLong(Runs.Run::id)
                .max()
                .orElse(0);
        try (Jobs only = operation.jobs(List.of(job))) {
            if (!only.askFor(job)) {
                throw new DiagnosticException(Diagnostic.error(
                        "P843", null, "the job " + job.name() + " is running now", "wait until it ends"));
            }
            only.start();
            Runs.Run run = only.await(job, last, PATIENCE).orElseThrow();
            print(run);
            operation.postman().deliver();
            return run.how() == Runs.Outcome.DONE ? Exit.FINE : Exit.ENGINE;
        }
    }

    private Job job(Jobs jobs) {
        List<String> names = jobs.all().stream().map(Job::name).toList();
        if (name == null) {
            throw new UsageException("the job's name is missing", "bellwether jobs run " + names.getFirst());
        }
        return jobs.all().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DiagnosticException(Diagnostic.error(
                        "P842",
                        null,
                        "no job named \"" + name + "\"",
                        Nearest.fix(String.valueOf(name), names).orElse("one of " + String.join(", ", names)))));
    }
}
