package io.bellwether.app.scorecard;

import io.bellwether.app.query.Health;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.judge.Status;
import io.bellwether.core.time.Completeness;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A KPI with its numbers.
 *
 * @param completeness how far the data of all that it stands on reaches
 * @param datasets those whose rows it aggregates, with their health where something is known of it
 * @param supporting the metrics beside it
 */
public record KpiCard(
        Kpi kpi,
        Metric metric,
        Measured measured,
        Completeness completeness,
        Map<String, Optional<Health>> datasets,
        List<MetricCard> supporting) {
    /** A draft is measured, but not judged; empty also without a target. */
    public Optional<Judgement> judgement() {
        return kpi.lifecycle() == Kpi.Lifecycle.ACTIVE ? Optional.ofNullable(measured.judgement()) : Optional.empty();
    }

    public Optional<Status> status() {
        return judgement().map(Judgement::status);
    }

    /** A metric beside a KPI, over the running period of the KPI's cadence. */
    public record MetricCard(Metric metric, Measured measured, Completeness completeness) {}
}
