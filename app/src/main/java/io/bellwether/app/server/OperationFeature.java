package io.bellwether.app.server;

import io.bellwether.app.alert.Alerts;
import io.bellwether.app.alert.Memory;
import io.bellwether.app.message.Outbox;
import io.bellwether.app.page.AlertsView;
import io.bellwether.app.page.JobsView;
import io.bellwether.app.page.OperationText;
import io.bellwether.app.schedule.Job;
import io.bellwether.app.schedule.Jobs;
import io.bellwether.app.schedule.Runs;
import io.bellwether.app.store.Change;
import io.bellwether.app.store.Store;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Alerts with what they sent, and jobs with how they went. */
public final class OperationFeature implements Feature {
    private static final int MESSAGES = 100;
    private static final int RUNS = 10;

    private final Supplier<Snapshot> workspace;
    private final Supplier<Store> store;
    private final Supplier<Alerts> alerts;
    private final Supplier<Jobs> jobs;

    public OperationFeature(
            Supplier<Snapshot> workspace, Supplier<Store> store, Supplier<Alerts> alerts, Supplier<Jobs> jobs) {
        this.workspace = workspace;
        this.store = store;
        this.alerts = alerts;
        this.jobs = jobs;
    }

    /** Which alert to try. */
    record AlertName(String name) {}

    /** Which message to send again. */
    record MessageNumber(long id) {}

    /** Which job to run. */
    record JobName(String name) {}

    @Override
    public Routes routes() {
        return new Routes(endpoints(), commands());
    }

    private List<Endpoint> endpoints() {
        return List.of(
                new Endpoint(
                        "/api/alerts",
                        "alerts",
                        "How each alert stands, and the newest messages.",
                        List.of(),
                        AlertsView.class,
                        false,
                        ask -> alerts()),
                new Endpoint(
                        "/api/jobs",
                        "jobs",
                        "What is done by itself: the last runs of each job, and when it is due.",
                        List.of(),
                        JobsView.class,
                        false,
                        ask -> jobs()));
    }

    private List<Command<?>> commands() {
        return List.of(
                Command.of(
                        "/api/alerts/test",
                        "testAlert",
                        "Sends a marked message to all receivers of an alert.",
                        AlertName.class,
                        AlertsView.Told.class,
                        this::test),
                Command.of(
                        "/api/messages/again",
                        "sendAgain",
                        "Tries a message again that was given up.",
                        MessageNumber.class,
                        AlertsView.Told.class,
                        this::again),
                Command.of(
                        "/api/jobs/run",
                        "runJob",
                        "Makes a job due now.",
                        JobName.class,
                        AlertsView.Told.class,
                        this::run));
    }

    private AlertsView alerts() {
        return new OperationText(workspace.get().last())
                .alerts(
                        store.get().read(Memory::standings),
                        store.get().read(handle -> Outbox.latest(handle, Optional.empty(), MESSAGES)));
    }

    private JobsView jobs() {
        var text = new OperationText(workspace.get().last());
        return new JobsView(jobs.get().all().stream()
                .map(job -> text.job(
                        job,
                        jobs.get().standing(job),
                        store.get().read(handle -> Runs.latest(handle, job.name(), RUNS))))
                .toList());
    }

    private AlertsView.Told test(Told<AlertName> told) {
        int added = alerts.get().test(told.catalog(), told.body().name(), told.by(), told.at());
        return new AlertsView.Told("A test is on its way to " + added + (added == 1 ? " receiver." : " receivers."));
    }

    private AlertsView.Told again(Told<MessageNumber> told) {
        long id = told.body().id();
        var change = new Change(told.at(), told.by().email(), "message.again", "message:" + id, Map.of());
        store.get().change(change, handle -> {
            if (!Outbox.again(handle, id, told.at())) {
                throw refused("P844", "no message " + id + " was given up", "reload the page");
            }
            return true;
        });
        return new AlertsView.Told("It is on its way again.");
    }

    private AlertsView.Told run(Told<JobName> told) {
        List<String> names = jobs.get().all().stream().map(Job::name).toList();
        String name = told.body().name();
        Job job = jobs.get().all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused(
                        "P842",
                        "no job named \"" + Ask.shortened(name) + "\"",
                        Nearest.fix(name, names).orElse("one of " + String.join(", ", names))));
        if (!jobs.get().askFor(job)) {
            throw refused("P843", "the job " + name + " is running now", "wait until it ends");
        }
        var change = new Change(told.at(), told.by().email(), "job.ask", "job:" + name, Map.of());
        store.get().change(change, handle -> true);
        return new AlertsView.Told("It is due now; a server that runs jobs takes it within seconds.");
    }

    private static DiagnosticException refused(String code, String message, String fix) {
        return new DiagnosticException(Diagnostic.error(code, null, message, fix));
    }
}
