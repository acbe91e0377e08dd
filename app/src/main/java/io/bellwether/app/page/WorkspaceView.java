package io.bellwether.app.page;

import io.bellwether.core.catalog.Catalog;
import org.jspecify.annotations.Nullable;

/** @param currency ISO 4217, or null */
public record WorkspaceView(String name, @Nullable String currency, String timeZone, int metrics, int kpis) {
    /** The workspace behind a catalog. */
    public static WorkspaceView of(Catalog catalog) {
        var workspace = catalog.workspace();
        return new WorkspaceView(
                workspace.name(),
                workspace.currency(),
                workspace.calendar().zone().getId(),
                catalog.metrics().size(),
                catalog.kpis().size());
    }
}
