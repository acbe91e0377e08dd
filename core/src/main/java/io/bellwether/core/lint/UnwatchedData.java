package io.bellwether.core.lint;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A feed that stops or breaks must not look like a result. One finding for each dataset, however many KPIs stand on it. */
final class UnwatchedData implements Rule {
    private static final String UNKNOWN = "a_field";

    @Override
    public List<Finding> check(Ground ground) {
        Map<String, List<Kpi>> users = new LinkedHashMap<>();
        Map<Kpi, Metric.Watch> watched = new LinkedHashMap<>();
        for (Kpi kpi : ground.active()) {
            watched.put(kpi, watch(ground, kpi));
            ground.formulas()
                    .datasets(kpi.metric())
                    .forEach(name ->
                            users.computeIfAbsent(name, n -> new ArrayList<>()).add(kpi));
        }
        List<Finding> found = new ArrayList<>();
        users.forEach((name, kpis) -> {
            Dataset dataset = ground.catalog().dataset(name).orElseThrow();
            // What people type in is checked as they type it.
            boolean untested = dataset.tests().isEmpty() && !(dataset.source() instanceof DataSource.Typed);
            boolean told = kpis.stream()
                    .anyMatch(kpi -> SilenceLooksGood.silent(ground, kpi)
                            .filter(dataset::equals)
                            .isPresent());
            boolean unexpected = dataset.time() != null && dataset.expectedEvery() == null && !told;
            List<Kpi> untestedKpis = kpis.stream()
                    .filter(kpi -> untested
                            && Objects.requireNonNull(watched.get(kpi)).tests().isEmpty())
                    .toList();
            List<Kpi> unexpectedKpis = kpis.stream()
                    .filter(kpi -> unexpected
                            && Objects.requireNonNull(watched.get(kpi)).expectedEvery() == null)
                    .toList();
            List<Kpi> all = kpis.stream()
                    .filter(kpi -> untestedKpis.contains(kpi) || unexpectedKpis.contains(kpi))
                    .toList();
            if (!all.isEmpty()) {
                found.add(finding(dataset, all, !untestedKpis.isEmpty(), !unexpectedKpis.isEmpty()));
            }
        });
        return found;
    }

    /** What the KPI's metric says for itself: then its datasets need not. */
    private static Metric.Watch watch(Ground ground, Kpi kpi) {
        return ground.catalog()
                .metric(kpi.metric())
                .map(metric -> metric.about().watch())
                .orElse(Metric.Watch.NONE);
    }

    private static Finding finding(Dataset dataset, List<Kpi> kpis, boolean untested, boolean unexpected) {
        List<String> missing = new ArrayList<>();
        List<String> yaml = new ArrayList<>();
        if (untested) {
            missing.add("no data test");
            yaml.add("tests: [{ not_null: " + field(dataset) + " }]");
        }
        if (unexpected) {
            missing.add("no expected_every");
            yaml.add("expected_every: 1 day");
        }
        String more = kpis.size() == 1 ? "" : " and " + (kpis.size() - 1) + " more";
        String message = "the dataset \"" + dataset.name() + "\" under the KPI \""
                + kpis.getFirst().name() + "\"" + more + " has " + String.join(" and ", missing);
        var subject = new Finding.Subject(Finding.Kind.DATASET, dataset.name());
        String fix = "add " + String.join(", and ", yaml);
        String owner = kpis.getFirst().owner();
        String lines = String.join("\n", yaml);
        Edit edit = lines.contains(UNKNOWN) ? null : Edit.key(dataset.span(), lines);
        return new Finding(RuleCode.K121.at(dataset.span(), message, fix), subject, owner, lines, edit);
    }

    private static String field(Dataset dataset) {
        if (dataset.time() != null) {
            return dataset.time();
        }
        return dataset.primaryKey().isEmpty()
                ? dataset.fields().keySet().stream().findFirst().orElse(UNKNOWN)
                : dataset.primaryKey().getFirst();
    }
}
