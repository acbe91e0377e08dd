package io.bellwether.app.wiring;

import io.bellwether.app.alert.Alerts;
import io.bellwether.app.alert.Digests;
import io.bellwether.app.alert.Links;
import io.bellwether.app.alert.Sight;
import io.bellwether.app.message.BackOff;
import io.bellwether.app.message.Carriers;
import io.bellwether.app.message.HookCarrier;
import io.bellwether.app.message.MailCarrier;
import io.bellwether.app.message.Postman;
import io.bellwether.app.remind.Reminders;
import io.bellwether.app.schedule.Job;
import io.bellwether.app.schedule.Jobs;
import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Operations;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.jdbc.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What goes on by itself: jobs, alerts, digests, and the messages that come of them. */
public final class Operation implements AutoCloseable {
    /** How long one look may take. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Bellwether bellwether;
    private final Supplier<Catalog> catalog;
    private final InstantSource clock;
    private final Alerts alerts;
    private final Digests digests;
    private final Reminders reminders;
    private final Postman postman;
    private final JobList list;
    private @Nullable Jobs jobs;

    Operation(Bellwether bellwether, Secrets secrets, Links links, Supplier<Catalog> catalog, InstantSource clock) {
        this.bellwether = bellwether;
        this.catalog = catalog;
        this.clock = clock;
        this.reminders = new Reminders(this::store, links);
        Duties duties = new Duties(reminders);
        // The one place where a receiver's rights will count; until there are any, all see the same.
        OneSight eyes = new OneSight(this::sight);
        this.alerts = new Alerts(this::store, eyes, duties, links);
        this.digests = new Digests(this::store, this::sight, duties, links);
        this.list = new JobList(bellwether, catalog, new JobList.Parts(eyes, alerts, digests, reminders));
        Supplier<Operations> operations = () -> catalog.get().operations();
        var carriers = new Carriers(new MailCarrier(secrets, operations), new HookCarrier(secrets, operations));
        this.postman = new Postman(
                this::store,
                carriers,
                BackOff.usual(() -> ThreadLocalRandom.current().nextDouble()),
                clock);
    }

    public Store store() {
        return bellwether.store(catalog.get());
    }

    /** Judged as the pages judge: what has closed by the promise of then. */
    private Sight sight(Catalog all, AsOf asOf, Instant at) {
        return new Sight(
                bellwether.inForce(all, asOf),
                asOf,
                at,
                bellwether.scorecards(),
                bellwether.answering(),
                Deadline.in(PATIENCE));
    }

    public Alerts alerts() {
        return alerts;
    }

    public Digests digests() {
        return digests;
    }

    public Reminders reminders() {
        return reminders;
    }

    public Postman postman() {
        return postman;
    }

    /** The jobs over this workspace's store. */
    public synchronized Jobs jobs() {
        if (jobs == null) {
            jobs = jobs(list.all());
        }
        return jobs;
    }

    /** Some of the jobs, for a process that runs no others. */
    public Jobs jobs(List<Job> some) {
        String name = ProcessHandle.current().pid() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        return new Jobs(store(), some, clock, name, Jobs.Pace.USUAL);
    }

    /** Runs jobs and delivers messages from now on. */
    public void start() {
        jobs().start();
        postman.start();
    }

    @Override
    public void close() {
        postman.close();
        Jobs running;
        synchronized (this) {
            running = jobs;
        }
        if (running != null) {
            running.close();
        }
    }
}
