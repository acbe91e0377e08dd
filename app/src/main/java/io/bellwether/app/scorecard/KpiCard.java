package io.bellwether.app.scorecard;

import io.bellwether.app.query.Health;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.judge.Judgement;
import io.bellwether.core.judge.LastGood;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.judge.Status;
import io.bellwether.core.time.Completeness;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A KPI with its numbers.
 *
 * @param doubt why its data cannot be trusted although it is there (a failed test), as a sentence; or null
 * @param completeness how far the data of all that it stands on reaches
 * @param datasets those whose rows it aggregates, with their health where something is known of it
 * @param supporting the metrics beside it
 */
public record KpiCard(
        Kpi kpi,
        Metric metric,
        Measured measured,
        @Nullable String doubt,
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

    /** Whether its number may be shown as that of now. */
    public boolean isTrusted() {
        return isTrusted(measured, doubt, completeness);
    }

    /** The number of now; null where there is none, and where its data is stale or in doubt. */
    public @Nullable BigDecimal value() {
        return isTrusted() ? measured.value() : null;
    }

    /** What can be shown beside the reason where there is no number of now. */
    public Optional<LastGood> lastGood() {
        return isTrusted() ? Optional.empty() : Optional.ofNullable(measured.lastGood());
    }

    /** Why it stands as it does, and what was good last where it cannot be judged; empty where nothing is judged. */
    public String why() {
        return judgement().map(Judgement::why).map(why -> why + last()).orElse("");
    }

    private String last() {
        return lastGood()
                .map(good ->
                        " The last good value is " + good.text(metric.about().unit()) + ".")
                .orElse("");
    }

    KpiCard with(LastGood good) {
        return new KpiCard(kpi, metric, measured.with(good), doubt, completeness, datasets, supporting);
    }

    private static boolean isTrusted(Measured measured, @Nullable String doubt, Completeness completeness) {
        Judgement judgement = measured.judgement();
        if (judgement != null && judgement.status() != Status.NO_DATA) {
            return true; // over and complete, or not begun: what comes in late does not count against it
        }
        return measured.value() != null && doubt == null && !completeness.stale();
    }

    /** A metric beside a KPI, over the running period of the KPI's cadence. */
    public record MetricCard(
            Metric metric, Measured measured, @Nullable String doubt, Completeness completeness) {
        /** The number of now; null where there is none, and where its data is stale or in doubt. */
        public @Nullable BigDecimal value() {
            return isTrusted(measured, doubt, completeness) ? measured.value() : null;
        }

        /** What can be shown beside the reason where there is no number of now. */
        public Optional<LastGood> lastGood() {
            return value() == null ? Optional.ofNullable(measured.lastGood()) : Optional.empty();
        }
    }
}
