package io.bellwether.app.cli;

import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.Nearest;
import java.util.Collection;

/** Names on the command line that the workspace does not have. */
final class Unknown {
    private Unknown() {}

    static UsageException objective(String name, Catalog catalog) {
        return of("objective", name, catalog.objectives().keySet());
    }

    static UsageException kpi(String name, Catalog catalog) {
        return of("KPI", name, catalog.kpis().keySet());
    }

    private static UsageException of(String kind, String name, Collection<String> known) {
        return new UsageException(
                "no " + kind + " named \"" + name + "\"",
                Nearest.fix(name, known).orElse(null));
    }
}
