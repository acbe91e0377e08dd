package io.bellwether.app.alert;

import io.bellwether.app.query.Answering;
import io.bellwether.app.query.Health;
import io.bellwether.app.query.HealthCheck;
import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.app.scorecard.ScorecardRequest;
import io.bellwether.app.scorecard.Scorecards;
import io.bellwether.core.catalog.Alert;
import io.bellwether.core.catalog.Alert.Subject;
import io.bellwether.core.catalog.Alert.When;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.plan.MetricShape;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.source.Severity;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Grain;
import io.bellwether.engine.Deadline;
import io.bellwether.engine.EngineException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is seen with the rights of all: the scorecard judged once, all else read when an alert asks for it, once. */
public final class Sight implements Eyes {
    private final Catalog catalog;
    private final AsOf asOf;
    private final LocalDateTime now;
    private final Scorecards scorecards;
    private final Past past;
    private final HealthCheck healthCheck;
    private final Deadline deadline;
    private final Map<String, Gauge> gauges = new HashMap<>();
    private @Nullable Scorecard scorecard;

    public Sight(
            Catalog catalog, AsOf asOf, Instant at, Scorecards scorecards, Answering answering, Deadline deadline) {
        this.catalog = catalog;
        this.asOf = asOf;
        this.now = LocalDateTime.ofInstant(at, catalog.workspace().calendar().zone());
        this.scorecards = scorecards;
        this.past = new Past(catalog, answering, asOf.seenBefore(), deadline);
        this.healthCheck = new HealthCheck(answering);
        this.deadline = deadline;
    }

    @Override
    public Verdict see(Alert alert, Subject subject) {
        try {
            return switch (subject.kind()) {
                case KPI -> kpi(alert.when(), catalog.kpi(subject.name()).orElseThrow());
                case METRIC -> metric(alert.when(), subject.name());
                case DATASET ->
                    alert.when() instanceof When.DataTrouble
                            ? data(subject.name(), Set.of(subject.name()))
                            : new Verdict.Unknown("A dataset has no number; watch it with when: data.");
                case OBJECTIVE -> new Verdict.Resting();
            };
        } catch (DiagnosticException e) {
            return unknown(e.diagnostics().getFirst().message());
        } catch (EngineException e) {
            return unknown(e.diagnostic().message());
        }
    }

    private static Verdict unknown(String why) {
        return new Verdict.Unknown("It could not be read: " + why + ".");
    }

    /** Every KPI judged, once. */
    public Scorecard scorecard() {
        if (scorecard == null) {
            scorecard = scorecards.scorecard(catalog, ScorecardRequest.all(asOf), deadline);
        }
        return scorecard;
    }

    private Verdict kpi(When when, Kpi kpi) {
        if (kpi.lifecycle() != Kpi.Lifecycle.ACTIVE) {
            return new Verdict.Resting();
        }
        KpiCard card = scorecard().kpi(kpi.name()).orElseThrow();
        return switch (when) {
            case When.StatusChange _ -> StatusLook.of(card);
            case When.DataTrouble _ -> beside(card, data(card));
            case When.ProbabilityBelow below -> new ChanceLook(card, past, catalog, now).of(below.share());
            case When.Anomaly _, When.Beyond _, When.Change _ ->
                card.isTrusted() ? number(when, gauge(card)) : new Verdict.Unknown(card.why());
        };
    }

    /** Trouble with data says what was good before it. */
    private static Verdict beside(KpiCard card, Verdict verdict) {
        return verdict instanceof Verdict.Holds(var mark, var text)
                ? new Verdict.Holds(
                        mark,
                        card.lastGood()
                                .map(good -> text + " The last good value of "
                                        + card.kpi().label() + " is "
                                        + good.text(card.metric().about().unit()) + ".")
                                .orElse(text))
                : verdict;
    }

    private Verdict metric(When when, String name) {
        Metric metric = catalog.metric(name).orElseThrow();
        return switch (when) {
            case When.StatusChange _, When.ProbabilityBelow _ ->
                new Verdict.Unknown("A metric has no target, so it has no status; watch a KPI.");
            case When.DataTrouble _ ->
                data(
                        metric.about().label(),
                        MetricShape.of(catalog, MetricUse.of(name)).datasets());
            case When.Anomaly _, When.Beyond _, When.Change _ -> number(when, gauge(metric));
        };
    }

    private Verdict number(When when, Gauge gauge) {
        return switch (when) {
            case When.Anomaly _ -> gauge.anomaly();
            case When.Beyond beyond -> gauge.beyond(beyond);
            case When.Change change -> gauge.change(change);
            case When.StatusChange _, When.DataTrouble _, When.ProbabilityBelow _ -> new Verdict.Resting();
        };
    }

    private Gauge gauge(KpiCard card) {
        Kpi kpi = card.kpi();
        Grain grain = kpi.cadence() == null ? Grain.MONTH : kpi.cadence();
        boolean extensive = MetricShape.of(catalog, new MetricUse(kpi.metric(), kpi.metric(), kpi.where(), Set.of()))
                .extensive();
        return gauges.computeIfAbsent(
                "kpi " + kpi.name(),
                key -> new Gauge(
                        new Gauge.Line(kpi.label(), card.metric(), kpi.where(), grain, extensive),
                        card.measured(),
                        earlier(card.completeness().mark()),
                        past));
    }

    private Gauge gauge(Metric metric) {
        Grain grain =
                metric.about().grain() == null ? Grain.DAY : metric.about().grain();
        boolean extensive = MetricShape.of(catalog, MetricUse.of(metric.name())).extensive();
        return gauges.computeIfAbsent("metric " + metric.name(), key -> {
            var card = scorecards.metric(catalog, metric.name(), grain, asOf, deadline);
            return new Gauge(
                    new Gauge.Line(metric.about().label(), metric, null, grain, extensive),
                    card.measured(),
                    earlier(card.completeness().mark()),
                    past);
        });
    }

    /** Whether the last period of a KPI is unlike its past; what digests say of it. */
    Verdict unusual(KpiCard card) {
        if (!card.isTrusted()) {
            return new Verdict.Resting(); // that it cannot be judged is said where statuses change
        }
        try {
            return gauge(card).anomaly();
        } catch (DiagnosticException e) {
            return unknown(e.diagnostics().getFirst().message());
        }
    }

    /** An as-of of today means its end, but today is not over. */
    private LocalDateTime earlier(LocalDateTime mark) {
        return mark.isBefore(now) ? mark : now;
    }

    /** As its datasets say, and as its metric says itself. */
    private Verdict data(KpiCard card) {
        Verdict verdict = data(card.kpi().label(), card.datasets().keySet());
        if (verdict instanceof Verdict.Fine
                && (card.doubt() != null || card.completeness().stale())) {
            String late = card.completeness().stale() ? "No new data when it was expected. " : "";
            String broken = card.doubt() == null ? "" : card.doubt();
            String mark = (late.isEmpty() ? "" : "stale") + (broken.isEmpty() ? "" : "failing");
            return new Verdict.Holds(mark, (late + broken).strip());
        }
        return verdict;
    }

    private Verdict data(String label, Set<String> datasets) {
        HealthCheck.Found found = healthCheck.look(catalog, datasets, asOf, deadline);
        var problem = found.problem(datasets);
        if (problem.isPresent()) {
            return unknown(problem.get().message());
        }
        List<String> stale = datasets.stream()
                .filter(name -> found.of(name)
                        .filter(health -> health.completeness().stale())
                        .isPresent())
                .toList();
        String failing = found.failures(datasets).stream()
                .filter(failure -> failure.test().severity() == Severity.ERROR)
                .map(Health.Failure::text)
                .distinct()
                .collect(Collectors.joining("; "));
        if (stale.isEmpty() && failing.isEmpty()) {
            return new Verdict.Fine("The data of " + label + " is fresh and passes its tests.");
        }
        String late = stale.isEmpty() ? "" : "No new data when it was expected: " + String.join(", ", stale) + ". ";
        String broken = failing.isEmpty() ? "" : "Tests fail: " + failing + ".";
        return new Verdict.Holds(
                (stale.isEmpty() ? "" : "stale") + (failing.isEmpty() ? "" : "failing"), (late + broken).strip());
    }
}
