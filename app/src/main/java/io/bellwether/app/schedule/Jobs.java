package io.bellwether.app.schedule;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.bellwether.app.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jobs of a workspace, as one of its servers sees them. Which server runs a job is settled in the store: a row for each
 * job says when it is due and who has it. A job that was due while nobody was there runs once, right away.
 */
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Duration PULSE = Duration.ofSeconds(10);
    /** A server that was silent for so many pulses is dead, and its jobs are free again. */
    private static final int MISSED = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int THREADS = 4;
    /** How soon an edited time of a job counts. */
    private static final Duration EDITS = Duration.ofMinutes(1);

    private final Store store;
    private final List<Job> jobs;
    private final InstantSource clock;
    private final Pace pace;
    private final Runner runner;
    private final Scheduler scheduler;
    private @Nullable Thread times;
    private boolean started;

    /**
     * @param look how often the store is asked for what is due
     * @param pulse how often a server says that it still lives
     */
    public record Pace(Duration look, Duration pulse) {
        public static final Pace USUAL = new Pace(Duration.ofSeconds(5), PULSE);
    }

    /** @param name of this server, for the record of runs */
    public Jobs(Store store, List<Job> jobs, InstantSource clock, String name, Pace pace) {
        this.store = store;
        this.jobs = List.copyOf(jobs);
        this.clock = clock;
        this.pace = pace;
        this.runner = new Runner(store, clock, name);
        this.scheduler = scheduler(name);
    }

    private Scheduler scheduler(String name) {
        List<RecurringTask<Void>> tasks = new ArrayList<>();
        jobs.forEach(job -> tasks.add(task(job)));
        SchedulerBuilder builder = Scheduler.create(store.connections(), List.<Task<?>>of())
                .startTasks(tasks)
                .threads(THREADS)
                .tableName("job_due")
                .jdbcCustomization(new TextColumns())
                .schedulerName(new SchedulerName.Fixed(name))
                .pollingInterval(pace.look())
                .heartbeatInterval(pace.pulse())
                .missedHeartbeatsLimit(MISSED)
                .shutdownMaxWait(PATIENCE)
                .clock(this::now);
        return builder.build();
    }

    private RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), new Due(job))
                .onDeadExecution((left, operations) -> operations.reschedule(left, now()))
                .execute((instance, context) -> runner.run(job));
    }

    /** What a database keeps of a moment. By our clock everywhere: the library would ask the machine's. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A job's cadence as the library asks for it. */
    private record Due(Job job) implements Schedule {
        @Override
        public Instant getNextExecutionTime(ExecutionComplete last) {
            Instant next = job.cadence().get().next(last.getTimeDone());
            return next == null ? NEVER : next;
        }

        /** What is due again and again starts right away; what has a time of day waits for it. */
        @Override
        public Instant getInitialExecutionTime(Instant now) {
            Cadence cadence = job.cadence().get();
            Instant next = cadence instanceof Cadence.Every ? now : cadence.next(now);
            return next == null ? NEVER : next;
        }

        @Override
        public boolean isDeterministic() {
            return !(job.cadence().get() instanceof Cadence.Every);
        }
    }

    /** Runs what is due from now on, until closed. */
    public synchronized void start() {
        started = true;
        scheduler.start();
        times = Thread.ofVirtual().name("job-times").start(this::times);
    }

    private void times() {
        try {
            while (true) {
                Thread.sleep(EDITS);
                try {
                    adapt();
                } catch (RuntimeException e) {
                    LOG.warn("the times of jobs could not be looked at", e);
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** All of them, in the order in which they were given. */
    public List<Job> all() {
        return jobs;
    }

    /** What there is to say about one: when it is due next, and who has it now. */
    public Optional<Standing> standing(Job job) {
        return execution(job)
                .map(found -> new Standing(
                        found.getExecutionTime().equals(Schedule.NEVER) ? null : found.getExecutionTime(),
                        found.isPicked()));
    }

    /**
     * @param due null for never by itself
     * @param running whether a server has it now
     */
    public record Standing(@Nullable Instant due, boolean running) {}

    private Optional<ScheduledExecution<Object>> execution(Job job) {
        return scheduler.getScheduledExecution(task(job).getDefaultTaskInstance());
    }

    /**
     * Makes a job due now; some server that runs jobs takes it.
     *
     * @return false where it is running already
     */
    public boolean askFor(Job job) {
        RecurringTask<Void> task = task(job);
        scheduler.scheduleIfNotExists(task.schedulableInstance(RecurringTask.INSTANCE));
        try {
            boolean free = scheduler.reschedule(task.getDefaultTaskInstance(), clock.instant());
            if (free && started) {
                scheduler.triggerCheckForDueExecutions();
            }
            return free;
        } catch (TaskInstanceException runningOrJustTaken) {
            return false;
        }
    }

    /** The run of a job that begins after another one, once it has ended; empty where none does in time. */
    public Optional<Runs.Run> await(Job job, long afterRun, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            Optional<Runs.Run> run = store.read(handle -> Runs.after(handle, job.name(), afterRun));
            if (run.isPresent() && run.get().how() != Runs.Outcome.RUNNING) {
                return run;
            }
            Thread.sleep(100);
        }
        return Optional.empty();
    }

    /** Moves jobs whose cadence was edited to when they are due by it now. */
    public void adapt() {
        Instant now = clock.instant();
        for (Job job : jobs) {
            Cadence cadence = job.cadence().get();
            Instant next = cadence.next(now);
            Standing standing = standing(job).orElse(null);
            boolean fixed = !(cadence instanceof Cadence.Every);
            if (fixed && standing != null && !standing.running() && isElsewhere(standing.due(), next, now)) {
                scheduler.reschedule(task(job).getDefaultTaskInstance(), next == null ? Schedule.NEVER : next);
            }
        }
    }

    private static boolean isElsewhere(@Nullable Instant due, @Nullable Instant next, Instant now) {
        boolean waits = due == null || due.isAfter(now);
        return waits && (due == null ? next != null : !due.equals(next));
    }

    @Override
    public synchronized void close() {
        if (times != null) {
            times.interrupt();
        }
        if (started) {
            started = false;
            scheduler.stop();
        }
    }
}
