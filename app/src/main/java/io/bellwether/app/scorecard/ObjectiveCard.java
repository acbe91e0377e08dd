package io.bellwether.app.scorecard;

import io.bellwether.core.catalog.Objective;
import io.bellwether.core.judge.Rollup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An objective with its KPIs, worst and heaviest first.
 *
 * @param objective null for the KPIs that serve none
 * @param depth 0 for one that stands under no other
 * @param rollup of its active KPIs and the objectives below; null where there are none
 */
public record ObjectiveCard(
        @Nullable Objective objective, int depth, @Nullable Rollup rollup, List<KpiCard> kpis) {
    public ObjectiveCard {
        kpis = List.copyOf(kpis);
    }
}
