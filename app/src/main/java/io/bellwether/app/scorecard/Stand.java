package io.bellwether.app.scorecard;

import io.bellwether.app.query.HealthCheck;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.judge.LookBack;
import io.bellwether.core.judge.Subject;
import io.bellwether.core.plan.MetricShape;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.time.Grain;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a KPI stands on, before any number is read.
 *
 * @param homes the datasets whose rows count: their freshness is the KPI's
 * @param fresh what of them is expected how often
 * @param datasets all that are read
 * @param goal the metric that the target comes from, or null
 */
record Stand(
        Kpi kpi,
        Metric metric,
        Subject subject,
        Set<String> homes,
        List<Freshness.Part> fresh,
        Set<String> datasets,
        @Nullable String goal) {
    /** How far its data reaches. */
    Completeness completeness(Catalog catalog, HealthCheck.Found health, AsOf asOf) {
        return Freshness.of(fresh, health, LookBack.cadence(kpi.cadence()), asOf, catalog);
    }

    /**
     * @throws io.bellwether.core.source.DiagnosticException where a metric cannot be planned
     */
    static Stand of(Catalog catalog, Kpi kpi) {
        Metric metric = catalog.metric(kpi.metric()).orElseThrow();
        MetricShape shape = MetricShape.of(catalog, use(kpi));
        Set<String> homes = new LinkedHashSet<>(shape.homes());
        Set<String> datasets = new LinkedHashSet<>(shape.datasets());
        if (shape.placed()) {
            // A table of dates has rows for days to come; only the facts that lead to it say how far they reach.
            homes.add(HealthCheck.factsOf(metric.name()));
            datasets.add(HealthCheck.factsOf(metric.name()));
        }
        String goal = kpi.target() instanceof Target.FromMetric from ? from.metric() : null;
        boolean goalExtensive = false;
        if (goal != null) {
            // A plan reaches into the future and has no freshness of its own: only its rows are read.
            MetricShape goalShape = MetricShape.of(catalog, MetricUse.of(goal));
            datasets.addAll(goalShape.datasets());
            goalExtensive = goalShape.extensive();
        }
        var subject = new Subject(kpi, metric.about().unit(), shape.extensive(), shape.nonNegative(), goalExtensive);
        return new Stand(kpi, metric, subject, homes, Freshness.parts(catalog, metric, homes), datasets, goal);
    }

    /** Reads all that the numbers will be read from; which columns these are does not hang on the window. */
    static Question question(List<Stand> stands, LocalDateTime seenBefore) {
        List<MetricUse> uses = new ArrayList<>();
        for (Stand stand : stands) {
            uses.add(new MetricUse(
                    stand.kpi().metric(), "n" + uses.size(), stand.kpi().where(), Set.of()));
            if (stand.goal() != null) {
                uses.add(new MetricUse(stand.goal(), "n" + uses.size(), null, Set.of()));
            }
        }
        return Question.windows(uses, List.of(new TimeWindow(seenBefore.minusDays(1), seenBefore)), seenBefore);
    }

    private static MetricUse use(Kpi kpi) {
        return new MetricUse(kpi.metric(), kpi.metric(), kpi.where(), Set.of());
    }

    /** A metric beside a KPI: over the same stretch, without a promise. */
    static Stand beside(Catalog catalog, Stand of, String metric) {
        Kpi kpi = of.kpi();
        Stand bare = bare(catalog, metric, kpi.weight(), kpi.cadence(), kpi.thresholds(), kpi.span());
        return new Stand(
                bare.kpi, bare.metric, bare.subject.beside(of.subject), bare.homes, bare.fresh, bare.datasets, null);
    }

    /** A metric by itself, over the running period of a grain. */
    static Stand alone(Catalog catalog, String metric, Grain grain) {
        Span span = catalog.metric(metric).orElseThrow().about().span();
        return bare(catalog, metric, BigDecimal.ONE, grain, Kpi.Thresholds.STANDARD, span);
    }

    private static Stand bare(
            Catalog catalog,
            String metric,
            BigDecimal weight,
            @Nullable Grain cadence,
            Kpi.Thresholds thresholds,
            Span span) {
        return of(
                catalog,
                new Kpi(
                        metric,
                        metric,
                        metric,
                        null,
                        null,
                        Kpi.Lifecycle.DRAFT,
                        null,
                        null,
                        null,
                        null,
                        weight,
                        catalog.metric(metric).orElseThrow().about().direction(),
                        null,
                        cadence,
                        thresholds,
                        List.of(),
                        null,
                        null,
                        null,
                        span));
    }
}
