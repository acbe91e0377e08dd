package io.bellwether.app.people;

import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.app.scorecard.Movements;
import io.bellwether.app.scorecard.Scorecard;
import io.bellwether.app.scorecard.ScorecardRequest;
import io.bellwether.app.scorecard.Scorecards;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.judge.Measured;
import io.bellwether.core.time.AsOf;
import io.bellwether.engine.Deadline;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** What people's words stand beside: KPIs as they are judged now, and how they moved since. */
public record Numbers(Scorecards scorecards, Movements movements) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** One KPI; of a name that the catalog has. */
    public Standing standing(Catalog catalog, String kpi, AsOf asOf) {
        return Standing.of(card(catalog, kpi, asOf));
    }

    /** One KPI with its numbers; of a name that the catalog has. */
    public KpiCard card(Catalog catalog, String kpi, AsOf asOf) {
        var request = new ScorecardRequest(asOf, null, null, kpi, false);
        return scorecards
                .scorecard(catalog, request, Deadline.in(PATIENCE))
                .kpi(kpi)
                .orElseThrow();
    }

    /** All that count. */
    public Scorecard all(Catalog catalog, AsOf asOf) {
        return scorecards.scorecard(catalog, ScorecardRequest.all(asOf), Deadline.in(PATIENCE));
    }

    /** How KPIs moved since moments of theirs, where something can be told. */
    public Map<Movements.Since, Measured.Delta> since(Catalog catalog, Collection<Movements.Since> asked, AsOf asOf) {
        return movements.of(catalog, asked, asOf, Deadline.in(PATIENCE));
    }
}
