package io.bellwether.app.page;

import io.bellwether.app.alert.Alerts;
import io.bellwether.app.alert.Standing;
import io.bellwether.app.message.Outbox;
import io.bellwether.app.page.AlertsView.AlertView;
import io.bellwether.app.page.AlertsView.MessageView;
import io.bellwether.app.page.AlertsView.StandingView;
import io.bellwether.app.page.JobsView.JobView;
import io.bellwether.app.page.JobsView.RunView;
import io.bellwether.app.schedule.Job;
import io.bellwether.app.schedule.Jobs;
import io.bellwether.app.schedule.Runs;
import io.bellwether.core.catalog.Alert;
import io.bellwether.core.catalog.Alert.When;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.unit.NumberText;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages of alerts and jobs in words. */
public record OperationText(Catalog catalog) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);

    /** Each alert with its state, and the newest messages. */
    public AlertsView alerts(List<Standing> standings, List<Outbox.Row> messages) {
        return new AlertsView(
                catalog.operations().alerts().stream()
                        .map(alert -> new AlertView(
                                alert.name(),
                                when(alert.when()),
                                alert.to().stream().map(Alerts::shown).toList(),
                                together(standings.stream()
                                        .filter(s -> s.alert().equals(alert.name()))
                                        .map(this::standing)
                                        .toList())))
                        .toList(),
                messages.stream().map(this::message).toList());
    }

    /** Receivers for whom it stands the same share a line. */
    private static List<StandingView> together(List<StandingView> standings) {
        Map<StandingView, String> receivers = new LinkedHashMap<>();
        standings.forEach(one -> receivers.merge(to(one, ""), one.receiver(), (a, b) -> a + ", " + b));
        List<StandingView> all = new ArrayList<>();
        receivers.forEach((one, names) -> all.add(to(one, names)));
        return all;
    }

    private static StandingView to(StandingView one, String receiver) {
        return new StandingView(one.subject(), one.href(), receiver, one.state(), one.tone(), one.since(), one.text());
    }

    private StandingView standing(Standing standing) {
        String[] subject = standing.subject().split(":", 2);
        boolean kpi = subject[0].equals("kpi") && catalog.kpi(subject[1]).isPresent();
        String label = kpi ? catalog.kpi(subject[1]).orElseThrow().label() : subject[1];
        int kind = standing.receiver().indexOf(':');
        var receiver = new Alert.Channel(
                Alert.Channel.Kind.valueOf(
                        standing.receiver().substring(0, kind).toUpperCase(Locale.ROOT)),
                standing.receiver().substring(kind + 1),
                null);
        return switch (standing.now()) {
            case OK -> view(standing, label, kpi, receiver, "OK", "good");
            case FAILING -> view(standing, label, kpi, receiver, "Failing", "bad");
            case ERROR -> view(standing, label, kpi, receiver, "Cannot be evaluated", "warn");
        };
    }

    private StandingView view(
            Standing standing, String label, boolean kpi, Alert.Channel receiver, String state, String tone) {
        String name = standing.subject().substring(standing.subject().indexOf(':') + 1);
        return new StandingView(
                label,
                kpi ? "/kpi/" + name : null,
                Alerts.shown(receiver),
                state,
                tone,
                time(standing.since()),
                standing.text());
    }

    private MessageView message(Outbox.Row row) {
        Outbox.State state = Outbox.State.valueOf(row.state());
        String said = switch (state) {
            case WAITING -> row.attempts() == 0 ? "Waiting" : "Tried " + row.attempts() + " times";
            case SENT -> "Sent";
            case FAILED -> "Given up";
        };
        String tone = switch (state) {
            case WAITING -> row.attempts() == 0 ? "none" : "warn";
            case SENT -> "good";
            case FAILED -> "bad";
        };
        String problem = row.problem() == null ? "" : Words.sentence(row.problem());
        return new MessageView(
                row.id(),
                row.about().substring(row.about().indexOf(':') + 1),
                Alerts.shown(row.message().to()),
                row.subject(),
                said,
                tone,
                state == Outbox.State.FAILED,
                time(row.added()),
                problem);
    }

    private static String when(When when) {
        return switch (when) {
            case When.StatusChange _ -> "its status becomes at risk, off track, missed or no data";
            case When.Anomaly _ -> "a value is unlike its past";
            case When.DataTrouble _ -> "its data is stale or fails its tests";
            case When.Beyond b -> (b.above() ? "it is above " : "it is below ") + plain(b.bound());
            case When.Change c ->
                "it changes by " + NumberText.share(c.share()) + " or more against "
                        + (c.against().equals("previous") ? "the period before" : "a year ago")
                        + (c.minimum() == null ? "" : ", from " + plain(c.minimum()) + " on");
            case When.ProbabilityBelow p -> "the chance to meet its target is below " + NumberText.share(p.share());
        };
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** Each job with its last runs. */
    public JobView job(Job job, Optional<Jobs.Standing> standing, List<Runs.Run> runs) {
        boolean running = standing.map(Jobs.Standing::running).orElse(false);
        Instant due = standing.map(Jobs.Standing::due).orElse(null);
        List<RunView> all = runs.stream().map(this::run).toList();
        String next = running ? "Running now" : due == null ? "Not due by itself" : "Next: " + time(due);
        return new JobView(
                job.name(),
                job.what(),
                Words.capital(job.cadence().get().text()),
                next,
                running,
                all.isEmpty() ? null : all.getFirst(),
                all);
    }

    private RunView run(Runs.Run run) {
        return switch (run.how()) {
            case RUNNING -> view(run, "Running", "none");
            case DONE -> view(run, "Done", "good");
            case TROUBLED -> view(run, "Done with trouble", "warn");
            case FAILED -> view(run, "Failed", "bad");
            case LOST -> view(run, "Lost", "warn");
        };
    }

    private RunView view(Runs.Run run, String outcome, String tone) {
        return new RunView(time(run.started()), took(run.started(), run.finished()), outcome, tone, run.message());
    }

    private static String took(Instant started, @Nullable Instant finished) {
        if (finished == null) {
            return "";
        }
        long millis = Duration.between(started, finished).toMillis();
        return millis < 1_000 ? millis + " ms" : millis / 1_000 + " s";
    }

    private String time(Instant at) {
        ZoneId zone = catalog.workspace().calendar().zone();
        return TIME.format(at.atZone(zone));
    }
}
