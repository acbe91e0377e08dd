package io.bellwether.core.lint;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.definition.DatasetDefinition;
import io.bellwether.core.definition.Definitions;
import io.bellwether.core.definition.KpiDefinition;
import io.bellwether.core.definition.MetricDefinition;
import io.bellwether.core.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What rules read: the model, and where things were written.
 *
 * @param active the KPIs that count, in the order of the files
 */
record Ground(
        Catalog catalog,
        List<Kpi> active,
        Map<String, KpiDefinition> kpis,
        Map<String, MetricDefinition> metrics,
        Map<String, DatasetDefinition> datasets,
        Formulas formulas) {
    static Ground of(Definitions definitions, Catalog catalog) {
        List<Kpi> active = catalog.kpis().values().stream()
                .filter(kpi -> kpi.lifecycle() == Kpi.Lifecycle.ACTIVE)
                .toList();
        return new Ground(
                catalog,
                active,
                by(definitions.kpis(), d -> d.name().value()),
                by(definitions.metrics(), d -> d.name().value()),
                by(definitions.datasets(), d -> d.name().value()),
                new Formulas(catalog));
    }

    private static <T> Map<String, T> by(List<T> definitions, Function<T, String> name) {
        Map<String, T> found = new LinkedHashMap<>();
        definitions.forEach(d -> found.putIfAbsent(name.apply(d), d));
        return found;
    }

    KpiDefinition written(Kpi kpi) {
        return Objects.requireNonNull(kpis.get(kpi.name()));
    }

    /** As it was written; null for what nobody wrote, as metrics that stand for others' measures. */
    @Nullable
    MetricDefinition written(Metric metric) {
        return metrics.get(metric.name());
    }

    Metric metric(Kpi kpi) {
        return catalog.metric(kpi.metric()).orElseThrow();
    }

    /** The active KPIs that serve each objective themselves; objectives without any are there too. */
    Map<String, List<Kpi>> byObjective() {
        Map<String, List<Kpi>> found = new LinkedHashMap<>();
        catalog.objectives().keySet().forEach(name -> found.put(name, new ArrayList<>()));
        for (Kpi kpi : active) {
            List<Kpi> of = kpi.objective() == null ? null : found.get(kpi.objective());
            if (of != null) {
                of.add(kpi);
            }
        }
        return found;
    }

    /** Something about each active KPI of some sort. */
    List<Finding> each(Function<Kpi, @Nullable Finding> rule) {
        return active.stream().map(rule).filter(Objects::nonNull).collect(Collectors.toUnmodifiableList());
    }

    static Finding of(Kpi kpi, RuleCode code, Span span, String message, String fix, @Nullable String yaml) {
        var subject = new Finding.Subject(Finding.Kind.KPI, kpi.name());
        return new Finding(code.at(span, message, fix), subject, kpi.owner(), yaml);
    }

    static Finding of(Metric metric, RuleCode code, Span span, String message, String fix, @Nullable String yaml) {
        var subject = new Finding.Subject(Finding.Kind.METRIC, metric.name());
        return new Finding(code.at(span, message, fix), subject, metric.about().owner(), yaml);
    }

    /** {@code the active KPI "revenue"}. */
    static String called(Kpi kpi) {
        return "the active KPI \"" + kpi.name() + "\"";
    }

    /** {@code all 3 active KPIs}. */
    static String all(List<Kpi> kpis) {
        return kpis.size() == 2 ? "both active KPIs" : "all " + kpis.size() + " active KPIs";
    }
}
