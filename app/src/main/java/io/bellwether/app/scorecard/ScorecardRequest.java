package io.bellwether.app.scorecard;

import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.time.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * Which KPIs, and as of when. What is null does not restrict.
 *
 * @param kpi one KPI by its name
 * @param chart whether the points of the charts are wanted too
 */
public record ScorecardRequest(
        AsOf asOf,
        @Nullable String owner,
        @Nullable String objective,
        @Nullable String kpi,
        boolean chart) {
    /** Everything, without charts. */
    public static ScorecardRequest all(AsOf asOf) {
        return new ScorecardRequest(asOf, null, null, null, false);
    }

    /** One KPI with its chart. */
    public static ScorecardRequest one(AsOf asOf, String kpi) {
        return new ScorecardRequest(asOf, null, null, kpi, true);
    }

    boolean wants(Kpi candidate) {
        return (kpi == null || kpi.equals(candidate.name()))
                && (owner == null || owner.equals(candidate.owner()))
                && (objective == null || objective.equals(candidate.objective()))
                && (kpi != null || candidate.lifecycle() != Kpi.Lifecycle.RETIRED);
    }
}
