package io.bellwether.app.health;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.plan.MetricShape;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.source.DiagnosticException;
import java.util.List;
import java.util.Set;

/** The KPIs that lose their judgement when a dataset cannot be trusted. */
public final class Affected {
    private Affected() {}

    /** Active ones, in the order of the files. */
    public static List<Kpi> by(Catalog catalog, String dataset) {
        return catalog.kpis().values().stream()
                .filter(kpi -> kpi.lifecycle() == Kpi.Lifecycle.ACTIVE)
                .filter(kpi -> datasets(catalog, kpi).contains(dataset))
                .toList();
    }

    private static Set<String> datasets(Catalog catalog, Kpi kpi) {
        try {
            var use = new MetricUse(kpi.metric(), kpi.metric(), kpi.where(), Set.of());
            return MetricShape.of(catalog, use).datasets();
        } catch (DiagnosticException cannotBePlanned) {
            return Set.of();
        }
    }
}
