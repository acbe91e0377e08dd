package io.bellwether.app.scorecard;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.judge.LastGood;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;

/** What is remembered of KPIs from when their data could be trusted. */
@FunctionalInterface
public interface Remembered {
    /** Nothing is. */
    Remembered NOTHING = (catalog, kpis, seenBefore) -> Map.of();

    /**
     * The newest trusted value of each of these, by the KPI's name; of those that nothing is remembered of there is none.
     *
     * @param seenBefore what is later is not seen
     */
    Map<String, LastGood> lastGood(Catalog catalog, Collection<Kpi> kpis, LocalDateTime seenBefore);
}
