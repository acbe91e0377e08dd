package io.bellwether.app.page;

import io.bellwether.app.query.Health;
import io.bellwether.app.scorecard.KpiCard;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.catalog.Direction;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.source.Span;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.unit.NumberText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind a KPI: its YAML, its formula, the metrics in it, and the data below. */
final class DefinitionText {
    private DefinitionText() {}

    static DefinitionView of(Catalog catalog, KpiCard card) {
        Span span = card.kpi().span();
        var about = card.metric().about();
        return new DefinitionView(
                about.name(),
                about.label(),
                about.description(),
                card.metric().text(),
                about.unit().word(),
                direction(card.kpi().direction()),
                span.file().path(),
                span.line(),
                YamlItem.around(span),
                inputs(catalog, card),
                card.datasets().entrySet().stream()
                        .map(entry -> dataset(catalog, entry))
                        .flatMap(Optional::stream)
                        .toList());
    }

    static String direction(Direction direction) {
        return switch (direction) {
            case UP -> "up is good";
            case DOWN -> "down is good";
            case NONE -> "neither way is good";
        };
    }

    /** The metrics inside the formula; their numbers where they were measured beside the KPI. */
    private static List<DefinitionView.Input> inputs(Catalog catalog, KpiCard card) {
        return card.metric().inputNames().stream()
                .map(catalog::metric)
                .flatMap(Optional::stream)
                .map(metric -> input(metric, card))
                .toList();
    }

    private static DefinitionView.Input input(Metric metric, KpiCard card) {
        String value = card.supporting().stream()
                .filter(beside -> beside.metric().name().equals(metric.name()))
                .findFirst()
                .map(beside -> NumberText.tile(beside.value(), metric.about().unit()))
                .orElse("");
        return new DefinitionView.Input(metric.name(), metric.about().label(), metric.text(), value);
    }

    private static Optional<DefinitionView.DatasetLink> dataset(
            Catalog catalog, Map.Entry<String, Optional<Health>> entry) {
        return catalog.dataset(entry.getKey())
                .map(dataset -> new DefinitionView.DatasetLink(
                        dataset.name(),
                        source(dataset),
                        entry.getValue().map(DefinitionText::health).orElse("no time of its own"),
                        entry.getValue()
                                .map(h -> h.completeness().stale()
                                        || !h.failures().isEmpty())
                                .orElse(false)));
    }

    private static String health(Health health) {
        Completeness complete = health.completeness();
        String fresh = RowText.fresh(complete);
        return health.failures().isEmpty()
                ? fresh
                : fresh + "; " + health.failures().getFirst().text();
    }

    static String source(Dataset dataset) {
        return switch (dataset.source()) {
            case DataSource.Files files -> files.pattern();
            case DataSource.Typed typed -> "typed in by people";
            case DataSource.Table(var on, var name) -> on.name() + "." + name;
            case DataSource.Query(var on, var _) -> "a query on " + on.name();
        };
    }
}
