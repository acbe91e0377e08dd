package io.bellwether.app.scorecard;

import io.bellwether.app.query.Answering;
import io.bellwether.app.query.HealthCheck;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.catalog.MetricTest;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Severity;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.time.Grain;
import io.bellwether.core.time.Period;
import io.bellwether.core.unit.NumberText;
import io.bellwether.engine.Deadline;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tests of a metric's values, and of the metrics that it is made of: each over the last whole period whose data is complete,
 * whatever slice a KPI takes of it.
 */
public final class ValueChecks {
    private final Calendar calendar;
    private final List<Check> checks;

    private ValueChecks(Calendar calendar, List<Check> checks) {
        this.calendar = calendar;
        this.checks = checks;
    }

    /** One test, and the period that it is about. */
    public record Check(Metric metric, MetricTest test, Period period) {
        private Sheet.Line line() {
            return new Sheet.Line(metric.name(), null);
        }

        private TimeWindow window() {
            return new TimeWindow(period.start(), period.end());
        }
    }

    /** @param text in words, as a part of a sentence */
    public record Failure(Check check, String text) {}

    /** @param data how far the rows reach that the metric stands on */
    public static ValueChecks of(Catalog catalog, Metric metric, Completeness data) {
        Calendar calendar = catalog.workspace().calendar();
        List<Check> checks = new ArrayList<>();
        for (Metric part : catalog.madeOf(metric)) {
            for (MetricTest test : part.about().watch().tests()) {
                Period running = calendar.period(data.mark(), test.per());
                Period last = calendar.period(running.start().minusNanos(1), test.per());
                LocalDateTime first = data.firstRow();
                if (first == null || first.isBefore(last.end())) {
                    checks.add(new Check(part, test, last));
                }
            }
        }
        return new ValueChecks(calendar, List.copyOf(checks));
    }

    /**
     * Every test of every metric, by the dataset that the metric's rows are of; of a metric over several, the first. Those that
     * cannot be planned or read are left out: what is wrong with them is said elsewhere.
     */
    public static Map<String, List<Result>> all(
            Catalog catalog, HealthCheck.Found health, Answering answering, AsOf asOf, Deadline deadline) {
        Sheet sheet = new Sheet();
        Map<String, List<ValueChecks>> byHome = new LinkedHashMap<>();
        for (Metric metric : catalog.metrics().values()) {
            if (!metric.about().watch().tests().isEmpty()) {
                home(catalog, metric, health, asOf).ifPresent(found -> {
                    found.checks().want(sheet);
                    byHome.computeIfAbsent(found.dataset(), d -> new ArrayList<>())
                            .add(found.checks());
                });
            }
        }
        sheet.fill(catalog, answering, asOf.seenBefore(), deadline);
        Map<String, List<Result>> results = new LinkedHashMap<>();
        byHome.forEach((dataset, some) -> results.put(
                dataset,
                some.stream().flatMap(checks -> checks.results(sheet).stream()).toList()));
        return results;
    }

    /** @param said what is wrong, or null where it holds */
    public record Result(Check check, @Nullable String said) {}

    private record Home(String dataset, ValueChecks checks) {}

    private static Optional<Home> home(Catalog catalog, Metric metric, HealthCheck.Found health, AsOf asOf) {
        try {
            Stand stand = Stand.alone(catalog, metric.name(), Grain.MONTH);
            if (stand.homes().isEmpty() || health.problem(stand.datasets()).isPresent()) {
                return Optional.empty();
            }
            ValueChecks own = of(catalog, metric, stand.completeness(catalog, health, asOf));
            List<Check> checks = own.checks.stream()
                    .filter(check -> check.metric().equals(metric))
                    .toList();
            return Optional.of(new Home(stand.homes().iterator().next(), new ValueChecks(own.calendar, checks)));
        } catch (DiagnosticException cannotBePlanned) {
            return Optional.empty();
        }
    }

    private List<Result> results(Sheet sheet) {
        Map<Check, String> failed = new LinkedHashMap<>();
        failures(sheet).forEach(failure -> failed.put(failure.check(), failure.text()));
        return checks.stream()
                .map(check -> new Result(check, failed.get(check)))
                .toList();
    }

    /** Writes down what has to be read. */
    public void want(Sheet sheet) {
        checks.forEach(check -> sheet.want(check.line(), List.of(check.window())));
    }

    /** Those that do not hold, once the sheet is filled; a value that cannot be read is no failure of a test. */
    public List<Failure> failures(Sheet sheet) {
        List<Failure> failures = new ArrayList<>();
        for (Check check : checks) {
            switch (sheet.read(check.line(), check.window())) {
                case io.bellwether.core.judge.Reading.Failed _ -> {}
                case io.bellwether.core.judge.Reading.Missing _ -> judge(check, null, failures);
                case io.bellwether.core.judge.Reading.Value(var value, var _) -> judge(check, value, failures);
            }
        }
        return failures;
    }

    /** Those that take judgements away, as one sentence; null where there is none. */
    @Nullable
    String doubt(Sheet sheet) {
        List<String> texts = failures(sheet).stream()
                .filter(failure -> failure.check().test().severity() == Severity.ERROR)
                .map(Failure::text)
                .toList();
        return texts.isEmpty() ? null : "The data failed its tests: " + String.join("; ", texts) + ".";
    }

    private void judge(Check check, @Nullable BigDecimal value, List<Failure> failures) {
        if (!check.test().holds(value)) {
            failures.add(new Failure(check, text(check, value)));
        }
    }

    private String text(Check check, @Nullable BigDecimal value) {
        String label = check.metric().about().label();
        String period = (check.test().per() == Grain.DAY ? "on " : "in ") + calendar.text(check.period());
        return value == null
                ? label + " has no value " + period
                : label + " is "
                        + NumberText.exact(value, check.metric().about().unit()) + " " + period + ", not "
                        + asks(check.metric(), check.test());
    }

    /** What a test asks for, in words that tell it from others: {@code revenue per month: at least £0}. */
    public static String name(Check check) {
        return check.metric().name() + " per " + check.test().per().word().replace('_', ' ') + ": "
                + asks(check.metric(), check.test());
    }

    private static String asks(Metric metric, MetricTest test) {
        var unit = metric.about().unit();
        BigDecimal least = test.atLeast();
        BigDecimal most = test.atMost();
        if (least != null && most != null) {
            return "between " + NumberText.written(least, unit) + " and " + NumberText.written(most, unit);
        }
        if (least != null) {
            return "at least " + NumberText.written(least, unit);
        }
        return most == null ? "a value" : "at most " + NumberText.written(most, unit);
    }
}
