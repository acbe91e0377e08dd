package io.bellwether.app.health;

import io.bellwether.app.health.Run.DatasetResult;
import io.bellwether.app.health.Run.Outcome;
import io.bellwether.app.health.Run.TestResult;
import io.bellwether.app.query.Answering;
import io.bellwether.app.query.Health;
import io.bellwether.app.query.HealthCheck;
import io.bellwether.app.scorecard.ValueChecks;
import io.bellwether.app.store.Store;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataTest;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.Severity;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at all data of a workspace, by the look that a scorecard takes, and keeps what it found. */
public final class HealthRuns {
    /** How long runs are kept. */
    private static final Duration KEPT = Duration.ofDays(90);

    /** How many runs a history shows. */
    public static final int SHOWN = 30;

    private final Answering answering;
    private final HealthCheck check;
    private final Supplier<Store> store;

    public HealthRuns(Answering answering, Supplier<Store> store) {
        this.answering = answering;
        this.check = new HealthCheck(answering);
        this.store = store;
    }

    /** Looks, and keeps what was found. */
    public Run run(Catalog catalog, AsOf asOf, Instant at) {
        Run found = look(catalog, asOf, at);
        store.get().keep(handle -> {
            long id = HealthRows.add(handle, found);
            HealthRows.forget(handle, at.minus(KEPT));
            return id;
        });
        return latest().orElse(found);
    }

    /** Looks, and keeps nothing. */
    public Run look(Catalog catalog, AsOf asOf, Instant at) {
        long start = System.nanoTime();
        HealthCheck.Found found = check.look(catalog, catalog.datasets().keySet(), asOf, Deadline.none());
        Map<String, List<ValueChecks.Result>> values =
                ValueChecks.all(catalog, found, answering, asOf, Deadline.none());
        List<DatasetResult> results = catalog.datasets().values().stream()
                .map(dataset -> result(dataset, found, values.getOrDefault(dataset.name(), List.of())))
                .toList();
        long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
        return new Run(0, at, asOf.label(), took, results);
    }

    private static DatasetResult result(Dataset dataset, HealthCheck.Found found, List<ValueChecks.Result> values) {
        Diagnostic problem = found.problems().get(dataset.name());
        Optional<Health> health = found.of(dataset.name());
        List<TestResult> tests = new ArrayList<>();
        for (DataTest test : dataset.checks()) {
            Optional<Health.Failure> failure = health.flatMap(h ->
                    h.failures().stream().filter(f -> f.test().equals(test)).findFirst());
            tests.add(result(test, problem != null, failure));
        }
        values.forEach(value -> tests.add(result(value)));
        return new DatasetResult(
                dataset.name(),
                dataset.time() == null
                        ? null
                        : health.map(h -> h.completeness().mark()).orElse(null),
                health.map(h -> h.completeness().lastRow()).orElse(null),
                health.map(h -> h.completeness().stale()).orElse(false),
                problem == null ? null : problem.code() + " " + problem.message(),
                tests);
    }

    private static TestResult result(ValueChecks.Result value) {
        boolean isError = value.check().test().severity() == Severity.ERROR;
        Outcome outcome = value.said() == null ? Outcome.PASSED : Outcome.FAILED;
        return new TestResult(ValueChecks.name(value.check()), isError, outcome, null, value.said());
    }

    private static TestResult result(DataTest test, boolean unread, Optional<Health.Failure> failure) {
        boolean isError = test.severity() == Severity.ERROR;
        String asks = Health.asks(test);
        if (unread) {
            return new TestResult(asks, isError, Outcome.NOT_READ, null, null);
        }
        return failure.map(f ->
                        new TestResult(asks, isError, Outcome.FAILED, f.rows() < 0 ? null : (Long) f.rows(), f.text()))
                .orElseGet(() -> new TestResult(asks, isError, Outcome.PASSED, null, null));
    }

    /** What was found last. */
    public Optional<Run> latest() {
        return store.get().read(HealthRows::latest);
    }

    /** One way in which a test came out, in one run. */
    public record Past(Instant at, Outcome outcome) {}

    /** How tests came out in the last runs, the oldest first, by {@code dataset: test}. */
    public Map<String, List<Past>> past() {
        return store.get().read(handle -> HealthRows.past(handle, HealthRows.firstOf(handle, SHOWN))).stream()
                .collect(Collectors.groupingBy(
                        past -> key(past.dataset(), past.test()),
                        Collectors.mapping(
                                past -> new Past(
                                        past.at(),
                                        Outcome.valueOf(past.outcome().toUpperCase(Locale.ROOT))),
                                Collectors.toList())));
    }

    /** By what {@link #past} finds a test. */
    public static String key(String dataset, String test) {
        return dataset + ": " + test;
    }

    /** Since when a test comes out as it does now; null where no run is kept. */
    public @Nullable Instant since(String dataset, TestResult test) {
        String outcome = test.outcome().name().toLowerCase(Locale.ROOT);
        return store.get()
                .read(handle -> HealthRows.since(handle, dataset, test.test(), outcome))
                .orElse(null);
    }
}
