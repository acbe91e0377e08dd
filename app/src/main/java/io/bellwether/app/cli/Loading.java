package io.bellwether.app.cli;

import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.Snapshot;
import io.bellwether.core.catalog.Catalog;

/** Reads a command's workspace. */
final class Loading {
    private Loading() {}

    static Snapshot snapshot(Bellwether bellwether, Terminal terminal) {
        return terminal.progress()
                .during("Reading the workspace", () -> bellwether.loader().load(1));
    }

    /**
     * The catalog of a workspace without errors.
     *
     * @throws io.bellwether.core.source.DiagnosticException with its errors otherwise
     */
    static Catalog catalog(Bellwether bellwether, Terminal terminal) {
        return snapshot(bellwether, terminal).good();
    }

    /** The same, what changed in it remembered: for commands that open what the workspace remembers. */
    static Catalog noted(Bellwether bellwether, Terminal terminal) {
        Catalog catalog = catalog(bellwether, terminal);
        bellwether.note(catalog, terminal.clock().instant());
        return catalog;
    }
}
