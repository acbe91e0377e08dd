package io.bellwether.app.cases;

import io.bellwether.app.wiring.Bellwether;
import io.bellwether.app.workspace.WorkspaceFolder;
import io.bellwether.core.catalog.Catalog;
import io.bellwether.core.source.SourceFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The manifests of a folder, each a workspace over the folder's tables. */
final class Models implements AutoCloseable {
    private final Bellwether bellwether;
    private final Map<String, Catalog> catalogs = new HashMap<>();

    Models(Path folder) {
        this.bellwether = Bellwether.visit(new WorkspaceFolder(folder, List.of()));
    }

    /** @throws io.bellwether.core.source.DiagnosticException where the manifest cannot be read */
    Catalog catalog(String model) {
        return catalogs.computeIfAbsent(model, name -> {
            String text = "imports:\n  - { dbt: manifests/%s.json, tables: tables }\n".formatted(name);
            var texts = new WorkspaceFolder.Texts(List.of(new SourceFile("bellwether.yml", text)), List.of());
            return bellwether.loader().load(1, texts).good();
        });
    }

    Bellwether bellwether() {
        return bellwether;
    }

    @Override
    public void close() {
        bellwether.close();
    }
}
