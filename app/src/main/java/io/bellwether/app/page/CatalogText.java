package io.bellwether.app.page;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Kpi;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.source.Diagnostic;
import java.util.List;
import java.util.Locale;

/** The catalog as the pages and other programs read it. */
public final class CatalogText {
    private CatalogText() {}

    public static CatalogView view(Catalog catalog, List<Diagnostic> problems) {
        return new CatalogView(
                WorkspaceView.of(catalog),
                catalog.metrics().values().stream().map(m -> metric(catalog, m)).toList(),
                catalog.kpis().values().stream().map(CatalogText::kpi).toList(),
                catalog.objectives().values().stream()
                        .map(o -> new CatalogView.ObjectiveEntry(
                                o.name(),
                                o.statement(),
                                o.owner(),
                                o.parent(),
                                catalog.kpis().values().stream()
                                        .filter(kpi -> o.name().equals(kpi.objective()))
                                        .map(Kpi::name)
                                        .toList()))
                        .toList(),
                catalog.datasets().values().stream().map(CatalogText::dataset).toList(),
                problems.stream().map(DiagnosticView::of).toList());
    }

    private static CatalogView.MetricView metric(Catalog catalog, Metric metric) {
        var about = metric.about();
        return new CatalogView.MetricView(
                about.name(),
                about.label(),
                about.description(),
                metric.text(),
                about.unit().word(),
                DefinitionText.direction(about.direction()),
                about.category(),
                about.owner(),
                about.tags(),
                catalog.kpis().values().stream()
                        .filter(kpi -> kpi.metric().equals(about.name())
                                || kpi.supporting().contains(about.name()))
                        .map(Kpi::name)
                        .toList());
    }

    private static CatalogView.KpiEntry kpi(Kpi kpi) {
        return new CatalogView.KpiEntry(
                kpi.name(),
                kpi.label(),
                kpi.metric(),
                kpi.objective(),
                kpi.owner(),
                kpi.lifecycle().name().toLowerCase(Locale.ROOT),
                kpi.cadence() == null ? null : kpi.cadence().word(),
                kpi.why());
    }

    private static CatalogView.DatasetView dataset(Dataset dataset) {
        return new CatalogView.DatasetView(
                dataset.name(),
                dataset.label(),
                dataset.description(),
                dataset.time(),
                dataset.fields().values().stream()
                        .map(field -> new CatalogView.FieldView(
                                field.name(),
                                field.label(),
                                field.description(),
                                field.type().name().toLowerCase(Locale.ROOT)))
                        .toList());
    }
}
