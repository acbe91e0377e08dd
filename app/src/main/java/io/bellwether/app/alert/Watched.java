package io.bellwether.app.alert;

import io.bellwether.core.catalog.Alert;
import io.bellwether.core.catalog.Alert.Subject;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Objective;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What alerts look at; an objective stands for the active KPIs under it and under the objectives below. */
final class Watched {
    private Watched() {}

    static List<Subject> subjects(Catalog catalog, Alert alert) {
        Set<Subject> all = new LinkedHashSet<>();
        for (Subject subject : alert.on()) {
            if (subject.kind() == Subject.Kind.OBJECTIVE) {
                kpis(catalog, subject.name()).forEach(kpi -> all.add(new Subject(Subject.Kind.KPI, kpi.name())));
            } else {
                all.add(subject);
            }
        }
        return List.copyOf(all);
    }

    /** The active KPIs under an objective, at any depth. */
    static List<Kpi> kpis(Catalog catalog, String objective) {
        Set<String> below = new LinkedHashSet<>(Set.of(objective));
        boolean more = true;
        while (more) {
            more = below.addAll(catalog.objectives().values().stream()
                    .filter(o -> o.parent() != null && below.contains(o.parent()))
                    .map(Objective::name)
                    .toList());
        }
        return catalog.kpis().values().stream()
                .filter(kpi -> kpi.lifecycle() == Kpi.Lifecycle.ACTIVE)
                .filter(kpi -> kpi.objective() != null && below.contains(kpi.objective()))
                .toList();
    }
}
