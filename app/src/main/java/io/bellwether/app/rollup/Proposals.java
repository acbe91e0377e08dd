package io.bellwether.app.rollup;

import io.bellwether.app.query.HealthCheck;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Target;
import io.bellwether.core.plan.MetricShape;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.plan.Planner;
import io.bellwether.core.plan.Question;
import io.bellwether.core.plan.Rollup;
import io.bellwether.core.plan.RollupProposals;
import io.bellwether.core.plan.TimeWindow;
import io.bellwether.core.source.DiagnosticException;
import io.bellwether.core.time.AsOf;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a scorecard asks for, whatever day it is: the rollups that would answer it. */
final class Proposals {
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 30);
    private static final LocalDateTime END = NEVER.plusDays(1).atStartOfDay();

    private final Catalog catalog;
    private final List<Plan> plans = new ArrayList<>();
    private final Set<String> datasets = new LinkedHashSet<>();

    private Proposals(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Of what lies in files: other engines keep their own. */
    static List<Rollup> of(Catalog catalog) {
        Proposals proposals = new Proposals(catalog);
        catalog.kpis().values().forEach(proposals::kpi);
        proposals.plans.addAll(HealthCheck.looks(catalog, proposals.datasets, AsOf.date(NEVER)));
        return RollupProposals.of(proposals.plans).stream()
                .filter(Proposals::isInFiles)
                .toList();
    }

    private void kpi(Kpi kpi) {
        use(new MetricUse(kpi.metric(), kpi.metric(), kpi.where(), Set.of()));
        kpi.supporting().forEach(metric -> use(new MetricUse(metric, metric, kpi.where(), Set.of())));
        kpi.supporting().forEach(metric -> use(MetricUse.of(metric)));
        if (kpi.target() instanceof Target.FromMetric target) {
            use(MetricUse.of(target.metric()));
        }
    }

    private void use(MetricUse use) {
        try {
            TimeWindow day = new TimeWindow(NEVER.atStartOfDay(), END);
            plans.add(Planner.plan(catalog, Question.windows(List.of(use), List.of(day), END)));
            datasets.addAll(MetricShape.of(catalog, use).homes());
        } catch (DiagnosticException cannotBePlanned) {
            // Asking says why.
        }
    }

    private static boolean isInFiles(Rollup rollup) {
        return rollup.sources().stream().allMatch(dataset -> dataset.source() instanceof DataSource.Files);
    }
}
