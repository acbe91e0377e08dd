package io.bellwether.app.wiring;

import io.bellwether.app.alert.Alerts;
import io.bellwether.app.alert.Digests;
import io.bellwether.app.alert.Memory;
import io.bellwether.app.alert.Sight;
import io.bellwether.app.health.GoodValues;
import io.bellwether.app.health.Run;
import io.bellwether.app.message.Outbox;
import io.bellwether.app.page.DataHealthText;
import io.bellwether.app.promise.Closings;
import io.bellwether.app.remind.Reminders;
import io.bellwether.app.schedule.Cadence;
import io.bellwether.app.schedule.Job;
import io.bellwether.app.schedule.Runs;
import io.bellwether.app.upkeep.Upkeep;
import io.bellwether.core.catalog.Alert;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Operations;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is done again and again: each job, its times, and its work. */
final class JobList {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final LocalTime NIGHT = LocalTime.of(3, 15);

    private final Bellwether bellwether;
    private final Supplier<Catalog> catalog;
    private final Parts parts;

    /** Who judges and tells. */
    record Parts(OneSight eyes, Alerts alerts, Digests digests, Reminders reminders) {}

    JobList(Bellwether bellwether, Supplier<Catalog> catalog, Parts parts) {
        this.bellwether = bellwether;
        this.catalog = catalog;
        this.parts = parts;
    }

    /** All that is done again and again; each part of the product adds its own. */
    List<Job> all() {
        List<Job> judging = List.of(
                new Job(
                        "refresh",
                        "Brings extracts and rollups up to date",
                        () -> new Cadence.Every(Duration.ofMinutes(10)),
                        this::refresh),
                new Job(
                        "data_tests",
                        "Looks how far the data reaches and which of its tests hold",
                        () -> new Cadence.Every(Duration.ofHours(1)),
                        this::health),
                new Job(
                        "alerts",
                        "Judges all KPIs and tells what changed",
                        () -> new Cadence.Every(Duration.ofMinutes(15)),
                        this::look),
                new Job(
                        "closing",
                        "Stores what closed periods come to, as reported",
                        () -> new Cadence.Every(Duration.ofHours(1)),
                        this::close));
        List<Job> all = new ArrayList<>(judging);
        all.addAll(telling());
        return all;
    }

    private List<Job> telling() {
        return List.of(
                new Job(
                        "digest_daily",
                        "Sends each person what they should know of the day",
                        () -> daily(digestTimes().daily()),
                        at -> digest(at, Digests.Rhythm.DAILY)),
                new Job(
                        "digest_weekly",
                        "Sends each person what they should know of the week",
                        () -> weekly(digestTimes()),
                        at -> digest(at, Digests.Rhythm.WEEKLY)),
                new Job(
                        "reminders",
                        "Tells people of check-ins, reviews, actions and values that are due",
                        () -> new Cadence.Every(Duration.ofHours(1)),
                        this::remind),
                new Job(
                        "looks",
                        "Writes down how often KPIs and metrics are looked at",
                        () -> new Cadence.Every(Duration.ofMinutes(10)),
                        this::looks),
                new Job("clean", "Forgets what is older than 90 days", () -> daily(NIGHT), this::clean));
    }

    private Operations.Digests digestTimes() {
        return catalog.get().operations().digests();
    }

    private ZoneId zone() {
        return catalog.get().workspace().calendar().zone();
    }

    private Cadence daily(@Nullable LocalTime time) {
        return time == null ? new Cadence.Asked() : new Cadence.Daily(time, zone());
    }

    private Cadence weekly(Operations.Digests times) {
        return times.weekly() == null
                ? new Cadence.Asked()
                : new Cadence.Weekly(times.weekday(), times.weekly(), zone());
    }

    private AsOf asOf(Instant at) {
        return AsOf.instant(at, catalog.get().workspace().calendar());
    }

    private Job.Result health(Instant at) {
        Run run = bellwether.healthRuns(catalog).run(catalog.get(), asOf(at), at);
        String said = DataHealthText.sentence(run);
        return run.fails() ? Job.Result.troubled(said) : Job.Result.fine(said);
    }

    private Job.Result refresh(Instant at) {
        List<Upkeep.Done> done = bellwether.upkeep().refreshDue(catalog.get(), at, Deadline.in(Operation.PATIENCE));
        String text = String.join(
                "\n",
                done.stream()
                        .map(one -> one.problem() == null
                                ? one.text()
                                : one.problem().code() + "  " + one.problem().message())
                        .toList());
        boolean troubled = done.stream().anyMatch(one -> one.problem() != null);
        return new Job.Result(done.isEmpty() ? "Nothing was due." : text, troubled);
    }

    private Job.Result look(Instant at) {
        Catalog now = catalog.get();
        Sight sight = parts.eyes().of(now, asOf(at), at);
        int changed = parts.digests().note(sight, at);
        GoodValues.note(bellwether.store(catalog.get()), sight.scorecard(), GoodBefore.prints(now), at);
        Alerts.Looked looked = parts.alerts().look(now, asOf(at), at);
        String statuses = changed == 0 ? "" : "; " + changed + (changed == 1 ? " status" : " statuses") + " changed";
        return Job.Result.fine(looked.text() + statuses);
    }

    private Job.Result close(Instant at) {
        Catalog now = catalog.get();
        bellwether.note(now, at);
        Closings.Run run =
                bellwether.promises(now).closings().closeDue(now, asOf(at), at, false, Deadline.in(Operation.PATIENCE));
        String text = run.closed().size() + " closed, " + run.restated().size() + " restated"
                + (run.withdrawn() == 0 ? "" : ", " + run.withdrawn() + " taken back: stored before they were over")
                + run.problems().stream()
                        .map(problem -> "\n" + problem.code() + "  " + problem.message())
                        .collect(Collectors.joining());
        return new Job.Result(text, !run.problems().isEmpty());
    }

    private Job.Result digest(Instant at, Digests.Rhythm rhythm) {
        int sent = parts.digests().send(catalog.get(), asOf(at), at, rhythm);
        return Job.Result.fine(sent == 0 ? "Nothing to tell." : sent + " to send");
    }

    private Job.Result remind(Instant at) {
        int sent = parts.reminders().send(catalog.get(), at);
        return Job.Result.fine(
                catalog.get().operations().mail() == null
                        ? "The workspace names no mail server."
                        : sent == 0 ? "Nothing new." : sent + " to send");
    }

    private Job.Result looks(Instant at) {
        int looked = bellwether.looks().write(bellwether.store(catalog.get()), at, zone());
        return Job.Result.fine(looked == 0 ? "Nobody looked." : looked + " looked at");
    }

    private Job.Result clean(Instant at) {
        List<String> names =
                catalog.get().operations().alerts().stream().map(Alert::name).toList();
        int gone = bellwether
                .store(catalog.get())
                .keep(handle -> Outbox.clean(handle, at.minus(KEPT))
                        + Runs.clean(handle, at.minus(KEPT))
                        + Reminders.clean(handle, at.minus(KEPT))
                        + Memory.clean(handle, names));
        return Job.Result.fine(gone + (gone == 1 ? " row" : " rows") + " forgotten");
    }
}
