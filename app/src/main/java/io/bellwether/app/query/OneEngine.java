package io.bellwether.app.query;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.catalog.Connection;
import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.Dataset;
import io.bellwether.core.plan.MetricShape;
import io.bellwether.core.plan.MetricUse;
import io.bellwether.core.plan.Plan;
import io.bellwether.core.plan.PlanCodes;
import io.bellwether.core.source.Diagnostic;
import io.bellwether.core.source.DiagnosticException;
import java.util.Collection;
import java.util.Optional;

/** A question runs as a whole where its data is; rows never travel to be put together here. */
public final class OneEngine {
    private OneEngine() {}

    /** A source of the engine that has all of the datasets. */
    static DataSource of(Collection<Dataset> datasets) {
        Dataset first = datasets.iterator().next();
        for (Dataset dataset : datasets) {
            if (!dataset.source().connection().equals(first.source().connection())) {
                throw new DiagnosticException(Diagnostic.error(
                        PlanCodes.TWO_ENGINES,
                        dataset.span(),
                        "\"%s\" is %s and \"%s\" is %s: one question cannot read both"
                                .formatted(first.name(), place(first), dataset.name(), place(dataset)),
                        "ask for them one after the other, or bring both to one place"));
            }
        }
        return first.source();
    }

    /** Whether the embedded engine has all that a plan reads. */
    public static boolean isInFiles(Plan plan) {
        return plan.sources().keySet().stream()
                .allMatch(dataset -> dataset.source().connection().isEmpty());
    }

    /** Where the rows of a metric are; empty for files. Metrics with the same answer can share a question. */
    public static Optional<Connection> of(Catalog catalog, MetricUse use) {
        return MetricShape.of(catalog, use).homes().stream()
                .findFirst()
                .flatMap(catalog::dataset)
                .flatMap(dataset -> dataset.source().connection());
    }

    private static String place(Dataset dataset) {
        return dataset.source()
                .connection()
                .map(connection -> "on " + connection.name())
                .orElse("in files");
    }
}
