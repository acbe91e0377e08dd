package io.bellwether.core.catalog;

import io.bellwether.core.time.Grain;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How often an objective is reviewed, and which KPIs a review of it goes through. */
public final class ReviewCadence {
    private ReviewCadence() {}

    /**
     * As the objective says; else as often as the most often looked at of its KPIs, but not more often than weekly: nobody meets
     * every day over a number that is looked at every day. Empty where there is nothing to review.
     */
    public static Optional<Grain> of(Objective objective, Catalog catalog) {
        List<Kpi> kpis = kpis(objective, catalog);
        if (kpis.isEmpty()) {
            return Optional.empty();
        }
        if (objective.review() != null) {
            return Optional.of(objective.review());
        }
        return kpis.stream()
                .map(Kpi::cadence)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(grain -> grain == Grain.DAY ? Grain.WEEK : grain);
    }

    /** Its active KPIs; where it has none of its own, those of the objectives right below it, and so on. */
    public static List<Kpi> kpis(Objective objective, Catalog catalog) {
        List<Kpi> own = catalog.kpis().values().stream()
                .filter(kpi -> kpi.lifecycle() == Kpi.Lifecycle.ACTIVE
                        && objective.name().equals(kpi.objective()))
                .toList();
        return own.isEmpty()
                ? catalog.objectives().values().stream()
                        .filter(below -> objective.name().equals(below.parent()))
                        .flatMap(below -> kpis(below, catalog).stream())
                        .toList()
                : own;
    }
}
