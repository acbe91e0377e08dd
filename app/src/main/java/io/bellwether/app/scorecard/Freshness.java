package io.bellwether.app.scorecard;

import io.bellwether.app.query.HealthCheck;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Metric;
import io.bellwether.core.plan.MetricShape;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.time.AsOf;
import io.bellwether.core.time.Calendar;
import io.bellwether.core.time.Completeness;
import io.bellwether.core.time.Grain;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far the data of a metric reaches: as its datasets expect it, or as the metric and those that it is made of say themselves. */
final class Freshness {
    private Freshness() {}

    /** One stretch of a metric's data: of these datasets, as fresh as that; null for as the datasets say. */
    record Part(Set<String> homes, @Nullable TemporalAmount every) {}

    /** @param homes all datasets whose rows count */
    static List<Part> parts(Catalog catalog, Metric metric, Set<String> homes) {
        List<Part> own = new ArrayList<>();
        collect(catalog, metric, own);
        if (own.isEmpty()) {
            return List.of(new Part(homes, null));
        }
        Set<String> rest = new LinkedHashSet<>(homes);
        own.forEach(part -> rest.removeAll(part.homes()));
        if (!rest.isEmpty()) {
            own.add(new Part(Set.copyOf(rest), null));
        }
        return List.copyOf(own);
    }

    /** What a metric says counts for all below it. */
    private static void collect(Catalog catalog, Metric metric, List<Part> found) {
        TemporalAmount every = metric.about().watch().expectedEvery();
        if (every != null) {
            found.add(new Part(
                    MetricShape.of(catalog, MetricUse.of(metric.name())).homes(), every));
        } else {
            metric.inputNames()
                    .forEach(name -> catalog.metric(name).ifPresent(below -> collect(catalog, below, found)));
        }
    }

    /** @param cadence by which it is judged how far data without an expectation reaches */
    static Completeness of(
            Collection<Part> parts, HealthCheck.Found health, Grain cadence, AsOf asOf, Catalog catalog) {
        return Completeness.of(
                parts.stream()
                        .map(part -> of(part, health, cadence, asOf, catalog))
                        .toList(),
                asOf);
    }

    private static Completeness of(Part part, HealthCheck.Found health, Grain cadence, AsOf asOf, Catalog catalog) {
        Calendar calendar = catalog.workspace().calendar();
        Completeness data = Completeness.of(
                part.homes().stream()
                        .flatMap(home -> health.of(home).stream())
                        .map(found -> found.completeness().by(cadence, asOf, calendar))
                        .toList(),
                asOf);
        return part.every() == null
                ? data
                : Completeness.of(
                        asOf,
                        part.every(),
                        data.firstRow(),
                        data.lastRow(),
                        catalog.workspace().calendar());
    }
}
