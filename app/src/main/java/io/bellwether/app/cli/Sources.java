package io.bellwether.app.cli;

import io.bellwether.core.catalog.DataSource;
import io.bellwether.core.catalog.Dataset;

/** Where a dataset's rows come from, in words. */
final class Sources {
    private Sources() {}

    static String text(Dataset dataset) {
        return switch (dataset.source()) {
            case DataSource.Files files -> files.pattern();
            case DataSource.Typed typed -> "values that people type in";
            case DataSource.Table table -> table.on().name() + "." + table.name();
            case DataSource.Query query -> "a query on " + query.on().name();
        };
    }
}
