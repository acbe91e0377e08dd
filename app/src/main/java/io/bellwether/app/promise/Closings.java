package io.bellwether.app.promise;

import io.bellwether.app.scorecard.Hindsight;
import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.judge.LookBack;
import io.bellwether.core.judge.Status;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every period and timeframe as it was reported when it closed, and what data says of it since. */
public final class Closings {
    /** Of how long ago a usual run looks for restatements; all others are looked at on demand. */
    private static final int LOOK_BACK_DAYS = 400;

    private static final int AT_ONCE = 400;

    private final Store store;
    private final ClosingBook book;
    private final Hindsight hindsight;

    public Closings(Store store, Hindsight hindsight) {
        this.store = store;
        this.book = new ClosingBook(store);
        this.hindsight = hindsight;
    }

    /**
     * What a run did.
     *
     * @param closed stored for the first time
     * @param restated found to be different than when last looked at
     * @param withdrawn how many were taken back, for they were stored before they were over
     * @param problems of KPIs that could not be measured: they are closed by a later run
     */
    public record Run(List<Closing> closed, List<Closing> restated, int withdrawn, List<Diagnostic> problems) {}

    /** Closes what is due, and looks at what closed in the last thirteen months again. */
    public Run closeDue(Catalog catalog, AsOf asOf, Instant at) {
        return closeDue(catalog, asOf, at, false, Deadline.none());
    }

    /**
     * Closes what is due, each once whoever runs, and stores what has changed since.
     *
     * @param all whether closings of any age are looked at again
     */
    public Run closeDue(Catalog catalog, AsOf asOf, Instant at, boolean all, Deadline deadline) {
        Map<String, List<Version>> versions = store.read(PromiseRows::versions);
        List<Kpi> active = catalog.kpis().values().stream()
                .filter(kpi -> kpi.lifecycle() == Kpi.Lifecycle.ACTIVE && versions.containsKey(kpi.name()))
                .toList();
        ZoneId zone = catalog.workspace().calendar().zone();
        int withdrawn = book.withdrawEarly(versions.keySet(), zone, at);
        Map<String, Hindsight.State> states = hindsight.look(catalog, active, asOf, deadline);
        LocalDateTime from = all ? LocalDateTime.MIN : asOf.seenBefore().minusDays(LOOK_BACK_DAYS);
        Running run = new Running(new InForce(catalog), states, asOf, at, deadline);
        List<Task> waiting = new ArrayList<>();
        for (Kpi kpi : active) {
            run.tasks(kpi, Objects.requireNonNull(versions.get(kpi.name())), from)
                    .forEach(waiting::add);
            if (waiting.size() >= AT_ONCE) {
                run.work(waiting);
                waiting.clear();
            }
        }
        run.work(waiting);
        return new Run(run.closed, run.restated, withdrawn, run.problems);
    }

    /** What is stored of closings. */
    public ClosingBook book() {
        return book;
    }

    /** How the last timeframes of each KPI ended, the latest first. */
    public Map<String, List<Closing>> timeframes(int most) {
        return book.timeframes(most);
    }

    /** Of one KPI, the latest first. */
    public List<Closing> of(String kpi) {
        return book.of(kpi);
    }

    /**
     * A moment to look at.
     *
     * @param known what is stored of it, or null
     */
    private record Task(
            Due.Close close,
            Hindsight.Moment moment,
            @Nullable Closing known) {}

    private final class Running {
        private final InForce inForce;
        private final Map<String, Hindsight.State> states;
        private final AsOf asOf;
        private final Instant at;
        private final Deadline deadline;
        private final List<Closing> closed = new ArrayList<>();
        private final List<Closing> restated = new ArrayList<>();
        private final List<Diagnostic> problems = new ArrayList<>();

        Running(InForce inForce, Map<String, Hindsight.State> states, AsOf asOf, Instant at, Deadline deadline) {
            this.inForce = inForce;
            this.states = states;
            this.asOf = asOf;
            this.at = at;
            this.deadline = deadline;
        }

        List<Task> tasks(Kpi kpi, List<Version> versions, LocalDateTime from) {
            switch (Objects.requireNonNull(states.get(kpi.name()))) {
                case Hindsight.State.Broken(var problem) -> {
                    problems.add(problem);
                    return List.of();
                }
                case Hindsight.State.Known(var complete, var doubt) -> {
                    Map<String, Closing> known = new LinkedHashMap<>();
                    book.of(kpi.name()).forEach(closing -> known.put(key(closing), closing));
                    List<Due.Close> due =
                            new Due(versions, inForce.calendar(), complete, asOf.seenBefore(), local(at)).closes();
                    return due.stream()
                            .map(close -> task(close, versions, known))
                            .flatMap(Optional::stream)
                            // What data in doubt says now is no restatement of what was reported while it was not.
                            .filter(task -> task.known == null
                                    || doubt == null
                                            && !task.close.silent()
                                            && (!task.close.period().end().isBefore(from) || isWithdrawn(task.known)))
                            .toList();
                }
            }
        }

        /** Stored too early, and without a number since: it is looked at again however old it is. */
        private boolean isWithdrawn(Closing closing) {
            return closing.isEarly(inForce.calendar().zone()) && !closing.isGood();
        }

        /** What was closed is looked at by the version that judged it; empty where that one cannot be measured any more. */
        private Optional<Task> task(Due.Close close, List<Version> versions, Map<String, Closing> known) {
            Closing before = known.get(key(close));
            if (before != null) {
                Version judging = versions.stream()
                        .filter(v -> v.number() == before.version())
                        .findFirst()
                        .orElse(close.version());
                return task(new Due.Close(close.kind(), close.period(), judging, close.silent()), before);
            }
            // Where the formula of then is gone, the first version that can be measured stands for it, and is named.
            return versions.stream()
                    .filter(v -> v.number() >= close.version().number())
                    .map(v -> task(new Due.Close(close.kind(), close.period(), v, close.silent()), null))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        private Optional<Task> task(Due.Close close, @Nullable Closing before) {
            return inForce.kpi(close.version())
                    .map(kpi -> new Task(
                            close, new Hindsight.Moment(kpi, close.period().end()), before));
        }

        private LocalDateTime local(Instant instant) {
            return LocalDateTime.ofInstant(instant, inForce.calendar().zone());
        }

        void work(List<Task> tasks) {
            if (tasks.isEmpty()) {
                return;
            }
            List<Hindsight.Moment> moments =
                    tasks.stream().map(Task::moment).distinct().toList();
            Map<Hindsight.Moment, LookBack.Stood> stood =
                    hindsight.judged(inForce.catalog(), moments, states, asOf, deadline);
            List<Closing> fresh = new ArrayList<>();
            List<Closing> changed = new ArrayList<>();
            for (Task task : tasks) {
                LookBack.Stood one = stood.get(task.moment);
                if (one == null || one.judgement() == null) {
                    continue;
                }
                Diagnostic problem = one.judgement().problem();
                if (problem != null && problem.code().startsWith("E")) {
                    problems.add(problem);
                } else {
                    sort(task, stand(task, one), fresh, changed);
                }
            }
            keep(fresh, changed);
        }

        private Closing.Stand stand(Task task, LookBack.Stood stood) {
            var judgement = Objects.requireNonNull(stood.judgement());
            if (task.close.silent()) {
                return new Closing.Stand(null, judgement.numbers().target(), null, Status.NO_DATA, at);
            }
            boolean doubted = states.get(task.moment.kpi().name()) instanceof Hindsight.State.Known(var c, var doubt)
                    && doubt != null;
            return new Closing.Stand(
                    doubted ? null : stood.value(),
                    judgement.numbers().target(),
                    judgement.progress(),
                    judgement.status(),
                    at);
        }

        private void sort(Task task, Closing.Stand stand, List<Closing> fresh, List<Closing> changed) {
            Closing known = task.known;
            if (known == null) {
                var period = task.close.period();
                fresh.add(new Closing(
                        task.moment.kpi().name(),
                        task.close.kind(),
                        period.label(),
                        period.start(),
                        period.end(),
                        task.close.version().number(),
                        stand,
                        List.of()));
            } else if (!known.now().isAs(stand)) {
                List<Closing.Stand> all = new ArrayList<>(known.restated());
                all.add(stand);
                changed.add(known.with(all));
            }
        }

        private void keep(List<Closing> fresh, List<Closing> changed) {
            ClosingBook.Kept kept = book.keep(fresh, changed, at);
            closed.addAll(kept.closed());
            restated.addAll(kept.restated());
        }
    }

    private static String key(Closing closing) {
        return closing.kind() + " " + closing.starts() + " " + closing.ends();
    }

    private static String key(Due.Close close) {
        return close.kind() + " " + close.period().start() + " "
                + close.period().end();
    }
}
