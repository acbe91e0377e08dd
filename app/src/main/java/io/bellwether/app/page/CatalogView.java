package io.bellwether.app.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/catalog}: all that can be asked for, by name. */
public record CatalogView(
        WorkspaceView workspace,
        List<MetricView> metrics,
        List<KpiEntry> kpis,
        List<ObjectiveEntry> objectives,
        List<DatasetView> datasets,
        List<DiagnosticView> problems) {
    /** @param usedBy KPIs that are judged by it or show it as supporting */
    public record MetricView(
            String name,
            String label,
            @Nullable String description,
            String expression,
            String unit,
            String direction,
            @Nullable String category,
            @Nullable String owner,
            List<String> tags,
            List<String> usedBy) {}

    public record KpiEntry(
            String name,
            String label,
            String metric,
            @Nullable String objective,
            @Nullable String owner,
            String lifecycle,
            @Nullable String cadence,
            @Nullable String why) {}

    public record ObjectiveEntry(
            String name,
            String statement,
            @Nullable String owner,
            @Nullable String parent,
            List<String> kpis) {}

    /** @param time the field that places a row in a period, or null */
    public record DatasetView(
            String name,
            @Nullable String label,
            @Nullable String description,
            @Nullable String time,
            List<FieldView> fields) {}

    /** A dimension: {@code dataset.field} in {@code by} and {@code where}. */
    public record FieldView(
            String name, @Nullable String label, @Nullable String description, String type) {}
}
