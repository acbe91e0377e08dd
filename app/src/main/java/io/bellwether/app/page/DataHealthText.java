package io.bellwether.app.page;

import io.bellwether.app.health.Affected;
import io.bellwether.app.health.HealthRuns;
import io.bellwether.app.health.Run;
import io.bellwether.app.page.DataHealthView.DataTestView;
import io.bellwether.app.page.DataHealthView.DatasetHealthView;
import io.bellwether.app.page.DataHealthView.KpiLink;
import io.bellwether.app.page.DataHealthView.PastTestView;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found of the data, in words. */
public final class DataHealthText {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private final Catalog catalog;
    private final HealthRuns runs;
    private final ZoneId zone;

    public DataHealthText(Catalog catalog, HealthRuns runs) {
        this.catalog = catalog;
        this.runs = runs;
        this.zone = catalog.workspace().calendar().zone();
    }

    /** Before anybody looked. */
    public static DataHealthView never() {
        return new DataHealthView("Nobody has looked at the data yet.", true, null, List.of());
    }

    /** Of a run; datasets that are defined no more are left out. */
    public DataHealthView of(Run run) {
        Map<String, List<HealthRuns.Past>> past = runs.past();
        List<DatasetHealthView> datasets = new ArrayList<>();
        for (Run.DatasetResult result : run.datasets()) {
            catalog.dataset(result.dataset()).ifPresent(dataset -> datasets.add(dataset(dataset, result, run, past)));
        }
        return new DataHealthView(sentence(run), !run.fails(), minute(run.at()), datasets);
    }

    /** {@code 2 of 5 datasets are in trouble: orders, stock.} */
    public static String sentence(Run run) {
        List<String> bad = run.datasets().stream()
                .filter(DataHealthText::isBad)
                .map(Run.DatasetResult::dataset)
                .toList();
        int all = run.datasets().size();
        if (bad.isEmpty()) {
            return all == 1 ? "The one dataset can be trusted." : "All " + all + " datasets can be trusted.";
        }
        return bad.size() + " of " + all + (all == 1 ? " dataset" : " datasets") + " cannot be trusted: "
                + String.join(", ", bad) + ".";
    }

    private static boolean isBad(Run.DatasetResult dataset) {
        return dataset.problem() != null
                || dataset.stale()
                || dataset.tests().stream().anyMatch(test -> test.isError() && test.outcome() == Run.Outcome.FAILED);
    }

    private DatasetHealthView dataset(
            Dataset dataset, Run.DatasetResult result, Run run, Map<String, List<HealthRuns.Past>> past) {
        boolean warns = result.tests().stream().anyMatch(test -> test.outcome() == Run.Outcome.FAILED);
        return new DatasetHealthView(
                dataset.name(),
                DefinitionText.source(dataset),
                result.watermark() == null ? null : Dates.lastMinute(result.watermark()),
                dataset.expectedEvery() == null
                        ? null
                        : dataset.expectedEvery().equals(java.time.Period.ZERO)
                                ? "whenever something happens"
                                : "every " + length(dataset.expectedEvery()),
                late(result, run),
                result.problem(),
                isBad(result) ? "bad" : warns ? "warn" : "good",
                result.tests().stream().map(test -> test(dataset, test, past)).toList(),
                Affected.by(catalog, dataset.name()).stream()
                        .map(kpi -> new KpiLink(kpi.label(), "/kpi/" + kpi.name()))
                        .toList());
    }

    /** How long data has been missing that should have come. */
    private @Nullable String late(Run.DatasetResult result, Run run) {
        if (!result.stale()) {
            return null;
        }
        if (result.lastRow() == null || result.watermark() == null) {
            return "no data yet";
        }
        Duration late = Duration.between(result.watermark(), LocalDateTime.ofInstant(run.at(), zone));
        return late.toDays() > 1 ? late.toDays() + " days late" : Math.max(1, late.toHours()) + " hours late";
    }

    static String length(TemporalAmount every) {
        String text = every.toString().substring(1).replace("T", "");
        String number = text.replaceAll("[^0-9].*", "");
        String unit = switch (text.replaceAll("[0-9]", "")) {
            case "D" -> "day";
            case "W" -> "week";
            case "M" -> every instanceof Duration ? "minute" : "month";
            case "Y" -> "year";
            case "H" -> "hour";
            case "S" -> "second";
            default -> text;
        };
        return number.equals("1") ? unit : number + " " + unit + "s";
    }

    private DataTestView test(Dataset dataset, Run.TestResult test, Map<String, List<HealthRuns.Past>> past) {
        List<HealthRuns.Past> history = past.getOrDefault(HealthRuns.key(dataset.name(), test.test()), List.of());
        Instant since = test.outcome() == Run.Outcome.FAILED ? runs.since(dataset.name(), test) : null;
        return new DataTestView(
                test.test(),
                state(test.outcome(), test.isError()),
                word(test.outcome(), test.isError()),
                test.said(),
                since == null ? null : "since " + minute(since),
                history.stream()
                        .map(one -> new PastTestView(
                                state(one.outcome(), test.isError()),
                                minute(one.at()) + ": " + word(one.outcome(), test.isError())))
                        .toList());
    }

    private static String state(Run.Outcome outcome, boolean isError) {
        return switch (outcome) {
            case PASSED -> "good";
            case FAILED -> isError ? "bad" : "warn";
            case NOT_READ -> "none";
        };
    }

    private static String word(Run.Outcome outcome, boolean isError) {
        return switch (outcome) {
            case PASSED -> "holds";
            case FAILED -> isError ? "fails" : "warns";
            case NOT_READ -> "not read";
        };
    }

    private String minute(Instant instant) {
        return MINUTE.format(LocalDateTime.ofInstant(instant, zone));
    }
}
