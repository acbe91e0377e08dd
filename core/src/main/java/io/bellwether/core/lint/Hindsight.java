package io.bellwether.core.lint;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What only rows, or what was remembered, can tell. */
public final class Hindsight {
    /** One rule about one active KPI and its past. */
    interface KpiRule {
        Optional<Finding> check(Kpi kpi, Past.OfKpi past, Past all);
    }

    private static final List<KpiRule> RULES = List.of(
            new UnrealisticTarget(),
            new AlreadyMet(),
            new MovedGoalposts(),
            new OverdueReview(),
            new SameVerdict(),
            new PlanOnFirstDays(),
            new HoldForever());

    private Hindsight() {}

    /** Everything found, rule by rule; waivers are not looked at. */
    public static List<Finding> findings(Catalog catalog, Past past) {
        List<Finding> found = new ArrayList<>(MovingAsOne.check(catalog, past));
        for (Kpi kpi : catalog.kpis().values()) {
            Past.OfKpi own = past.kpis().get(kpi.name());
            if (kpi.lifecycle() == Kpi.Lifecycle.ACTIVE && own != null) {
                RULES.forEach(rule -> rule.check(kpi, own, past).ifPresent(found::add));
            }
        }
        found.addAll(TroubledData.check(catalog, past));
        return List.copyOf(found);
    }
}
