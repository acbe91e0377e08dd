package io.bellwether.core.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resolved model: every name in it exists, every reference is typed, no cycle is left. Immutable; maps keep the order
 * of the files.
 */
public record Catalog(
        Workspace workspace,
        Map<String, Dataset> datasets,
        List<Relationship> relationships,
        Map<String, Metric> metrics,
        Map<String, Objective> objectives,
        Map<String, Kpi> kpis,
        List<Event> events,
        Map<String, SavedQuestion> questions,
        Operations operations) {
    public Optional<Dataset> dataset(String name) {
        return Optional.ofNullable(datasets.get(name));
    }

    /** Whether the values of a timeframe's parts add up to the value of the whole, or grow with it at least. */
    public boolean isAdditive(String metric) {
        return new Leaves(metrics).isAdditive(metric);
    }

    public Optional<Metric> metric(String name) {
        return Optional.ofNullable(metrics.get(name));
    }

    /** The metric and every metric that it is made of, each once, from the top down. */
    public List<Metric> madeOf(Metric top) {
        Map<String, Metric> found = new LinkedHashMap<>();
        collect(top, found);
        return List.copyOf(found.values());
    }

    private void collect(Metric metric, Map<String, Metric> found) {
        if (found.putIfAbsent(metric.name(), metric) == null) {
            metric.inputNames().forEach(name -> metric(name).ifPresent(below -> collect(below, found)));
        }
    }

    public Optional<Kpi> kpi(String name) {
        return Optional.ofNullable(kpis.get(name));
    }

    public Optional<Objective> objective(String name) {
        return Optional.ofNullable(objectives.get(name));
    }

    public Optional<SavedQuestion> question(String name) {
        return Optional.ofNullable(questions.get(name));
    }

    /** The same over other datasets. */
    public Catalog with(Map<String, Dataset> others) {
        return new Catalog(workspace, others, relationships, metrics, objectives, kpis, events, questions, operations);
    }

    /** The same with these KPIs instead. */
    public Catalog withKpis(Map<String, Kpi> others) {
        return new Catalog(
                workspace, datasets, relationships, metrics, objectives, others, events, questions, operations);
    }

    /** The same with these events instead. */
    public Catalog withEvents(List<Event> others) {
        return new Catalog(
                workspace, datasets, relationships, metrics, objectives, kpis, others, questions, operations);
    }

    /** The same, run in this way. */
    Catalog with(Operations others) {
        return new Catalog(workspace, datasets, relationships, metrics, objectives, kpis, events, questions, others);
    }

    /** The same with another dataset in the place of the one of its name. */
    public Catalog with(Dataset other) {
        Map<String, Dataset> all = new LinkedHashMap<>(datasets);
        all.put(other.name(), other);
        return new Catalog(workspace, all, relationships, metrics, objectives, kpis, events, questions, operations);
    }

    /** The same with these metrics instead. */
    Catalog withMetrics(Map<String, Metric> others) {
        return new Catalog(workspace, datasets, relationships, others, objectives, kpis, events, questions, operations);
    }
}
